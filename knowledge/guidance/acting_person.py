"""Whether the applicant goes himself, as the answers and what was said tell it."""

from __future__ import annotations

from dataclasses import replace

from knowledge.catalogue.condition import Answers
from knowledge.persons.parties import SELF, Parties

AGENT = "agent"
"""The common question 由本人办理，还是委托他人, and its option 委托他人."""
CHILD = "child"
AGE, MINOR = "age", "minor"
"""The question of the age, and its option 不满16周岁: a guardian acts."""


def parties_now(said: Parties, answers: Answers, *, newborn: bool = False) -> Parties:
    """Who is who by what was said, with what the answers know better.

    Args:
        newborn: The affair is for somebody just born, for whom a guardian acts, whether or not that was said.
    """
    if newborn:
        applicant = said.applicant if said.is_for_another and not said.is_for_body else CHILD
        return Parties(applicant, said.agent if said.is_by_another else SELF, is_minor=True)
    return replace(said, is_minor=answers.get(AGE) == MINOR) if AGE in answers else said


def is_by_agent(parties: Parties, answers: Answers) -> bool:
    """Whether somebody acts who is not the applicant: an agent, or the guardian of a minor."""
    if answers.get(AGE) == MINOR or (parties.is_minor and parties.is_for_another):
        return True
    answer = answers.get(AGENT)
    if answer is not None:
        return answer == AGENT
    return parties.is_for_another and parties.is_by_another
