"""Which questions of an affair some applicant can reach, by walking the tree of answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import UNSURE, Condition
from knowledge.catalogue.question_order import next_question, with_passed_over


def paths(affair: Affair, catalogue: Catalogue, *, with_unsure: bool = False) -> Iterator[dict[str, str]]:
    """Every complete set of answers, in order; with 不确定 as an answer to each question where asked for."""

    def walk(answers: dict[str, str]) -> Iterator[dict[str, str]]:
        question = next_question(affair, answers)
        if question is None:
            yield answers
            return
        values = list(catalogue.questions[question].options)
        for value in [*values, UNSURE] if with_unsure else values:
            yield from walk({**answers, question: value})

    yield from walk({})


def unreachable_questions(affair: Affair, catalogue: Catalogue) -> list[str]:
    """The questions that no combination of answers leads to.

    For each question only those are walked that its condition looks at, and theirs, so that an affair with many questions takes no
    longer than its longest chain.
    """
    conditional = [asked.question for asked in affair.asks if asked.when is not None]
    return [question for question in conditional if not _reachable(question, affair, catalogue)]


def reaches(when: Condition, affair: Affair, catalogue: Catalogue) -> bool:
    """Whether a condition holds under some answers."""
    asked = {atom.question for atom in when.atoms()}
    wanted = {question for one in asked for question in _looked_at(one, affair)}
    part = replace(affair, asks=tuple(one for one in affair.asks if one.question in wanted))
    return any(when.holds(with_passed_over(part, answers)) for answers in paths(part, catalogue))


def _reachable(question: str, affair: Affair, catalogue: Catalogue) -> bool:
    wanted = _looked_at(question, affair)
    part = replace(affair, asks=tuple(asked for asked in affair.asks if asked.question in wanted))
    return any(question in answers for answers in paths(part, catalogue))


def _looked_at(question: str, affair: Affair) -> set[str]:
    """The question, and all that its condition hangs on."""
    conditions = {asked.question: asked.when for asked in affair.asks}
    wanted, left = {question}, [question]
    while left:
        when = conditions.get(left.pop())
        found = {atom.question for atom in when.atoms()} - wanted if when is not None else set()
        wanted |= found
        left += found
    return wanted
