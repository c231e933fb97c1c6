"""What a sentence asks of an item: 多少钱, 要多久, 去哪办 ... found beside whatever else it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum


class Aspect(StrEnum):
    """What can be asked of an item; the values are the intents' names without ``ask_``."""

    FEE = "fee"
    TIME_LIMIT = "time_limit"
    PLACE = "place"
    HOURS = "hours"
    PHONE = "phone"
    MATERIALS = "materials"
    CONDITIONS = "conditions"
    PROCESS = "process"
    BASIS = "basis"
    RESULT = "result"
    WHY = "why"
    DIFFERENCE = "difference"


_WORDS: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    (Aspect.FEE, re.compile(r"多少钱|几多钱?|收费|要钱|花钱|费用|几块钱|工本费|免费|价格|收多少|交多少")),
    (
        Aspect.TIME_LIMIT,
        re.compile(
            r"多久|多长时间|几天|多少天|几个工作日|当天(?:能)?(?:拿|取|办)|什么时候能(?:好|拿|办)|啥时候能(?:好|拿|办)|时限|多快|立等可取|当场"
        ),
    ),
    (
        Aspect.HOURS,
        re.compile(
            r"几点|上班时间|下班|(?:什么时候|啥时候|何时|几时|中午|周末|今天|明天|现在)(?:开|关)门?(?!业)|开门(?:吗|时间|没|了吗)|关门(?:吗|没|了吗|时间)|周末|星期[六日天]|周[六日]|中午(?:休息|上班)|办公时间|营业时间"
        ),
    ),
    (
        Aspect.PLACE,
        re.compile(
            r"去哪|在哪|到哪(?!了|一步)|哪里(?:办|可以)|什么地方|哪个窗口|几号窗口|几楼|(?:中心|你们|窗口|大厅|办事|办理|具体|详细)的?地址|地址(?:在哪|是哪|是什么|是多少|发我|呢|[??])|怎么走"
        ),
    ),
    (Aspect.PHONE, re.compile(r"电话(?:是)?多少|联系电话|咨询电话|打什么电话|有没有电话|号码是多少")),
    (
        Aspect.MATERIALS,
        re.compile(
            r"什么材料|哪些材料|啥材料|什么手续|啥手续|哪些手续|带什么|带啥|准备什么|准备啥|要什么证件|哪些东西|什么东西|(?:什么|哪些|啥|要|交|带|准备)资料|资料(?:有哪|要)|要什么文件|要咩文件|要?(?:办|弄|搞)(?:啥|哪些|什么)(?:证|手续|东西)?$|都要(?:啥|什么)"
        ),
    ),
    (Aspect.CONDITIONS, re.compile(r"什么条件|啥条件|哪些条件|符合条件|有什么要求|什么要求")),
    (Aspect.PROCESS, re.compile(r"流程|步骤|几步|程序|先做什么")),
    (Aspect.BASIS, re.compile(r"依据|哪条法|什么规定|哪个法|凭什么|法律规定")),
    (
        Aspect.RESULT,
        re.compile(
            r"怎么(?:领|取|拿)|邮寄|寄[给到回]|快递(?:给|到|回|过来|寄)|有效期(?:是)?(?:多|几|到什么|到哪)|管几年|几年有效|给什么证|发什么证"
        ),
    ),
    (Aspect.DIFFERENCE, re.compile(r"区别|不一样|有啥不同|有什么不同|差别")),
)
_FILLERS = re.compile(
    r"请问|问下|你好|您好|麻烦|一下|我想|想要|我要|想|要|需要|怎么|咋|如何|办理|办|问问|问|能不能|可以|能|呢|啊|呀|吗|吧|哦|嗯|那个|这个|那|这|的|了|"
    r"还|就|是|得|个|带|材料|手续|资料|多少|哪里|大概|一共|总共|都|证|它|我|您|你|们|去|来|到|跑|在|,|，|。|\?|？|、| "
)


_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
"""What stands for personal data: [地址] asks for no address."""


def aspects_in(text: str) -> tuple[Aspect, ...]:
    """The aspects that the text asks about, in the order of :class:`Aspect`'s table."""
    plain = _TOKEN.sub("", text)
    return tuple(aspect for aspect, words in _WORDS if words.search(plain))


_QUESTION = re.compile(
    r"[?？]|吗|么$|呢$|[不没]$|怎么|怎样|咋|如何|多少|几(?!乎)|哪|什么|啥|谁|为何|为什么|是否"
    r"|(能|可|要|用|行|会|有|是|好|该|算|得)[一-鿿]?不\1|能不能|可不可以|行不行|要不要|有没有|是不是|多[久长远大]"
)


def is_question(text: str) -> bool:
    """Whether the form of a sentence asks something."""
    return _QUESTION.search(text) is not None


_TODAY = re.compile(r"当天|当日|当场|立等可取|今天(?:就)?能(?:拿|取|办)")


def wants_it_today(text: str) -> bool:
    """Whether the text asks for the result on the same day: a yes or no is due before the days."""
    return _TODAY.search(text) is not None


def wish_in(text: str, places: Iterable[str] = ()) -> str:
    """The sentence without what it asks and where it is said: 身份证丢了要补 of 我在河西镇，身份证丢了要补，多少钱.

    Args:
        places: Names of places to leave out.

    Returns:
        The whole text where nothing of substance is left.
    """
    rest = text
    for place in sorted(places, key=len, reverse=True):
        rest = re.sub(
            rf"(?:我|俺|本人)?(?:家|人)?(?:现在)?(?:住)?(?:在|是)?{re.escape(place)}(?:的|这边|那边|人)?",
            "",
            rest,
        )
    clauses = [clause for clause in re.split(r"[，,。;；?？、 ]", rest) if clause and not _only_asks(clause)]
    return "，".join(clauses) or text


def _only_asks(clause: str) -> bool:
    return bool(aspects_in(clause)) and len(subject_of(clause)) < _LEAST_SUBJECT


_LEAST_SUBJECT = 2


def names_subject(text: str) -> bool:
    """Whether a question names a matter of its own: 身份证补办多少钱."""
    return len(subject_of(text)) >= _LEAST_SUBJECT


def subject_of(text: str) -> str:
    """What is left of a text without its questions and fillers: empty where it names no matter of its own."""
    for _, words in _WORDS:
        text = words.sub("", text)
    return _FILLERS.sub("", text)
