"""Conditions as sentences that those who tune can read: 「经营场所是」回答「租赁」，并且「由谁办理」回答「委托他人」."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.catalogue.condition import All, Any_, Condition, Is
from knowledge.catalogue.item import Question


def condition_words(condition: Condition, questions: Mapping[str, Question]) -> str:
    """The condition as a sentence without its full stop; what is unknown keeps its id."""
    if isinstance(condition, Is):
        question = questions.get(condition.question)
        known = question.options if question else {}
        answers = "或".join(f"「{known[one].label if one in known else one}」" for one in condition.values)
        return f"「{question.text if question else condition.question}」回答{answers}"
    if isinstance(condition, All):
        return "，并且".join(_grouped(part, questions) for part in condition.all)
    if isinstance(condition, Any_):
        return "，或者".join(_grouped(part, questions) for part in condition.any)
    return f"不是（{condition_words(condition.not_, questions)}）"


def _grouped(part: Condition, questions: Mapping[str, Question]) -> str:
    parts = part.all if isinstance(part, All) else part.any if isinstance(part, Any_) else ()
    words = condition_words(part, questions)
    return f"（{words}）" if len(parts) > 1 else words
