"""Names and addresses in a text: those that are announced (我叫…, 住址…), and a bare name where one was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.privacy.common_words import common_words

_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓"
    "郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄家封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎"
    "祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通"
    "边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融"
    "冷辛阚那简饶空曾关蒯相查后荆红游竺权逯盖益桓公肖覃仝佟"
)
_NEVER_GIVEN = "了的吗呢吧啊么没不我想要办请问就都还再什怎哪谁几个这们给把被让齐备件证号电话"
"""Characters that no given name has, and that follow a name or make an ordinary word of it."""
_GIVEN = rf"(?:(?![{_NEVER_GIVEN}])[\u4e00-\u9fff])"
_DOUBLE = ("欧阳", "司马", "诸葛", "上官", "皇甫", "司徒", "令狐")
_NAME = rf"(?:(?:{'|'.join(_DOUBLE)}){_GIVEN}{{1,2}}|[{_SURNAME}]{_GIVEN}{{1,2}}(?!·))"
_POINTED = rf"(?:{_GIVEN}{{2,8}}(?:·{_GIVEN}{{1,10}}){{1,3}})"
"""Names of several parts, for example 阿卜杜拉·买买提."""
_AFTER_NAME = r"(?=$|[,，。;；、 \[(（]|电话|手机|身份证|联系|男|女|我|想|要|需|来|办|住|号)"
_HARD_STOP = r"(?=$|[,，。;；、 \[(（])"
_SEPARATED = r"(?:[是叫为:： ]{1,3})"

_ANNOUNCED = (
    re.compile(
        rf"(?P<lead>我叫|我的名字{_SEPARATED}|本人姓名{_SEPARATED}?)(?P<v>{_POINTED}|{_NAME}){_AFTER_NAME}"
    ),
    re.compile(rf"(?P<lead>(?:我叫|我的名字{_SEPARATED}|姓名[:：]))(?P<v>{_GIVEN}{{2,4}}){_HARD_STOP}"),
    re.compile(
        rf"(?P<lead>(?<!店的)(?<!司的)(?<!店)(?<!司)(?:姓名|名字|联系人|申请人){_SEPARATED})"
        rf"(?P<v>{_POINTED}|{_NAME}){_AFTER_NAME}"
    ),
    re.compile(rf"(?P<lead>姓名)(?P<v>{_POINTED}|{_NAME})(?:{_HARD_STOP}|(?=电话|手机|身份证))"),
)
_BARE = re.compile(rf"(?:^|(?<=[,，、 ;；\]]))(?P<v>{_POINTED}|{_NAME})(?=$|[,，、 ;；。\[])")
_NO_SURNAME = "都全那能从后经应别和"
"""Surnames so rare that at the head of a reply they are the ordinary word."""
_NO_NAME = re.compile(
    r"(?:周[一二三四五六日天末]|谢谢.?|盖章|公章|印章|师傅|黄牛|宁可|温馨|温馨提示|麻烦.?|祝好|公司.*|单位|本人|法人|个体|时间|身份|外卖|什么"
    r"|申请.*|成功|高兴|马上|容缺.*|.*(?:店|馆|厅|公司|面馆|超市|工作室))"
)

_PLACE = r"(?:[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|镇|乡|街道))"
_HOUSE = (
    r"(?:[\u4e00-\u9fff0-9A-Za-z]{0,12}?(?:\d+|[A-Za-z]|[一二三四五六七八九十甲乙丙丁]+)(?:-\d+)*"
    r"(?:号楼?|弄|室|栋|幢|单元|楼|层|座|户|门|组|队|社))"
)
_ADDRESS = re.compile(
    rf"(?P<lead>(?:(?:家庭|联系|通讯|现|户籍)?(?:住址|地址)[是在:： ]{{0,2}}|我?们?家?住在?)(?P<town>{_PLACE}{{0,5}}))"
    rf"(?P<v>{_HOUSE}(?:{_HOUSE})*(?:-?\d+)*|[\u4e00-\u9fff]{{2,8}}村(?:{_HOUSE})*)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A name or address found: ``start`` to ``end`` is cut out, ``value`` is kept."""

    start: int
    end: int
    value: str


def announced_names(text: str) -> Iterator[Said]:
    """Names that the text announces as such."""
    for pattern in _ANNOUNCED:
        for found in pattern.finditer(text):
            if not _NO_NAME.fullmatch(found["v"]):
                yield Said(found.start("v"), found.end("v"), found["v"])


def bare_names(text: str) -> Iterator[Said]:
    """Names without announcement, for a reply to the question who applies."""
    beside_numbers = "[" in text
    for found in _BARE.finditer(text):
        if _is_name(found["v"], strict=not beside_numbers):
            yield Said(found.start("v"), found.end("v"), found["v"])


def may_be_a_name(text: str) -> bool:
    """Whether the text could hold a bare name; cheap."""
    return bool(_BARE.search(text))


def addresses(text: str) -> Iterator[Said]:
    """Addresses down to the house; county and township stay in the text, because they say which window is near."""
    for found in _ADDRESS.finditer(text):
        yield Said(found.start("v"), found.end("v"), f"{found['town']}{found['v']}")


def _is_name(words: str, *, strict: bool) -> bool:
    """Whether words in the form of a name are one: an ordinary word (文件, 都齐) is none."""
    if words[0] in _NO_SURNAME or _NO_NAME.fullmatch(words):
        return False
    if not strict or "·" in words or words.startswith(_DOUBLE):
        return True
    first = common_words().first(words)
    return len(first.text) == 1 or first.is_name
