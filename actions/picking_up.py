"""Picking the thread up after a digression: the open question again, in the same reply."""

from __future__ import annotations

from actions.guiding import numbered, question_text
from actions.pending.appointment import SlotChoice
from actions.pending.model import Pending
from actions.pending.question import ScenarioQuestion
from actions.pending.submission import Confirmation
from actions.turn import Turn


def pick_up(turn: Turn) -> None:
    """Put the open question again, so that a digression never loses the thread."""
    turn.keep_pending()
    again = repeated(turn.pending)
    if again and isinstance(turn.pending, SlotChoice):
        turn.say("appointment_again", **again)
    elif isinstance(turn.pending, Confirmation):
        turn.say("confirm_again")
    elif again:
        turn.say("ask_again" if isinstance(turn.pending, ScenarioQuestion) else "menu", **again)


def repeated(pending: Pending | None) -> dict[str, str]:
    """The words of what is pending, to be said again."""
    if pending is None:
        return {}
    if isinstance(pending, ScenarioQuestion):
        return {"question": question_text(pending)}
    labels = [option.label for option in pending.options if option.button]
    return {"choices": "  ".join(numbered(labels))} if labels else {}
