"""Questions about the centre and about how things go, from the answer library."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.turn import IntakeAction, Turn
from api.library.schemas import LibraryAnswer

OPENING_HOURS = "opening_hours"
"""The library's answer on opening hours: what is asked in context after hours (那周末呢) stands under it."""


class TellAnswer(IntakeAction):
    """The library's answer, then what was open."""

    def name(self) -> str:
        return "action_library"

    async def act(self, turn: Turn) -> None:
        found = (await turn.understand()).answer
        if found is None:
            pick_up(turn)
        else:
            tell_answer(turn, found)


def tell_answer(turn: Turn, found: LibraryAnswer) -> None:
    """Say an answer of the library with the laws it stands on, and pick the thread up."""
    after, _, window = (turn.answered or "").partition("@")
    turn.say("library_answer", answer=found.answer)
    laws = [source for source in found.source if source.startswith("《")]
    if laws:
        turn.say("library_source", source="、".join(laws))
    if found.example:
        turn.say("library_example")
    turn.has_answered(found.id, window if found.id == after else "")
    turn.card("answer", **found.model_dump(mode="json"))
    pick_up(turn)
