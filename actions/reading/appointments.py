"""Readings of an appointment: another time for it, or whether it is still there."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.appointment import SlotChoice
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.language.appointment_words import asks_whether_booked, new_time_in
from knowledge.language.spoken_time import names_a_moment
from knowledge.weighing.candidate import Candidate, Kind

_MOVES, _ASKS = 0.97, 0.97
"""How probable it is that 改到明天下午2点 moves the appointment, and that 我那个号还在吧 asks for it."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """What the message wants of the appointment of what is in hand."""
    if context.affair is None and context.case is None:
        return
    new = new_time_in(said.text)
    if (
        new is not None
        and not isinstance(context.pending, SlotChoice)
        and (names_a_moment(new) or "约" in new)
    ):
        yield Candidate(Kind.ACT, "action_appoint", _MOVES, (f"改约到：{new}",))
    elif asks_whether_booked(said.text):
        yield Candidate(Kind.QUESTION, "action_tell_appointment", _ASKS, ("问约好的还在不在",))
