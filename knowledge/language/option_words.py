"""Where a sentence has the words of an option: plain words, and words with a gap as 招…人 in 招三个人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.base.text import normalise
from knowledge.catalogue.item import Question
from knowledge.language.clause import Clause, asks_either_way
from knowledge.language.polarity import (
    DENIED_AFTER,
    is_denied_after,
    is_gone,
    is_negated,
    is_unwilling,
    is_yet_to_come,
)
from knowledge.language.yes_no import yes_or_no

GAP = "…"
_IN_GAP = r"[^,。;!?、 不没别非唔冇]{0,4}?"
_HAVING = re.compile(r"(?:做|卖|有|加)(?=[^给掉钱新限时人效])(?=..)")
_ADDING = r"(?:加|添|增加|新增|多做|多卖|再做|再卖|兼做|兼卖)"
_SOME = r"(?:了|上|一?点儿?|一?些|[一两几]?[样个种])?"
"""做凉菜 is also said as 做点凉菜, 加几样凉菜, 添个凉菜."""
_VERBS = "有做卖办交领买开招加是在能会想要"
_HAS_NOT = re.compile("^没有?")
_WHOSE = r"(?:我们?|俺|咱们?|他|她|孩子)?(?:家里?)?的?"
_KIN = re.compile(
    r"(?<=.)(?=儿子|女儿|闺女|老公|老婆|媳妇|丈夫|妻子|爱人|爸|妈|父|母|孩子|爷爷|奶奶|亲戚|哥|姐|弟|妹|家人|孙子)"
)
"""投靠儿子 is said as 投靠我儿子, 看老公 as 去看她老公."""
_ASKS_WHO = ("谁", "哪一位", "哪位")
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
_OF_A_NAME, _FOLLOWING = re.compile("[妈爸亲]?的?姓(?!名)"), ("随", "跟", "姓")
"""随妈妈的姓 says whose name a child bears, and not where it is registered."""
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
    names_persons = any(words in question.text for words in _ASKS_WHO)
    return [
        Said(
            value,
            start,
            end,
            negated or (names_persons and (is_unwilling(text[end:]) or is_gone(text[end:]))),
            clause.states or _ends_denied(text, clause, start, end),
        )
        for value, option in question.options.items()
        for words in _spoken(option.label, option.says)
        for start, end in _places(text, words)
        for clause, negated in _meant(text, clauses, start, end)
    ]


def _ends_denied(text: str, clause: Clause, start: int, end: int) -> bool:
    """Whether a thing is denied by what follows it, although that could end a question: 凉菜没有, unlike 有凉菜没有."""
    return text[start] not in _VERBS and is_denied_after(text[end : clause.end])


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of an option: what surely stands in a text that has them, and the expression where that is not all."""

    literal: str
    expression: re.Pattern[str] | None = None


@lru_cache(maxsize=20_000)
def _spoken(label: str, says: tuple[str, ...]) -> tuple[_Words, ...]:
    """Label and other words as typed text is spelled."""
    plain = dict.fromkeys(GAP.join(map(normalise, words.split(GAP))) for words in (label, *says))
    return tuple(_expressed(words) for words in plain if _tells(words))


def _tells(words: str) -> bool:
    return len(words) >= _SHORTEST and words not in _IN_ANY_SENTENCE and yes_or_no(words) is None


def _expressed(words: str) -> _Words:
    """Words with room for a few more at a gap, for 我, 她的 before a relative, and for 没 beside 没有."""
    parts = [_KIN.split(part) for part in words.split(GAP)]
    literals = [literal for part in parts for literal in part]
    if len(literals) == 1 and _HAVING.match(words):
        return _of_a_thing(words[0], _HAVING.sub("", words, count=1))
    if len(literals) == 1 and not words.startswith("没"):
        return _Words(words)
    expression = _IN_GAP.join(_WHOSE.join(map(re.escape, part)) for part in parts)
    literal = max(literals, key=len).removeprefix("没有").removeprefix("没")
    return _Words(literal, re.compile(_HAS_NOT.sub("没有?", expression)))


def _of_a_thing(verb: str, thing: str) -> _Words:
    """What is made, sold or there, also as what is added or denied: 做凉菜, 加点凉菜, 把凉菜加上, 凉菜不做."""
    noun = re.escape(thing)
    spoken = (
        rf"{_ADDING}{_SOME}{_IN_GAP}{noun}|{verb}{_SOME}{noun}",
        rf"把{noun}[也都]?[加添]",
        rf"{noun}(?={DENIED_AFTER})",
    )
    return _Words(thing, re.compile("|".join(spoken)))


def _places(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    start = text.find(words.literal)
    if start >= 0 and words.expression is not None:
        for found in words.expression.finditer(text):
            yield found.span()
        return
    while start >= 0:
        yield start, start + len(words.literal)
        start = text.find(words.literal, start + 1)


def _meant(text: str, clauses: tuple[Clause, ...], start: int, end: int) -> Iterator[tuple[Clause, bool]]:
    """The clause in which words stand as a statement or question of their own, and whether they are negated there."""
    clause = next((one for one in clauses if one.start <= start < one.end), None)
    if clause is None or not clause.speaks_of_the_applicant(start):
        return
    words, before, after = text[start:end], text[clause.start : start], text[end : clause.end]
    if words[0] in "个次" and before[-1:] and before[-1] in _NUMERALS:
        return
    if any(words.endswith(word) and after.startswith(next_) for word, next_ in _OTHER_WORD.items()):
        return
    if _OF_A_NAME.match(after) and (words[0] in _FOLLOWING or before[-1:] in _FOLLOWING):
        return
    if words[0] in "满到够年" and is_yet_to_come(before):
        return
    if words.startswith(("帮我", "替我", "代我")) and (not before or before[-1] in _TO_THE_BOT):
        return
    if asks_either_way(before, words) or (before[-1:] == words[1:2] and words.startswith(("不", "没"))):
        return
    yield clause, not words.startswith(_NEGATIVE) and (is_negated(before) or is_denied_after(after))
