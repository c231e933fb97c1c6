"""What a sentence asks of an item: 多少钱, 要多久, 能领多久, 能代办吗 ... found beside whatever else it says.

The words are data (``closer_questions.yaml``, then ``lexicon/questions.yaml``). They are tried in the order of the files, and what one
aspect has taken is not read again: 能领多久 asks how long money is paid, 有效期多久 how long a paper is valid, and only what is left asks
how long it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.language.lexicon.load import HERE

FILE = HERE / "questions.yaml"
CLOSER = Path(__file__).with_name("closer_questions.yaml")
"""Tried first; the lexicon is what the matcher is trained with, and these words say nothing of which item is meant."""


class Aspect(StrEnum):
    """What can be asked of an item; the values of the older ones are the intents' names without ``ask_``."""

    FEE = "fee"
    AMOUNT = "amount"
    DURATION = "duration"
    TIME_LIMIT = "time_limit"
    COUNTING = "counting"
    VALIDITY = "validity"
    OPEN_NOW = "open_now"
    EXAM_PLACE = "exam_place"
    PLACE = "place"
    HOURS = "hours"
    PHONE = "phone"
    ONLINE = "online"
    POST = "post"
    ELSEWHERE = "elsewhere"
    DEADLINE = "deadline"
    AGENT = "agent"
    IN_PERSON = "in_person"
    WITHOUT = "without"
    MATERIALS = "materials"
    CONDITIONS = "conditions"
    ORDER = "order"
    PROCESS = "process"
    NEXT = "next"
    VISITS = "visits"
    IF_LOST = "if_lost"
    BASIS = "basis"
    RESULT = "result"
    WHY = "why"
    DIFFERENCE = "difference"


_HAS_A_PAPER = re.compile(
    r"(?:我们?|俺)?(?:的)?[^,。?]{0,5}(?:证|本|书|合同|卡|照|表|材料)(?:我|都|也|已经|早就?)*(?:有了?|带了|带着|办了|办好了|拿到了|下来了|在手上|齐了)(?:的|呢|呀|啊|哈)*"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """How one aspect is asked.

    Attributes:
        words: What asks, left out where the matter itself is looked for.
        frames: Words with others between them, which are only recognised.
        but: Words with which the sentence asks something else.
    """

    aspect: Aspect
    words: re.Pattern[str]
    frames: re.Pattern[str] | None
    but: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Questions:
    closer: tuple[_Words, ...]
    aspects: tuple[_Words, ...]
    told: frozenset[Aspect]
    needed: re.Pattern[str]
    yes_no: re.Pattern[str]
    fillers: re.Pattern[str]


@cache
def _questions() -> _Questions:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    closer = yaml.safe_load(CLOSER.read_text(encoding="utf-8"))
    return _Questions(
        closer=tuple(_words(Aspect(name), entry) for name, entry in closer["aspects"].items()),
        told=frozenset(Aspect(name) for name in closer["told"]),
        needed=_any(closer["needed"]),
        aspects=tuple(_words(Aspect(name), entry) for name, entry in raw["aspects"].items()),
        yes_no=_any(raw["yes_no"]),
        fillers=_any(raw["fillers"]),
    )


def _words(aspect: Aspect, entry: dict[str, Any]) -> _Words:
    frames, but = (_any(entry[key]) if entry.get(key) else None for key in ("frames", "but"))
    return _Words(aspect, _any(entry["words"]), frames, but)


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern of several, whose gaps end where a clause does."""
    return re.compile("|".join(f"(?:{pattern.replace('.{', _GAP)})" for pattern in patterns))


_GAP = "[^,，。;；?？、]{"


_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
"""What stands for personal data: [地址] asks for no address."""

_TAKEN = "、"
"""Stands in the place of what an aspect has taken, so that words left and right of it do not join."""


def aspects_in(text: str) -> tuple[Aspect, ...]:
    """The aspects that the text asks about, in the order of :class:`Aspect`."""
    rest = _TOKEN.sub(_TAKEN, text)
    found = set()
    for words in (*_questions().closer, *_questions().aspects):
        if words.but and words.but.search(text):
            continue
        for pattern in (words.words, words.frames):
            rest, taken = pattern.subn(_TAKEN, rest) if pattern else (rest, 0)
            if taken:
                found.add(words.aspect)
    if found & _questions().told and _only_tells(text):
        found -= _questions().told
    return tuple(aspect for aspect in Aspect if aspect in found)


_LONGEST_ASKED = 3
"""Characters beside its own words by which something is still asked without the form of a question: 中心周末上班."""


def _only_tells(text: str) -> bool:
    """Whether a sentence only tells, whatever words it holds: 我在工地上班，下班晚."""
    return not is_question(text) and len(subject_of(text)) > _LONGEST_ASKED


_QUESTION = re.compile(
    r"[?？]|吗|么$|呢$|[不没]$|怎么|怎样|咋|如何|多少|几(?!乎)|哪|什么|啥|谁|为何|为什么|是否"
    r"|(能|可|要|用|行|会|有|是|好|该|算|得|给|让|肯|准|成|中)[一-鿿]?不\1|能不能|可不可以|行不行|要不要|有没有|是不是|多[久长远大]"
)


_WANTS = re.compile(
    r"(?:想|要|得|需要|打算|准备|帮|给|来|咋|怎么|如何)(?!问).{0,8}?(?:办|开|补|换|领|申请|注销|登记|过户|迁|取出|变更|续|退|上户|上医保|上社保|交医保|交社保|参保|弄个|搞个)"
    r"|^(?:先|再)?(?:办|补办|申请|换领|注销|登记)"
)


_THE_CENTRE = re.compile(r"你们|您们|中心|大厅|窗口|这里|这儿|这边|咱们?这")


def speaks_of_the_centre(text: str) -> bool:
    """Whether a sentence speaks of the service centre itself: 你们周六开门不."""
    return _THE_CENTRE.search(text) is not None


def wants_something(text: str) -> bool:
    """Whether the words of a sentence say that something is wanted: 我想办, 要补, 怎么申请."""
    return _WANTS.search(text) is not None


def is_question(text: str) -> bool:
    """Whether the form of a sentence asks something."""
    return _QUESTION.search(text) is not None


def asks_yes_or_no(text: str) -> bool:
    """Whether a yes or a no is due first: 能代办吗, 要不要钱, 收费不."""
    return _questions().yes_no.search(text) is not None


def has_a_paper(text: str) -> bool:
    """Whether a short message only says that a paper is there: 居住证有的."""
    return bool(_HAS_A_PAPER.fullmatch(text))


def asks_whether_needed(text: str) -> bool:
    """Whether the text asks if a licence is needed beside what is in hand: 还要卫生许可证吗, 不办烟证能卖烟吗."""
    return _questions().needed.search(text) is not None


_TODAY = re.compile(
    r"当天|当日|当场|立等可取|今天(?:就)?能(?:拿|取|办)|(?:马上|立马)(?:就)?(?:能|可以)(?:拿|取|领)"
)


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
_MOMENT = re.compile(
    r"(?:我|俺|要是|如果|假如|那)*(?:今|明|后|昨|前|大后|大前)(?:天|日|儿)(?:(?:递|提)?交|报)?(?:上去|了|的话|呢)*"
    r"|[上下这本]*个?(?:周|星期|礼拜)[一二三四五六日天](?:(?:递|提)?交|报)?(?:上去|了|的话|呢)*"
    r"|(?:\d{1,2}月|[上下这本]+个?月)?\d{1,2}[号日](?!线|楼|窗)(?:(?:递|提)?交|报)?(?:上去|了|的话|呢)*"
)
"""A day, and that one hands in then, is no matter of its own: 今天交几号能拿."""


def names_subject(text: str) -> bool:
    """Whether a question names a matter of its own: 身份证补办多少钱."""
    return len(subject_of(text)) >= _LEAST_SUBJECT


def subject_of(text: str) -> str:
    """What is left of a text without its questions and fillers: empty where it names no matter of its own."""
    for words in (*_questions().closer, *_questions().aspects):
        text = words.words.sub("", text)
    return _questions().fillers.sub("", _MOMENT.sub("", text))
