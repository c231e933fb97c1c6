"""Whether the applicant goes himself, as the answers and what was said tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from knowledge.catalogue.condition import Answers
from knowledge.catalogue.item import Question
from knowledge.persons.parties import Parties

AGENT = "agent"
"""The common question 由本人办理，还是委托他人, and its option 委托他人."""
AGE, MINOR = "age", "minor"
"""The question of the age, and its option 不满16周岁: a guardian acts."""


def parties_now(said: Parties, answers: Answers) -> Parties:
    """Who is who by what was said, with what the answers know better."""
    return replace(said, is_minor=answers.get(AGE) == MINOR) if AGE in answers else said


def is_by_agent(parties: Parties, answers: Answers) -> bool:
    """Whether somebody acts who is not the applicant: an agent, or the guardian of a minor."""
    if answers.get(AGE) == MINOR or (parties.is_minor and parties.is_for_another):
        return True
    answer = answers.get(AGENT)
    if answer is not None:
        return answer == AGENT
    return parties.is_for_another and parties.is_by_another


_BY_ANOTHER = re.compile(r"委托|代办|代为|代领|监护人|近亲属")
_HIMSELF = re.compile(r"本人")


def acting_answers(said: Parties, asked: Iterable[str], questions: Mapping[str, Question]) -> dict[str, str]:
    """What a sentence that tells who acts answers: 我替奶奶办 is 委托他人, 我自己去 is 本人办理.

    Args:
        said: Who is who by the sentence.
        asked: The questions that the affair may ask.
        questions: All of them by id.
    """
    if not said.agent:
        return {}
    wanted, other = (_BY_ANOTHER, _HIMSELF) if said.is_by_another else (_HIMSELF, _BY_ANOTHER)
    found = {}
    for key in asked:
        labels = {value: option.label for value, option in questions[key].options.items()}
        matching = [value for value, label in labels.items() if wanted.search(label)]
        if len(matching) == 1 and any(other.search(label) for label in labels.values()):
            found[key] = matching[0]
    return found
