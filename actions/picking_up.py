"""Picking the thread up after a digression: the open question again, in the same reply."""

from __future__ import annotations

from actions.guiding import numbered, question_text
from actions.turn import Pending, Turn


def pick_up(turn: Turn) -> None:
    """Put the open question again, so that a digression never loses the thread."""
    turn.keep_pending()
    again, kind = repeated(turn.pending), (turn.pending or {}).get("kind")
    if again and kind == "appointment":
        turn.say("appointment_again", **again)
    elif kind == "confirm":
        turn.say("confirm_again")
    elif again:
        turn.say("ask_again" if kind == "question" else "menu", **again)


def repeated(pending: Pending | None) -> dict[str, str]:
    """The words of what is pending, to be said again."""
    if pending is None:
        return {}
    if pending["kind"] == "question":
        return {"question": question_text(pending)}
    labels = [option["label"] for option in pending.get("options", ()) if option.get("button", True)]
    return {"choices": "  ".join(numbered(labels))} if labels else {}
