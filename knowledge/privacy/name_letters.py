"""Which letters names are written with, and the shapes of names.

Han letters with their extension blocks (CJK A to H: 㛃, 𠮷), the points between the parts of a name in every form that keyboards
give, and Latin letters. The points are kept as one, · (GB/T 15834, 间隔号).
"""

from __future__ import annotations

import re

HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\U00020000-\\U000323af"
"""For a class of a regular expression."""

POINTS = "·•・‧∙⋅･᛫ꞏ"
_ANY_POINT = f"[{POINTS}.]"

_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓"
    "郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄家封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎"
    "祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通"
    "边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融"
    "冷辛阚那简饶空曾关蒯相查后荆红游竺权逯盖益桓公肖覃仝佟"
)
SURNAMES = frozenset(_SURNAME)

DOUBLE = (
    "欧阳",
    "司马",
    "诸葛",
    "上官",
    "皇甫",
    "司徒",
    "令狐",
    "慕容",
    "尉迟",
    "长孙",
    "夏侯",
    "东方",
    "独孤",
    "轩辕",
)

_NEVER_GIVEN = "了的吗呢吧啊么没不我想要办请问就都还再什怎哪谁几个这们给把被让齐备件证号电话"
"""Characters that no given name has, and that follow a name or make an ordinary word of it."""
GIVEN = rf"(?:(?![{_NEVER_GIVEN}])[{HAN}])"

_PART = rf"(?:(?![了的吗呢吧啊么])[{HAN}]){{1,10}}"
POINTED = rf"(?:{_PART}(?:{_ANY_POINT}{_PART}){{1,4}})"
"""Names of several parts, for example 阿卜杜拉·买买提."""

COMMON = rf"(?:(?:{'|'.join(DOUBLE)}){GIVEN}{{1,2}}|[{_SURNAME}]{GIVEN}{{1,2}}(?!{_ANY_POINT}))"
"""A known surname and one or two letters; of four letters (阿依古丽) only announced ones are recognised."""

RARE = r"(?:[㐀-䶿\U00020000-\U000323af])"
LATIN = r"(?:[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ'’\-]*\.?(?: [A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ'’\-]*\.?){0,4})"

_POINT = re.compile(rf"(?<=[{HAN}]) ?{_ANY_POINT} ?(?=[{HAN}])")


def with_one_point(name: str) -> str:
    """A name with · between its parts, whichever point was typed."""
    return _POINT.sub("·", name)
