"""Picking the thread up after a digression: the open question again, in the same reply."""

from __future__ import annotations

from actions.guiding import list_menu, put
from actions.offered import options_of
from actions.turn import Turn


def pick_up(turn: Turn) -> None:
    """Put the open question again, so that a digression never loses the thread."""
    turn.keep_pending()
    if turn.pending is None:
        return
    kind = turn.pending["kind"]
    if kind == "question":
        put(turn, turn.pending, again=True)
    elif kind == "appointment":
        turn.say("appointment_again")
        turn.list_options(options_of(turn.pending), "line", runs_on=True)
    elif kind == "confirm":
        turn.say("confirm_again")
    else:
        list_menu(turn, turn.pending)
