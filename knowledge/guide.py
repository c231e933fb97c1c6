"""The guide: which question comes next, and which answers still count.

Pure functions over an affair and the answers given. The order of asking is the affair's; a question is asked when its condition
holds or cannot be said yet. Answers to questions that are no longer asked are dropped (quality: no hidden answer is kept).
"""

from __future__ import annotations

from knowledge.affair import Affair, Catalogue
from knowledge.condition import UNSURE, Answers
from knowledge.item import Asked, Question


def settle(affair: Affair, answers: Answers, catalogue: Catalogue) -> dict[str, str]:
    """The answers that count, in the order of asking: of questions asked, with values that exist."""
    counted: dict[str, str] = {}
    for asked in affair.asks:
        value = answers.get(asked.question)
        if value is None or not _is_asked(asked, counted):
            continue
        if value == UNSURE or value in catalogue.questions[asked.question].options:
            counted[asked.question] = value
    return counted


def questions_asked(affair: Affair, answers: Answers) -> tuple[str, ...]:
    """The questions that these answers lead through, answered or not."""
    return tuple(asked.question for asked in affair.asks if _is_asked(asked, answers))


def next_question(affair: Affair, answers: Answers) -> str | None:
    """The first question that is asked and open; None when all is known."""
    return next((question for question in questions_asked(affair, answers) if question not in answers), None)


def remaining(affair: Affair, answers: Answers) -> int:
    """How many questions are open as things stand."""
    return sum(question not in answers for question in questions_asked(affair, answers))


def label_of(question: Question, value: str) -> str:
    """The answer as shown: the option's label, or 不确定."""
    return "不确定" if value == UNSURE else question.options[value].label


def _is_asked(asked: Asked, answers: Answers) -> bool:
    return asked.when is None or asked.when.holds(answers) is not False
