"""Picking the thread up after a digression: the open question again, in the same reply."""

from __future__ import annotations

from actions.guide.next_question import list_menu, put
from actions.pending.appointment import SlotChoice
from actions.pending.question import ScenarioQuestion
from actions.pending.submission import Confirmation
from actions.reply.options import options_of
from actions.reply.wording import say
from actions.turn import Turn


def pick_up(turn: Turn) -> None:
    """Put the open question again, so that a digression never loses the thread."""
    turn.keep_pending()
    pending = turn.pending
    if pending is None:
        return
    if isinstance(pending, ScenarioQuestion):
        put(turn, pending, again=True)
    elif isinstance(pending, SlotChoice):
        turn.say("appointment_again")
        turn.list_options(options_of(pending), "line", runs_on=True)
    elif isinstance(pending, Confirmation):
        turn.say("confirm_go_on", act=say(f"act_{pending.act}", number=pending.number))
    else:
        list_menu(turn, pending)
