"""Replies to yes-or-no questions: what was asked for is done, or left as it was."""

from __future__ import annotations

from actions.appointments.appointment import cancel_or_keep
from actions.cases.withdrawal import withdraw_or_keep
from actions.dialogue.resumption import start_again
from actions.guide.next_question import go_on, offer_menu
from actions.information.ladder import put_otherwise
from actions.pending.submission import Confirmation
from actions.submission.submit import submit
from actions.turn import IntakeAction, Turn
from knowledge.language.asides import puts_off


class Confirm(IntakeAction):
    """是 or 不是 to what was asked: submit, withdraw, start again."""

    def name(self) -> str:
        return "action_confirm"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(Confirmation)
        choice = (
            "no"
            if puts_off(turn.text)
            else turn.reading.picked or {"affirm": "yes", "deny": "no"}.get(turn.intent)
        )
        if choice not in ("yes", "no"):
            await put_otherwise(turn)
        elif pending.act == "submit":
            await _submit_or_wait(turn, choice == "yes")
        elif pending.act == "withdraw":
            await withdraw_or_keep(turn, pending.number, choice == "yes")
        elif pending.act == "cancel_appointment":
            await cancel_or_keep(turn, choice == "yes")
        elif choice == "yes":
            await start_again(turn)
        else:
            turn.say("kept_going")
            await _back(turn)


async def _submit_or_wait(turn: Turn, yes: bool) -> None:
    intake = await turn.open_intake_id()
    if yes:
        await submit(turn, intake)
    else:
        turn.say("submit_waits")
        turn.say("resume_code", code=(await turn.api.resume_code(intake)).code)
        offer_menu(turn)


async def _back(turn: Turn) -> None:
    view = await turn.intake()
    if view.notice is not None:
        offer_menu(turn)
    else:
        await go_on(turn, view)
