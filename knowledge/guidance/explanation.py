"""Why a condition holds, in Chinese: the answers that decided it, named with the applicant's own choice."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.condition import NOT_ASKED, All, Answers, Any_, Condition, Is, Not
from knowledge.catalogue.question_order import label_of


def reason(
    condition: Condition | None, answers: Answers, catalogue: Catalogue, then: str = "就需要，请先备着"
) -> str:
    """Say why something applies.

    Args:
        then: What follows where an open answer decides.

    Returns:
        ``因为您的情况是「租赁」`` where the condition holds; for an unsure answer what it would depend on; empty without condition.
    """
    if condition is None:
        return ""
    if condition.holds(answers) is None:
        return f"如果{_depends_on(condition, answers, catalogue)}{then}"
    questions = dict.fromkeys(atom.question for atom in _deciding(condition, answers))
    chosen = [
        f"「{label_of(catalogue.questions[question], answers[question])}」"
        for question in questions
        if answers[question] != NOT_ASKED
    ]
    return f"因为您的情况是{'、'.join(chosen)}" if chosen else ""


def _deciding(condition: Condition, answers: Answers) -> Iterator[Is]:
    """The atoms without which the condition would not be as it is."""
    match condition:
        case Is():
            yield condition
        case Not(not_=part):
            yield from _deciding(part, answers)
        case All(all=parts) | Any_(any=parts):
            truth = condition.holds(answers)
            for part in parts:
                if part.holds(answers) is truth:
                    yield from _deciding(part, answers)


def _depends_on(
    condition: Condition, answers: Answers, catalogue: Catalogue, *, negated: bool = False
) -> str:
    """What the open parts would have to be answered for the condition to hold."""
    match condition:
        case Is(question=question, values=values):
            asked = catalogue.questions[question]
            labels = "或".join(asked.options[value].label for value in values)
            return f"「{asked.text}」{'不选' if negated else '选'}{labels}"
        case Not(not_=part):
            return _depends_on(part, answers, catalogue, negated=not negated)
        case All(all=parts) | Any_(any=parts):
            open_parts = [part for part in parts if part.holds(answers) is None]
            together = isinstance(condition, All) is not negated
            said = dict.fromkeys(
                _depends_on(part, answers, catalogue, negated=negated) for part in open_parts
            )
            return ("，" if together else "，或者").join(said)
