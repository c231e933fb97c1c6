"""Everything that a message asks of a submitted case, clause by clause: 啥子时候能拿到，要我自己来拿还是寄给我，我上班走不开."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.language.aspects import Aspect, aspects_in, is_question, subject_of, wants_something
from knowledge.language.case_questions import (
    CaseQuestion,
    case_question_in,
    names_a_matter,
    speaks_of_other_matters,
)

_CLAUSES = re.compile(r"[,，。;；!！?？\n]+")
_AT_A_LOSS = re.compile("怎么办|咋办|咋整|怎么搞|咋搞|怎么弄|咋弄")
"""Asks what to do, and wants nothing to be done: 公司说我是自己走的怎么办."""
_LEAST = 2
"""Characters of a clause that may ask something."""


@dataclass(frozen=True, slots=True)
class CasePart:
    """A clause that asks something.

    Attributes:
        text: The clause.
        question: What it asks of a case.
        aspects: What it asks of the item, where it asks nothing of a case.
    """

    text: str
    question: CaseQuestion | None = None
    aspects: tuple[Aspect, ...] = ()

    @property
    def is_of_the_case(self) -> bool:
        """Whether it surely asks of the case in hand; else it may be a question of the item's own, or of another matter."""
        return self.question is not None or bool(self.aspects)


def asked_of_case(text: str, item: str = "") -> tuple[CasePart, ...]:
    """What a message asks of the case in hand, each question once, in the order in which it is asked.

    Args:
        item: The case's item, whose name is no other matter.

    Returns:
        Nothing where no clause surely asks of the case, and where the message wants another matter beside.
    """
    parts = _each_once(_parts(text, item))
    asking = tuple(part for part in parts if part.is_of_the_case or is_question(part.text.rstrip("呢")))
    if any(part.is_of_the_case for part in asking):
        return () if _wants_another(text, parts) else asking
    whole = _part(text, item)
    return (whole,) if whole.is_of_the_case else ()


def tells_new_phone(text: str) -> bool:
    """Whether a message says that the phone of a case is to be another: 电话写错了，应该是……; the number in it proves nothing."""
    return any(part.question is CaseQuestion.CONTACT for part in _parts(text))


def wants_it_withdrawn(text: str, item: str = "") -> bool:
    """Whether a clause of a message wants the case withdrawn, whatever reason the others give: 不想办了，我老婆说先不开店."""
    questions = [part.question for part in _parts(text, item)]
    return CaseQuestion.WITHDRAW in questions and CaseQuestion.AGAIN not in questions


def _parts(text: str, item: str = "") -> list[CasePart]:
    return [_part(clause, item) for clause in _CLAUSES.split(text) if len(clause) >= _LEAST]


def _part(clause: str, item: str) -> CasePart:
    if question := case_question_in(clause, item):
        return CasePart(clause, question)
    aspects = aspects_in(clause)
    return CasePart(clause, None, () if names_a_matter(subject_of(clause), item) else aspects)


def _each_once(parts: Iterable[CasePart]) -> list[CasePart]:
    """A question that two clauses ask is one, in the words of both: 咋个拿，能不能喊我老婆帮我拿."""
    found: list[CasePart] = []
    for part in parts:
        at = next((n for n, one in enumerate(found) if part.question and one.question is part.question), None)
        if at is None:
            found.append(part)
        else:
            found[at] = replace(found[at], text=f"{found[at].text},{part.text}")
    return found


def _wants_another(text: str, parts: list[CasePart]) -> bool:
    """Whether a clause beside the questions wants something: 证好了没，我还想办个护照."""
    if any(part.question is CaseQuestion.SAME for part in parts):
        return False
    return speaks_of_other_matters(text) or any(
        wants_something(_AT_A_LOSS.sub("", part.text)) for part in parts if not part.is_of_the_case
    )
