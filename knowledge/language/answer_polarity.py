"""The no that a sentence says to a yes-or-no question: 失业登记也没办过呀 to 办过失业登记了吗.

The words of the options do not hold every way to say it. A clause says no to a question where it denies what the question asks: the
denial ends it or stands before words of the question, and what else it holds are words of the question too. What denies something
else (没有拖, 没欠税款) says nothing to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.clause import Clause, clauses_of
from knowledge.language.polarity import denial_at, sides, without_asking

_FILE = Path(__file__).with_suffix(".yaml")
_TWOFOLD = re.compile(r"或者|,|，")
"""A question of two things, of which one may be denied and not the other."""
_SHARED = 2


class _Words(Frozen):
    fillers: tuple[str, ...]
    common: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@cache
def _fillers() -> re.Pattern[str]:
    words = sorted(_words().fillers, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


def no_of(values: Sequence[str], labels: Sequence[str], question: str) -> str | None:
    """The option that says no to a question that can be answered with yes or no; None where it cannot."""
    if _TWOFOLD.search(question) or not _asks_yes_or_no(question):
        return None
    said = sides(values, labels)
    return values[said.index(-1)] if -1 in said else None


def _asks_yes_or_no(question: str) -> bool:
    return question.endswith("吗") or without_asking(question) != question


def says_no(text: str, question: str) -> bool:
    """Whether a reply to the open question says no to it; a clause without words of the question may do so too: 也没办过呀."""
    statement = without_asking(question)
    return any(
        rest in statement or shared_words(rest, statement)
        for clause in clauses_of(text)
        for rest in _denied(clause, statement)
    )


def denied_words(text: str, question: str) -> Iterator[tuple[Clause, str]]:
    """The clauses of any sentence that deny what a question asks, with the longest words of the question in each."""
    statement = without_asking(question)
    for clause in clauses_of(text):
        for rest in _denied(clause, statement):
            words = shared_words(rest, statement)
            if words and words not in _words().common:
                yield clause, words


def shared_words(rest: str, statement: str, but: str = "") -> str:
    """The longest words that both have, and a third has not; empty where there are none."""
    found = (
        rest[start:end]
        for start in range(len(rest))
        for end in range(len(rest), start + _SHARED - 1, -1)
        if rest[start:end] in statement and rest[start:end] not in but
    )
    return max(found, key=len, default="")


def _denied(clause: Clause, statement: str) -> Iterator[str]:
    """What a clause says beside its one denial, where nothing but words of the question follows the denial at once."""
    if not clause.states:
        return
    span = denial_at(clause.text)
    if span is None:
        return
    after = _fillers().sub("", clause.text[span[1] :])
    if after[:_SHARED] not in statement:
        return
    yield _fillers().sub("", clause.text[: span[0]]) + after
