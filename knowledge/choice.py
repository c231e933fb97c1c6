"""Which of the offered options a reply means: by number, ordinal, text, synonym or range.

Resolved before any classifier is trusted: 「2」「第二个」「租的」「一百来平」「最后一个」.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.condition import UNSURE
from knowledge.item import Question
from knowledge.quantity import quantity_in
from knowledge.text import normalise

_plain = lru_cache(maxsize=20_000)(normalise)
"""Labels and synonyms as typed text is spelled; the catalogue has a few thousand of them."""

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMBER = r"(?:[1-9]|[一二两三四五六七八九])"
_ORDINAL = re.compile(
    rf"^(?:我?(?:要|选|办|是|就|那就|那|嗯)*)*(?:第|选项|序号)?(?P<n>{_NUMBER})(?:个|号|项|种|条|那个)?(?:吧|的|呢|啊|哈|了)?$"
)
_LAST = re.compile(r"^(?:我?(?:要|选))?(?:最后|末尾|最下面)(?:那?一?)?(?:个|项|种|条)?(?:吧|的)?$")
_UNSURE = re.compile(r"不(?:太)?(?:确定|知道|清楚|懂|晓得|明白)|没(?:想好|搞懂|弄懂)|说不准|不好说|咋算|啥意思|什么意思")
_NONE = re.compile(r"^(?:这?几?个?)?(?:都|全)(?:不是|不对|不要|没有)|没有(?:我要|想要)的|不在(?:里面|上面)|^没有一个")
_YES = re.compile(r"^(?:是|对|嗯|恩|有|要|会|好|行|可以|需要|没错|当然|肯定)+(?:的|啊|呀|呢|了|滴|吧|要|有)*$")
_NO = re.compile(r"^(?:真的?|都|也|暂时|目前)?(?:不|没|否|无|冇|唔)(?:是|有|做|会|要|用|需要|需|行|对|得|卖|弄|存在)*(?:的|啊|呀|呢|了|哦|吧)*$")
_NEGATION = re.compile(r"(?:不是|不用|没有|并非|别|非|不|没)$")


@dataclass(frozen=True, slots=True)
class Offered:
    """An option as offered: what it stands for, its label, other words for it, and its range of a quantity."""

    value: str
    label: str
    says: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None


def offered_by(question: Question) -> tuple[Offered, ...]:
    """A question's options as offered."""
    return tuple(Offered(value, o.label, o.says, o.bounds) for value, o in question.options.items())


def choose(text: str, options: Sequence[Offered], unit: str = "") -> str | None:
    """The value of the option that ``text`` means, :data:`UNSURE` for 不确定, or None.

    Args:
        text: Normalised reply.
        unit: Of the quantity, where options are ranges.
    """
    bare = text.strip(" 。，,.!?！？、~")
    number = _number(bare, len(options))
    if number is not None:
        return options[number - 1].value if number <= len(options) else UNSURE
    if bare in ("不确定", "unsure"):
        return UNSURE
    if {option.value for option in options} == {"yes", "no"} and (plain := _yes_or_no(bare)):
        return plain
    value = stated(bare, options, unit, shortest=1, bare_counts=True)
    return value or (UNSURE if _UNSURE.search(bare) else None)


def stated(
    text: str, options: Sequence[Offered], unit: str = "", *, shortest: int = 1, bare_counts: bool = False
) -> str | None:
    """The option that a sentence states by words or quantity; the longest words win, a tie states nothing.

    Args:
        shortest: Words of fewer characters do not count: 是 and 有 answer a question that is pending, but stand in any sentence.
        bare_counts: So does a number without unit.
    """
    if unit:
        quantity = quantity_in(text, unit, bare_counts=bare_counts)
        for option in options:
            if quantity is not None and option.bounds and option.bounds[0] < quantity <= option.bounds[1]:
                return option.value
    scores = {option.value: _longest_said(text, option) for option in options}
    best = max(scores.values(), default=0)
    winners = [value for value, score in scores.items() if score == best]
    return winners[0] if best >= shortest and len(winners) == 1 else None


def is_none_of_these(text: str) -> bool:
    """Whether the reply turns down all that was offered: 都不是, 没有我要的."""
    return bool(_NONE.search(text.strip(" 。，")))


def _yes_or_no(text: str) -> str | None:
    """A bare yes or no, with or without the question's verb: 嗯, 没有, 不做."""
    if _NO.match(text):
        return "no"
    return "yes" if _YES.match(text) else None


def _number(text: str, count: int) -> int | None:
    """The option's number; ``count + 1`` is the 不确定 that is always offered last."""
    if _LAST.match(text):
        return count
    found = _ORDINAL.match(text)
    if not found:
        return None
    raw = found["n"]
    number = int(raw) if raw.isdigit() else _DIGITS[raw]
    return number if number <= count + 1 else None


def _longest_said(text: str, option: Offered) -> int:
    """Length of the longest of the option's words in the text that is not negated there."""
    return max((len(words) for words in (option.label, *option.says) if _says(text, words)), default=0)


def _says(text: str, words: str) -> bool:
    words = _plain(words)
    start = text.find(words)
    while start >= 0:
        negated = _NEGATION.search(text[:start])
        if not negated or words.startswith(("不", "没", "非")):
            return True
        start = text.find(words, start + 1)
    return False
