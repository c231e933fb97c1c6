"""Questions about the centre and about how things go, from the answer library."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.turn import Turn

OPENING_HOURS = "opening_hours"
"""The library's answer on opening hours: what is asked in context after hours (那周末呢) stands under it."""


async def answered(turn: Turn, *, in_context: bool = False, above: float = 0.0) -> bool:
    """Answer from the library where it surely has the answer, and pick the thread up.

    Args:
        in_context: Only what goes on from the answer just given.
        above: Only an answer that is meant more probably than this.
    """
    if in_context and not turn.answered:
        return False
    after, _, window = (turn.answered or "").partition("@")
    found = (await turn.api.ask(turn.text, after or None, window or None)).answer
    if found is None or found.score <= above or (in_context and not found.in_context):
        return False
    turn.say("library_answer", answer=found.answer)
    laws = [source for source in found.source if source.startswith("《")]
    if laws:
        turn.say("library_source", source="、".join(laws))
    if found.example:
        turn.say("library_example")
    turn.has_answered(found.id, window if found.id == after else "")
    turn.card("answer", **found.model_dump(mode="json"))
    pick_up(turn)
    return True
