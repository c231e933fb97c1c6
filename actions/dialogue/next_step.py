"""Replies to the menu after a notice, and to yes-or-no questions."""

from __future__ import annotations

from actions.appointments.appointment import cancel_or_keep
from actions.dialogue.resumption import Restart, start_again
from actions.guide.next_question import go_on, offer_menu
from actions.guide.open_question import pick_up
from actions.items.scenario import Correct, which_to_change
from actions.items.search import find
from actions.pending.submission import Confirmation
from actions.reply.notice_text import after_lines
from actions.submission.submit import Submit, submit
from actions.turn import IntakeAction, Turn


class NextStep(IntakeAction):
    """What to do with the notice: submit, change an answer, see the flow, go on elsewhere, something else."""

    def name(self) -> str:
        return "action_next_step"

    async def act(self, turn: Turn) -> None:
        choice = turn.reading.picked
        if choice is None:
            await another_affair_or_correction(turn)
        elif choice == "submit":
            await Submit().act(turn)
        else:
            await _DO[choice](turn)


async def another_affair_or_correction(turn: Turn) -> None:
    """Something said once the notice is there: another wish, or one more circumstance of this one."""
    if turn.intent == "find_item" and (await turn.api.search(turn.text)).decision == "sure":
        await find(turn)
    else:
        await Correct().act(turn)


async def _change(turn: Turn) -> None:
    view = await turn.intake()
    if view.answers:
        which_to_change(turn, view)
    else:
        turn.say("correct_nothing")
        pick_up(turn)


async def _full(turn: Turn) -> None:
    content = await turn.api.preview(await turn.open_intake_id())
    for line in after_lines(content):
        turn.add(line)
    offer_menu(turn)


async def _resume(turn: Turn) -> None:
    code = await turn.api.resume_code(await turn.open_intake_id())
    turn.say("resume_code", code=code.code)
    pick_up(turn)


_DO = {"change": _change, "full": _full, "resume": _resume, "other": Restart().act}


class Confirm(IntakeAction):
    """是 or 不是 to what was asked: submit, withdraw, start again."""

    def name(self) -> str:
        return "action_confirm"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(Confirmation)
        choice = turn.reading.picked or {"affirm": "yes", "deny": "no"}.get(turn.intent)
        if choice not in ("yes", "no"):
            turn.say("confirm_again")
            turn.keep_pending()
        elif pending.act == "submit":
            await _submit_or_wait(turn, choice == "yes")
        elif pending.act == "withdraw":
            await _withdraw_or_keep(turn, pending.number, choice == "yes")
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
        offer_menu(turn)


async def _withdraw_or_keep(turn: Turn, number: str, yes: bool) -> None:
    if not yes:
        turn.say("withdraw_kept")
        return
    status = await turn.api.withdraw(number, await turn.open_intake_id())
    turn.say("withdraw_done", item=status.item, number=status.number)
    turn.case_number = None
    turn.card("progress", **status.model_dump(mode="json"))


async def _back(turn: Turn) -> None:
    view = await turn.intake()
    if view.notice is not None:
        offer_menu(turn)
    else:
        await go_on(turn, view)
