"""Readings of the window to go to: the county's again, or why it is that one."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.language.window_words import asks_of_window, wants_county
from knowledge.weighing.candidate import Candidate, Kind

_WANTS, _ASKS = 0.96, 0.96
"""How probable it is that 改回县里那个窗口 wants another window, and that 咋成临江镇了 asks why it is that one."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """What the message wants of the window of the affair in hand."""
    if context.affair is None or (context.pending is not None and context.pending.offers(said.text)):
        return
    if wants_county(said.text):
        yield Candidate(Kind.FACT, "action_go_to_county", _WANTS, ("要去县里的窗口",))
    elif asks_of_window(said.text):
        yield Candidate(Kind.QUESTION, "action_tell_window", _ASKS, ("问是哪个窗口、为什么",))
