"""Circumstances that a sentence states, so that nothing is asked that was already said.

「我租了个门面想开个小饭馆」 answers 经营场所是自有还是租赁 before it is asked. A fact is taken only from words an option
names itself; bare numbers and ordinals count only as an answer to the question that is pending.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.affair import Affair, Catalogue
from knowledge.choice import choose, offered_by, stated


def answer_to(question_id: str, text: str, catalogue: Catalogue) -> str | None:
    """What the text answers to the pending question; None where it does not answer it."""
    question = catalogue.questions[question_id]
    return choose(text, offered_by(question), question.unit)


def facts_in(text: str, affair: Affair, catalogue: Catalogue, *, but: Iterable[str] = ()) -> dict[str, str]:
    """Answers to the affair's questions that the text states, without those in ``but``."""
    left_out = set(but)
    found = {}
    for asked in affair.asks:
        if asked.question in left_out:
            continue
        question = catalogue.questions[asked.question]
        value = stated(text, offered_by(question, pending=False), question.unit, shortest=2)
        if value is not None:
            found[asked.question] = value
    return found


def place_in(text: str, catalogue: Catalogue) -> str | None:
    """The township or street that the text names; the longest name wins."""
    named = [
        (len(word), place.id)
        for place in catalogue.places.values()
        for word in (place.name, *place.says)
        if word in text
    ]
    return max(named)[1] if named else None
