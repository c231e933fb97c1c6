"""Why a condition holds, in Chinese: the answers that decided it, named with the applicant's own choice."""

from __future__ import annotations

from knowledge.affair import Catalogue
from knowledge.condition import UNSURE, Answers, Condition, Is
from knowledge.guide import label_of


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
    atoms = list({atom.question: atom for atom in condition.atoms()}.values())
    if condition.holds(answers) is None:
        return f"如果{'，'.join(_wanted(atom, catalogue) for atom in atoms if _open(atom, answers))}{then}"
    chosen = [
        f"「{label_of(catalogue.questions[atom.question], answers[atom.question])}」"
        for atom in atoms
        if not _open(atom, answers)
    ]
    return f"因为您的情况是{'、'.join(chosen)}"


def _open(atom: Is, answers: Answers) -> bool:
    return answers.get(atom.question) in (None, UNSURE)


def _wanted(atom: Is, catalogue: Catalogue) -> str:
    question = catalogue.questions[atom.question]
    labels = "或".join(question.options[value].label for value in atom.values)
    return f"「{question.text}」选{labels}"
