"""Questions about the centre and about how things go, from the answer library."""

from __future__ import annotations

from collections.abc import Sequence

from actions.guide.open_question import pick_up
from actions.reply.centre_notices import notice_lines
from actions.turn import IntakeAction, Turn
from api.library.schemas import LibraryAnswer

OPENING_HOURS = "opening_hours"
"""The library's answer on opening hours: what is asked in context after hours (那周末呢) stands under it."""

HOURS_ANSWERS = (
    "opening_hours",
    "lunch_break",
    "weekends",
    "public_holidays",
    "makeup_days",
    "latest_arrival",
)
"""Answers about hours: notices of the centre belong to them, and a window that is named afterwards asks for its own."""


class TellAnswer(IntakeAction):
    """The library's answer, then what was open."""

    def name(self) -> str:
        return "action_library"

    async def act(self, turn: Turn) -> None:
        found = (await turn.understand()).answer
        if found is None:
            pick_up(turn)
        else:
            notices = notice_lines(await turn.api.windows()) if found.id in HOURS_ANSWERS else []
            tell_answer(turn, found, notices)


def tell_answer(turn: Turn, found: LibraryAnswer, notices: Sequence[str] = ()) -> None:
    """Say an answer of the library with the laws it stands on, and pick the thread up.

    Args:
        notices: What the centre wants to be known beside it.
    """
    after, _, window = (turn.answered or "").partition("@")
    turn.say("library_answer", answer=found.answer)
    laws = [source for source in found.source if source.startswith("《")]
    if laws:
        turn.say("library_source", source="、".join(laws))
    if found.example:
        turn.say("library_example")
    for line in notices:
        turn.add(line)
    turn.has_answered(found.id, window if found.id == after else "")
    turn.card("answer", **found.model_dump(mode="json"))
    pick_up(turn)
