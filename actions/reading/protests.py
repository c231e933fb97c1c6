"""Readings as a protest against an answer that was taken down, or as a question of what stands: 你咋记成否, 改过来没有."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.menu import NextStepMenu
from actions.pending.model import Meaning, Reading
from actions.pending.question import AnswerChoice, ScenarioQuestion
from actions.pending.submission import holds_data
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.language.protest import asks_what_stands, protests
from knowledge.weighing.candidate import Candidate, Kind

_PROTESTS, _ASKS = 0.985, 0.985
"""How probable it is that such words speak of an answer that stands."""
_AT_ANSWERS = (ScenarioQuestion, NextStepMenu, AnswerChoice)
"""What is open while the answers are what the talk is about."""


def _answers(reading: Reading) -> bool:
    """Whether a rule says which option the message picks; the answer takes the protest with it then."""
    return reading.meaning is Meaning.PICKS and reading.probability is None


def readings(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    """Of a message that answers nothing that is open; where it does, the answer takes the protest with it."""
    at_answers = context.pending is None or isinstance(context.pending, _AT_ANSWERS)
    if context.affair is None or not at_answers or _answers(reading):
        return
    if context.denies or holds_data(said.text):
        return
    if protests(said.text):
        yield Candidate(Kind.FACT, "action_correct", _PROTESTS, ("说哪个回答记错了",))
    elif asks_what_stands(said.text) is not None and context.case is None:
        yield Candidate(Kind.QUESTION, "action_correct", _ASKS, ("问改了没有",))
