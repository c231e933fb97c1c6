"""Where a sentence has the words of an option: plain words, and words with a gap as 招…人 in 招三个人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.base.text import normalise
from knowledge.catalogue.item import Question
from knowledge.language.clause import Clause, asks_either_way, is_negated
from knowledge.language.yes_no import yes_or_no

GAP = "…"
_SHORTEST = 2
_IN_ANY_SENTENCE = frozenset(
    [
        "没有",
        "不是",
        "不用",
        "不要",
        "不需",
        "有的",
        "是的",
        "都有",
        "普通",
        "自己",
        "本人",
        "别人",
        "他人",
        "可以",
        "需要",
        "不会",
        "一样",
        "一般",
        "正常",
        "以后再说",
        "一起",
        "都要",
        "全部",
        "还没有",
        "个人",
        "单位",
        "公司",
    ]
)
"""Words that answer a question that is pending, but say nothing by themselves elsewhere."""
_NEGATIVE = ("不", "没", "非", "无", "否", "未", "还没", "冇", "唔")
_NUMERALS = "0123456789一二两三四五六七八九十几这那每哪"
_OTHER_WORD = {"自己": "的", "委托": "书", "上学": "期"}
"""What follows makes another word of it: 自己的房子 says nothing of who goes to the window, 委托书 is a paper."""
_TO_THE_BOT = "你您请烦能以想要"
"""Before 帮我办: it is the assistant that is asked, and nobody is sent."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of an option in a text, from ``start`` up to ``end``; ``negated`` where they are denied."""

    value: str
    start: int
    end: int
    negated: bool = False
    stated: bool = True

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Said) -> bool:
        """Whether the other stands within this longer one."""
        return len(other) < len(self) and self.start <= other.start and other.end <= self.end


def words_said(text: str, clauses: tuple[Clause, ...], question: Question) -> list[Said]:
    """The words of a question's options in a text; those that are only supposed are left out."""
    return [
        Said(value, start, end, negated, clause.states)
        for value, option in question.options.items()
        for words in _spoken(option.label, option.says)
        for start, end in _places(text, words)
        for clause, negated in _meant(text, clauses, start, end)
    ]


@lru_cache(maxsize=20_000)
def _spoken(label: str, says: tuple[str, ...]) -> tuple[str | re.Pattern[str], ...]:
    """Label and other words as typed text is spelled; words with a gap as an expression."""
    plain = dict.fromkeys(normalise(words.replace(GAP, "\n")) for words in (label, *says))
    told = [words for words in plain if _tells(words)]
    return tuple(_with_gap(words) if " " in words else words for words in told)


def _tells(words: str) -> bool:
    return len(words) >= _SHORTEST and words not in _IN_ANY_SENTENCE and yes_or_no(words) is None


def _with_gap(words: str) -> re.Pattern[str]:
    return re.compile(r"[^,。;!?、 ]{0,4}?".join(re.escape(part) for part in words.split(" ")))


def _places(text: str, words: str | re.Pattern[str]) -> Iterator[tuple[int, int]]:
    if isinstance(words, str):
        start = text.find(words)
        while start >= 0:
            yield start, start + len(words)
            start = text.find(words, start + 1)
    else:
        for found in words.finditer(text):
            yield found.span()


def _meant(text: str, clauses: tuple[Clause, ...], start: int, end: int) -> Iterator[tuple[Clause, bool]]:
    """The clause in which words stand as a statement or question of their own, and whether they are negated there."""
    clause = next((one for one in clauses if one.start <= start < one.end), None)
    if clause is None or clause.supposes:
        return
    words, before, after = text[start:end], text[clause.start : start], text[end : clause.end]
    if words[0] in "个次" and before[-1:] and before[-1] in _NUMERALS:
        return
    if any(words.endswith(word) and after.startswith(next_) for word, next_ in _OTHER_WORD.items()):
        return
    if words.startswith(("帮我", "替我", "代我")) and (not before or before[-1] in _TO_THE_BOT):
        return
    if asks_either_way(before, words) or (before[-1:] == words[1:2] and words.startswith(("不", "没"))):
        return
    yield clause, not words.startswith(_NEGATIVE) and is_negated(before)
