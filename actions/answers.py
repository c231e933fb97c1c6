"""Questions about the centre and about how things go, from the answer library."""

from __future__ import annotations

from actions.picking_up import pick_up
from actions.turn import Turn


async def answered(turn: Turn) -> bool:
    """Answer from the library where it surely has the answer, and pick the thread up."""
    found = (await turn.api.ask(turn.text, turn.answered)).answer
    if found is None:
        return False
    turn.say("library_answer", answer=found.answer)
    laws = [source for source in found.source if source.startswith("《")]
    if laws:
        turn.say("library_source", source="、".join(laws))
    turn.has_answered(found.id)
    turn.card("answer", **found.model_dump(mode="json"))
    pick_up(turn)
    return True
