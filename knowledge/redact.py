"""Personal data taken out of a text before anybody else sees it.

Identity numbers, phones, credit codes, bank cards, the last digits of a phone, names and addresses that the applicant announces as such
are cut out and replaced by typed tokens such as ``[手机号]``. The values go to the intake; the dialogue, its log and its
training data hold the tokens only (个人信息保护法 art. 6, 51).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """Kinds of personal data; the value is the name of the intake's field."""

    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    PHONE_TAIL = "phone_tail"
    NAME = "name"
    ADDRESS = "address"

    @property
    def token(self) -> str:
        return f"[{_TOKENS[self]}]"


_TOKENS = {
    Personal.ID_NUMBER: "身份证号",
    Personal.CREDIT_CODE: "信用代码",
    Personal.PHONE: "手机号",
    Personal.BANK_CARD: "银行卡号",
    Personal.EMAIL: "邮箱",
    Personal.PHONE_TAIL: "尾号",
    Personal.NAME: "姓名",
    Personal.ADDRESS: "地址",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One value cut out of a text; never printed."""

    kind: Personal
    value: str

    def __repr__(self) -> str:
        return f"Taken({self.kind.name})"


_NOT_IN_NUMBER = r"(?<![0-9A-Za-z])"
_END = r"(?![0-9A-Za-z])"
_GAP = r"[ \-]?"
_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓"
    "郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄家封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎"
    "祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通"
    "边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融"
    "冷辛阚那简饶空曾关蒯相查后荆红游竺权逯盖益桓公肖覃仝佟"
)
_NAME = rf"(?:[{_SURNAME}]|欧阳|司马|诸葛|上官|皇甫|司徒|令狐)[\u4e00-\u9fff·]{{1,3}}"

_NUMBERS: tuple[tuple[Personal, re.Pattern[str]], ...] = (
    (Personal.EMAIL, re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")),
    (
        Personal.ID_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}[1-9]\d{{5}}{_GAP}(?:19|20)\d{{2}}{_GAP}[01]\d[0-3]\d{_GAP}\d{{3}}[\dXx]{_END}"),
    ),
    (Personal.CREDIT_CODE, re.compile(rf"{_NOT_IN_NUMBER}(?=[0-9A-Z]*[A-Z])[159Y][0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{{17}}{_END}")),
    (Personal.PHONE, re.compile(rf"{_NOT_IN_NUMBER}(?:\+?86[ \-]?)?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}{_END}")),
    (Personal.BANK_CARD, re.compile(rf"{_NOT_IN_NUMBER}[3-6]\d{{3}}{_GAP}(?:\d{{4}}{_GAP}){{2,3}}\d{{1,4}}{_END}")),
    # What looks like an identity number or credit code but is mistyped is personal data all the same.
    (Personal.ID_NUMBER, re.compile(rf"{_NOT_IN_NUMBER}[1-9]\d{{14,18}}[\dXx]?{_END}")),
    (Personal.CREDIT_CODE, re.compile(rf"{_NOT_IN_NUMBER}(?=[0-9A-Z]*[A-Z])(?=[0-9A-Z]*\d)[0-9A-Z]{{16,19}}{_END}")),
)
_TAIL = re.compile(r"(?:(?<=尾号)|(?<=后四位)|(?<=后4位)|(?<=末四位)|(?<=后四码))(?P<lead>[是为:： ]{0,2})(?P<v>\d{4})(?!\d)")
_BARE_NAME = re.compile(rf"(?:^|(?<=[,，、 ;；\]]))(?P<v>{_NAME})(?=$|[,，、 ;；。\[])")
_BARE_TAIL = re.compile(r"^\s*(?P<v>\d{4})\s*$")
_AFTER_CASE_NUMBER = re.compile(r"(?<=\d{12})(?P<lead>[\s,，、;；]+)(?P<v>\d{4})(?!\d)")
_ANNOUNCED_NAME = re.compile(
    rf"(?P<lead>我叫|我的名字(?:是|叫)|名字[是叫:： ]|本人姓名[是:： ]?|姓名[是:： ]?|联系人[是:： ]?|申请人[是:： ]?)(?P<v>{_NAME})(?=$|[,，。;；、 \[]|电话|手机|身份证)"
)
_ADDRESS = re.compile(
    r"(?P<lead>(?:家庭|联系|通讯|现|户籍)?(?:住址|地址)[是在:： ]{0,2}|(?:我)?家?住在?)(?P<v>[\u4e00-\u9fff0-9A-Za-z\-]{2,30}?(?:\d+(?:号|弄|室|栋|幢|单元|楼)|[村组社]\d*)[\u4e00-\u9fff0-9A-Za-z\-]{0,16})"
)


def redact(text: str, *, expecting_tail: bool = False, expecting_name: bool = False) -> tuple[str, tuple[Taken, ...]]:
    """Cut personal data out of a normalised text.

    Args:
        expecting_tail: The dialogue has just asked for the last four digits of a phone: four bare digits are those.
        expecting_name: The dialogue has just asked for a name: a bare name is that.

    Returns:
        The text with tokens, and what was cut out in the order of the text's kinds.
    """
    taken: list[Taken] = []

    def cut(kind: Personal, pattern: re.Pattern[str], source: str) -> str:
        def replace(found: re.Match[str]) -> str:
            groups = found.groupdict()
            taken.append(Taken(kind, re.sub(r"[ \-]", "", groups["v"]) if "v" in groups else _compact(found[0], kind)))
            return f"{groups.get('lead') or ''}{kind.token}"

        return pattern.sub(replace, source)

    for kind, pattern in _NUMBERS:
        text = cut(kind, pattern, text)
    for pattern in _tail_patterns(expecting_tail):
        text = cut(Personal.PHONE_TAIL, pattern, text)
    text = cut(Personal.ADDRESS, _ADDRESS, text)
    text = cut(Personal.NAME, _ANNOUNCED_NAME, text)
    if expecting_name:
        text = cut(Personal.NAME, _BARE_NAME, text)
    return text, tuple(taken)




def may_be_bare(text: str) -> bool:
    """Whether the text could be a name or the end of a phone number if the dialogue had just asked for one."""
    return bool(_BARE_TAIL.match(text) or _BARE_NAME.search(text))


def _tail_patterns(expecting_tail: bool) -> Iterator[re.Pattern[str]]:
    yield _TAIL
    yield _AFTER_CASE_NUMBER
    if expecting_tail:
        yield _BARE_TAIL


def _compact(raw: str, kind: Personal) -> str:
    bare = raw.strip() if kind is Personal.EMAIL else re.sub(r"[ \-]", "", raw).upper()
    return re.sub(r"^\+?86(?=1\d{10}$)", "", bare) if kind is Personal.PHONE else bare
