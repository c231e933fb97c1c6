"""The clauses of what was said: whether each states, asks or only supposes, and what stands negated in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.aside_clauses import aside_in

_END = re.compile(r"(?:(?<!\d),|,(?!\d)|[。;；!?？！、:：\s~…—])+")
_SUPPOSES = re.compile(r"如果|要是|假如|假设|万一|若是|比如|的话|换成是|是不是得")
_ASKS = re.compile(
    r"吗|[么嘛]$|(?<![我们也都还真就又并店])没有$|不$|呢$|可不可以|能不能|行不行|成不成|成不$|行不$|中不中|中不$|好不好|得不得行|要不要|用不用|是不是|是否|需不需要|得不得|有没有|(?:什么|啥|咋|怎么|怎样|哪儿?|哪里|谁)(?!都|也|儿?都|里?也)|多少|多久|几(?:天|时|号|点)"
)
_NOTHING_OF_IT = re.compile(r"(?<!有)(?<!是)(?:不是|没有?|没得|莫得|冇)[办做过搞有用要]{0,2}(?:什么|啥子?)")
"""没办过什么登记, 又不是什么老板: asks nothing."""
_ALTERNATIVE = re.compile(r"还是(?!老|那|照|一|没|原|以)")
_EITHER_WAY = re.compile(r"(.)(?:不|没)\1?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two stops.

    Attributes:
        start: Where it begins in the whole text.
        asks: It is a question, or offers alternatives.
        supposes: It speaks of what might be: 如果, 要是, 的话.
        aside: It takes leave, reproaches, asks back or leaves something for later (:mod:`knowledge.language.aside_clauses`).
    """

    start: int
    text: str
    asks: bool = False
    supposes: bool = False
    aside: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def states(self) -> bool:
        return not (self.asks or self.supposes or self.aside)


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a normalised text in order."""
    found, start = [], 0
    for stop in _END.finditer(text):
        if stop.start() > start:
            found.append(_clause(text, start, stop.start(), stop[0]))
        start = stop.end()
    if start < len(text):
        found.append(_clause(text, start, len(text), ""))
    return tuple(found)


def _clause(text: str, start: int, end: int, stop: str) -> Clause:
    words = text[start:end]
    plain = _NOTHING_OF_IT.sub("", words)
    asks = "?" in stop or "？" in stop or bool(_ASKS.search(plain) or _ALTERNATIVE.search(plain))
    return Clause(start, words, asks, bool(_SUPPOSES.search(words)), aside_in(words) is not None)


def asks_either_way(before: str, words: str) -> bool:
    """Whether the words stand as 卖不卖凉菜 or 是不是租的 and so are only asked about."""
    either = _EITHER_WAY.search(before)
    if either is None:
        return False
    return either[0][-1] == either[1] or words.startswith(either[1])
