"""Questions in reply to a question: which of the options to take, and what one of them is (算堂食吗, 选哪个, 第一个还是第三个).

Such a reply holds words of an option, but it does not choose it. 我姐去办行不行 is another thing: it tells a circumstance and asks what
follows from it, so that it is an answer (:mod:`knowledge.language.choice`). The words are data (``asked_options.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.aspects import is_question
from knowledge.language.clause import what_is_asked
from knowledge.language.mentions import Mention, mentions
from knowledge.language.offered_options import Offered
from knowledge.language.refusal import does_not_know

FILE = Path(__file__).with_name("asked_options.yaml")

_ORDINAL = re.compile(r"第[一二三四五六七八\d]{1,2}(?:个|种|项)?|前者|后者|前面那个|后面那个")
_CLAUSE_END = re.compile(r"[,，。;；!！?？ ]")
_LEAST_NAMED = 3
"""Characters by which an option is spoken of as such: 家庭经营要多交税吗; a shorter word tells a circumstance."""


class OptionQuestion(StrEnum):
    """What is asked about the options."""

    WHICH = "which"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class _Words:
    which: re.Pattern[str]
    or_: re.Pattern[str]
    alternative: re.Pattern[str]
    decides: re.Pattern[str]
    counts: re.Pattern[str]
    means: re.Pattern[str]
    supposes: re.Pattern[str]
    asks_of_it: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return _Words(
        which=_any(raw["which"]),
        or_=_any([raw["or"]]),
        alternative=_any([raw["alternative"]]),
        decides=_any([raw["decides"]]),
        counts=_any(raw["counts"]),
        means=_any(raw["means"]),
        supposes=_any([raw["supposes"]]),
        asks_of_it=_any([raw["asks_of_it"]]),
        own=_any([raw["own"]]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern of several, whose gaps end where a clause does."""
    return re.compile("|".join(f"(?:{pattern.replace('.{', '[^,，。;；?？、]{')})" for pattern in patterns))


def option_question(text: str, options: Sequence[Offered]) -> OptionQuestion | None:
    """What a reply asks about the options that are offered; None where it asks nothing of them.

    Args:
        text: Normalised reply.
    """
    named = mentions(text, options)
    if _asks_which(text, named):
        return OptionQuestion.WHICH
    if _asks_about_one(text, named, options):
        return OptionQuestion.ABOUT
    return None


def _asks_which(text: str, named: Sequence[Mention]) -> bool:
    if _words().which.search(text):
        return True
    several = len({one.value for one in named}) > 1 or len(_ORDINAL.findall(text)) > 1
    if several and does_not_know(_CLAUSE_END.split(text)[-1]):
        return True
    return any(_leaves_open(text, turn, named) for turn in _words().or_.finditer(text))


def _leaves_open(text: str, turn: re.Match[str], named: Sequence[Mention]) -> bool:
    """Whether 还是 stands between two options, or before one in the tone of a question, and is no decision (还是一个人吧)."""
    before, after = text[: turn.start()], text[turn.end() :]
    if _words().decides.search(after):
        return False
    first = {one.value for one in named if one.end <= turn.start()} or set(_ORDINAL.findall(before))
    second = {one.value for one in named if one.start >= turn.end()} or set(_ORDINAL.findall(after))
    if first and second - first:
        return True
    if _words().alternative.search(before) and (first or second):
        return True
    return bool(second) and is_question(after)


def _asks_about_one(text: str, named: Sequence[Mention], options: Sequence[Offered]) -> bool:
    if _asks_what_it_counts_as(text, options):
        return True
    if named and _words().means.search(text):
        return True
    return is_question(text) and any(_is_spoken_of(text, one) for one in named)


def _asks_what_it_counts_as(text: str, options: Sequence[Offered]) -> bool:
    """Whether it is asked if something counts as one of these options: 这样算自有吗, and not 凉面算冷食吗 where the premises are asked."""
    asked = [found[0] for found in _words().counts.finditer(text)] + what_is_asked(text)
    return any(word in one for one in asked for option in options for word in (option.label, *option.words))


def _is_spoken_of(text: str, one: Mention) -> bool:
    """Whether the option is what the question is about: 委托他人要公证吗, and not 我委托我弟去要公证吗."""
    clause = max((found.end() for found in _CLAUSE_END.finditer(text, 0, one.start)), default=0)
    before, words, after = text[clause : one.start], text[one.start : one.end], text[one.end :]
    if _words().supposes.search(before):
        return True
    if len(words) < _LEAST_NAMED or _words().own.search(before + words):
        return False
    return bool(_words().asks_of_it.match(after))
