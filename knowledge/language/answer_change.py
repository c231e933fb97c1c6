"""Changes of answers that stand: 空调那个改成没有, 记反了, and what only comes by the way.

An answer that stands is changed by words of correction together with the new value, or where it is contradicted outright of oneself.
What is said of others, or only touched, changes nothing; what is likely but not sure is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.answer_polarity import shared_words
from knowledge.language.choice import Offered, choose
from knowledge.language.clause import Clause, clauses_of

_FILE = Path(__file__).with_suffix(".yaml")
_SHORT = 12
"""Characters of a message that says the circumstance and little else."""


class _Words(Frozen):
    corrections: tuple[str, ...]
    into: tuple[str, ...]
    is_that: str
    which: str
    speaker: str
    others: str


class Change(StrEnum):
    """What a circumstance that is told does to another answer that stands."""

    TAKES_ITS_PLACE = "takes_its_place"
    IS_ASKED = "is_asked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a change names it: by words of its text or of its options."""

    text: str
    offered: tuple[Offered, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A question that is named with its new answer."""

    question: str
    value: str
    because: str


@cache
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile("|".join(_words().corrections))


@cache
def _into() -> re.Pattern[str]:
    """改成, and 是 in 冷食那个是「是」."""
    return re.compile("|".join([*map(re.escape, _words().into), _words().is_that]))


def corrects(text: str) -> bool:
    """Whether a message has words of correction: 不对, 记反了, 改过来."""
    return _corrections().search(text) is not None


def changes_into(text: str) -> bool:
    """Whether a message says into what something is to be changed."""
    found = _into().search(text)
    return found is not None and bool(text[found.end() :].strip(" ,，。"))


def change_by(text: str, because: str, *, certain: bool) -> Change:
    """What a circumstance does to another answer that stands.

    Args:
        text: The message that tells it.
        because: The words in it that do.
        certain: They say it outright.
    """
    clause = _clause_of(text, because)
    before = text[clause.start : text.find(because)] if because in text else ""
    if re.search(_words().others, before):
        return Change.NONE
    if corrects(text) or changes_into(because):
        return Change.TAKES_ITS_PLACE
    of_oneself = re.search(_words().speaker, clause.text) is not None
    if certain and of_oneself:
        return Change.TAKES_ITS_PLACE
    return Change.IS_ASKED if certain or of_oneself or len(text) <= _SHORT else Change.NONE


def named_changes(text: str, questions: Mapping[str, Asked], name: str) -> list[Named]:
    """The answers that a message changes by naming them: 空调那个改成没有, 面积改成三百平.

    Args:
        questions: Of the affair, by id.
        name: Of the affair; its words name no question.
    """
    changes = []
    for clause in _into_clauses(text):
        found = _into().search(clause)
        assert found is not None
        which = re.sub(_words().which, " ", clause[: found.start()]).strip()
        value = clause[found.end() :].strip(" ,，。")
        among = questions_meant(which, questions, name) if which else list(questions)
        read = {
            key: choose(value, one.offered, one.unit, one.text)
            for key, one in questions.items()
            if key in among
        }
        answered = [
            (key, one) for key, one in read.items() if one is not None and one in _values(questions[key])
        ]
        if len(answered) == 1:
            changes.append(Named(*answered[0], clause))
    return changes


def _into_clauses(text: str) -> list[str]:
    """The clauses that change something, with the one before where that names what: 空调那个，改成没有."""
    clauses = [one.text for one in clauses_of(text)]
    found = []
    for place, clause in enumerate(clauses):
        if changes_into(clause):
            opens = _into().match(clause) is not None and place > 0
            found.append(clauses[place - 1] + clause if opens else clause)
    return found


def questions_meant(which: str, questions: Mapping[str, Asked], name: str) -> list[str]:
    """The questions whose words are the longest in what is to be changed."""
    shared = {key: len(_of_question(which, one, name)) for key, one in questions.items()}
    longest = max(shared.values(), default=0)
    return [key for key, length in shared.items() if length == longest] if longest else []


def _of_question(which: str, asked: Asked, name: str) -> str:
    words = [asked.text, *(word for option in asked.offered for word in option.words)]
    return max((shared_words(which, word, but=name) for word in words), key=len, default="")


def _values(asked: Asked) -> Sequence[str]:
    return [option.value for option in asked.offered]


def _clause_of(text: str, because: str) -> Clause:
    at = text.find(because)
    clauses = clauses_of(text)
    return (
        next((one for one in clauses if one.start <= at < one.end), Clause(0, text))
        if at >= 0
        else Clause(0, text)
    )
