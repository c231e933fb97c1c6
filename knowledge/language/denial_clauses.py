"""What a message denies: 不是变更, 没说要离婚, 谁要办护照, 排啥污, 搞岔了; and what it says beside.

A denial reaches from its word to the end of its stretch, or to a word that turns it (不是变更是注销). What the denied words name is found
elsewhere (:mod:`knowledge.guidance.affair_denial`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_suffix(".yaml")
_STRETCH = re.compile(r"(?:[^,，。;；!！?？:：~…—\s.]|\.(?!\.))+")
_EITHER_WAY = re.compile(r"(?P<said>[\u4e00-\u9fff]{1,3})[不没](?P=said)|[\u4e00-\u9fff][不没][嘛哦呀啊哈]?$")
"""要不要, 要证不要证, 办得到不: a question, and no denial."""


class How(StrEnum):
    """In which way something is denied."""

    MISHEARD = "misheard"
    """That it was understood at all: 搞岔了."""
    WISH = "wish"
    """That it is wanted: 没说要X, 别再提X."""
    STATE = "state"
    """That it is so: 不是X, 没X."""
    BY_ASKING = "by_asking"
    """In the form of a question: 排啥污, 什么公司注销."""


@dataclass(frozen=True, slots=True)
class Denied:
    """Words of a message that deny.

    Attributes:
        start: Where they begin in the message.
        end: Where what they deny ends.
        named: What is denied, without fillers; empty where it is only pointed at, or nothing is named.
        points: It is pointed at: 不办这个.
    """

    how: How
    start: int
    end: int
    named: str
    points: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    misheard: re.Pattern[str]
    wish: re.Pattern[str]
    state: re.Pattern[str]
    by_asking: tuple[re.Pattern[str], ...]
    pronouns: re.Pattern[str]
    takes_back: re.Pattern[str]
    bare: re.Pattern[str]
    object_ends: re.Pattern[str]
    fillers: re.Pattern[str]
    nothing_left: re.Pattern[str]


def denials_in(text: str) -> tuple[Denied, ...]:
    """What a normalised message denies, in order; of one stretch at most two."""
    found: list[Denied] = []
    text = _words().takes_back.sub(lambda match: "," * len(match[0]), text)
    for stretch in _STRETCH.finditer(text):
        at = stretch.start()
        while denied := _first(text[at : stretch.end()], at):
            found.append(denied)
            at = denied.end
    return tuple(found)


def takes_back(text: str) -> bool:
    """Whether a message says that nothing was denied: 谁说不办了."""
    return _words().takes_back.search(text) is not None


def without(text: str, denied: tuple[Denied, ...]) -> str:
    """What a message says beside what it denies; empty where that is nothing of substance."""
    kept, at = [], 0
    for one in denied:
        kept.append(text[at : one.start])
        at = max(at, one.end)
    rest = ",".join(part for piece in [*kept, text[at:]] if (part := _tidied(piece)))
    return rest if _words().nothing_left.sub("", rest) else ""


def beside_a_denial(text: str, name: str) -> str:
    """What a message says beside the denial of a thing that was named by mistake: 礼拜六开门不 of 啥遗嘱啊，礼拜六开门不.

    Args:
        name: Of the thing; words of it must stand in what is denied.

    Returns:
        Empty where the message denies no such thing, or says no more.
    """
    denied = tuple(
        one for one in denials_in(text) if any(name[n : n + 2] in one.named for n in range(len(name) - 1))
    )
    return without(text, denied) if denied else ""


def _tidied(piece: str) -> str:
    """A piece without the marks and empty words at its ends."""
    empty = _words().nothing_left
    parts = [part for part in re.split(r"[,，。;；!！?？~…—]+|\.{2,}", piece) if empty.sub("", part)]
    return ",".join(part.strip() for part in parts)


def _first(stretch: str, at: int) -> Denied | None:
    words = _words()
    found = [
        *(
            _denied(How.BY_ASKING, match, stretch, at)
            for asks in words.by_asking
            for match in asks.finditer(stretch)
        ),
        *(_denied(How.MISHEARD, match, stretch, at) for match in words.misheard.finditer(stretch)),
        *(_denied(How.WISH, match, stretch, at) for match in words.wish.finditer(stretch)),
        *(_denied(How.STATE, match, stretch, at) for match in words.state.finditer(stretch)),
    ]
    asked = [match.span() for match in _EITHER_WAY.finditer(stretch)]
    meant = [
        one
        for one in found
        if not any(start <= one.start - at < end for start, end in asked)
        and (one.how is not How.STATE or one.named or words.bare.match(stretch, one.start - at))
    ]
    return min(meant, key=lambda one: one.start, default=None)


def _denied(how: How, match: re.Match[str], stretch: str, at: int) -> Denied:
    words, end = _words(), len(stretch)
    if how is How.BY_ASKING:
        named = "".join(part for part in match.groupdict().values() if part)
    else:
        turn = words.object_ends.search(stretch, match.end())
        end = turn.start() if turn else end
        named = stretch[match.end() : end]
    points = bool(_POINTS.search(named))
    named = words.fillers.sub("", named)
    if words.pronouns.fullmatch(named):
        named = ""
    start = 0 if how is How.MISHEARD and match.start() <= _OPENING else match.start()
    return Denied(how, at + start, at + end, named, points and not named)


_POINTS = re.compile("[这那它]|再办")
_OPENING = 4
"""Characters before a word of mishearing that belong to it: 你又, 整个就."""


@cache
def _words() -> _Words:
    told = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return _Words(
        misheard=_one_of(told["misheard"]),
        wish=_one_of(told["denies_wish"]),
        state=_one_of(told["denies_state"]),
        by_asking=tuple(map(re.compile, told["denies_by_asking"])),
        pronouns=re.compile(told["pronouns"]),
        takes_back=re.compile(told["takes_back"]),
        bare=re.compile(told["bare"]),
        object_ends=re.compile(told["object_ends"]),
        fillers=re.compile(told["fillers"]),
        nothing_left=re.compile(told["nothing_left"]),
    )


def _one_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
