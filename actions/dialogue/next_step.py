"""Replies to the menu after a notice."""

from __future__ import annotations

from actions.dialogue.resumption import Restart
from actions.guide.next_question import offer_menu, tell_whole_notice
from actions.guide.open_question import pick_up
from actions.information.ladder import put_otherwise
from actions.items.scenario import which_to_change
from actions.items.wishes import next_wish
from actions.submission.submit import Submit
from actions.turn import IntakeAction, Turn


class NextStep(IntakeAction):
    """What to do with the notice: submit, change an answer, see the flow, go on elsewhere, something else."""

    def name(self) -> str:
        return "action_next_step"

    async def act(self, turn: Turn) -> None:
        choice = turn.reading.picked
        if choice is None:
            await put_otherwise(turn)
        elif choice == "submit":
            await Submit().act(turn)
        else:
            await _DO[choice](turn)


async def _change(turn: Turn) -> None:
    view = await turn.intake()
    if view.answers:
        which_to_change(turn, view)
    else:
        turn.say("correct_nothing")
        pick_up(turn)


async def _full(turn: Turn) -> None:
    await tell_whole_notice(turn)
    offer_menu(turn)


async def _resume(turn: Turn) -> None:
    code = await turn.api.resume_code(await turn.open_intake_id())
    turn.say("resume_code", code=code.code)
    pick_up(turn)


_DO = {"next_wish": next_wish, "change": _change, "full": _full, "resume": _resume, "other": Restart().act}
