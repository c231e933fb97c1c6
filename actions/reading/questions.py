"""Readings as a question: about the affair, a paper, the open question, a department."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.utterance import ASKING, Utterance
from actions.reading.context import Context
from knowledge.language.aspects import aspects_in, names_subject
from knowledge.weighing.candidate import Candidate, Kind

_BY_WORDS = 0.85
"""How probable a question is whose words are there, where the classifier does not hear it."""
_OF_ANOTHER = 0.85
"""Weight where the question names a matter of its own."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """What the message asks."""
    aspects = aspects_in(said.text)
    asks = said.confidence if said.intent in ASKING else 0.0
    probability = max(asks, _BY_WORDS if aspects and said.intent != "find_item" else 0.0)
    if not probability:
        return
    because = (f"意图{asks:.2f}", *(f"问{aspect}" for aspect in aspects))
    if _asks_to_explain(said, context):
        yield Candidate(Kind.QUESTION, "action_explain", probability, because)
        return
    if names_subject(said.text):
        probability *= _OF_ANOTHER
    yield Candidate(Kind.QUESTION, "action_ask_about", probability, because)


def _asks_to_explain(said: Utterance, context: Context) -> bool:
    """Whether 为什么 or 有什么区别 is about what is asked, and not about the affair."""
    about_what_is_asked = said.sure_intent in ("ask_why", "ask_difference") and not said.asks_why_of_a_paper
    return about_what_is_asked and context.pending is not None and context.pending.can_be_explained
