"""The guide: which question comes next, and which answers still count.

Pure functions over an affair and the answers given. The order of asking is the affair's; a question is asked when its condition
holds or cannot be said yet. Answers to questions that are no longer asked are dropped (quality: no hidden answer is kept).
"""

from __future__ import annotations

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import NOT_ASKED, UNSURE, Answers, values_of
from knowledge.catalogue.item import Asked, Question


def settle(affair: Affair, answers: Answers, catalogue: Catalogue) -> dict[str, str]:
    """The answers that count, in the order of asking: of questions asked, with values that exist."""
    counted: dict[str, str] = {}
    passed_over: dict[str, str] = {}
    for asked in affair.asks:
        value = answers.get(asked.question)
        if not _is_asked(asked, {**counted, **passed_over}):
            passed_over[asked.question] = NOT_ASKED
        elif value is not None and is_answer(catalogue.questions[asked.question], value):
            counted[asked.question] = value
    return counted


def with_passed_over(affair: Affair, answers: Answers) -> dict[str, str]:
    """The answers, and :data:`NOT_ASKED` for each question that they pass over.

    Without this a condition on a question that is never put would stay open for ever.
    """
    known = dict(answers)
    for asked in affair.asks:
        if not _is_asked(asked, known):
            known[asked.question] = NOT_ASKED
    return known


def questions_asked(affair: Affair, answers: Answers) -> tuple[str, ...]:
    """The questions that these answers lead through, answered or not."""
    known = with_passed_over(affair, answers)
    return tuple(asked.question for asked in affair.asks if known.get(asked.question) != NOT_ASKED)


def next_question(affair: Affair, answers: Answers) -> str | None:
    """The first question that is asked and open; None when all is known."""
    return next((question for question in questions_asked(affair, answers) if question not in answers), None)


def remaining(affair: Affair, answers: Answers) -> int:
    """How many questions are open as things stand."""
    return sum(question not in answers for question in questions_asked(affair, answers))


def is_answer(question: Question, value: str) -> bool:
    """Whether a value answers a question: 不确定, one of its options, or several where it takes several."""
    values = values_of(value)
    return value == UNSURE or (
        all(one in question.options for one in values)
        and (len(values) == 1 or (question.several and len(set(values)) == len(values)))
    )


def label_of(question: Question, value: str) -> str:
    """The answer as shown: the option's label or several of them, or 不确定."""
    return "不确定" if value == UNSURE else "、".join(question.options[one].label for one in values_of(value))


def _is_asked(asked: Asked, answers: Answers) -> bool:
    return asked.when is None or asked.when.holds(answers) is not False
