"""Which questions of an affair some applicant can reach, by walking the tree of answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from knowledge.affair import Affair, Catalogue
from knowledge.condition import UNSURE
from knowledge.guide import next_question

_MOST_PATHS = 20_000
"""An affair's tree is walked whole up to this many paths; the largest shipped bundle has fewer."""


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
    """The questions that no combination of answers leads to."""
    left = {asked.question for asked in affair.asks if asked.when is not None}
    for answers in islice(paths(affair, catalogue), _MOST_PATHS):
        if not left:
            break
        left -= answers.keys()
    return [asked.question for asked in affair.asks if asked.question in left]
