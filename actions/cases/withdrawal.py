"""Withdrawing a case: asked once, saying what will happen."""

from __future__ import annotations

from actions.cases.status import (
    STRONGER_FACTOR,
    ask_for_whole_phone,
    keep_in_hand,
    looked_up,
    names_a_case,
    show_status,
)
from actions.client.api_client import ApiProblem
from actions.guide.confirmation import confirm
from actions.pending.case import CaseInHand
from actions.turn import IntakeAction, Turn
from api.case_status.schemas import CaseStatus


class Withdraw(IntakeAction):
    """撤回: asked once, saying what will happen."""

    def name(self) -> str:
        return "action_withdraw"

    async def act(self, turn: Turn) -> None:
        in_hand = isinstance(turn.pending, CaseInHand)
        if turn.case_number is None and not in_hand and not names_a_case(turn.text):
            view = await turn.intake()
            if view.affair is not None:
                turn.say("withdraw_draft")
                turn.keep_pending()
                return
        status = await looked_up(turn, "withdraw")
        if status is not None:
            ask_to_withdraw(turn, status)


def ask_to_withdraw(turn: Turn, status: CaseStatus) -> None:
    """Ask once; where it is too late, say how things stand."""
    if "withdraw" not in status.can:
        show_status(turn, status)
        return
    turn.say("withdraw_confirm", number=status.number)
    confirm(turn, "withdraw", number=status.number)


async def withdraw_or_keep(turn: Turn, number: str, yes: bool) -> None:
    """The word to withdraw was asked for: here is the answer; what is asked next may still be about that case."""
    intake = await turn.open_intake_id()
    if not yes:
        turn.say("withdraw_kept")
        keep_in_hand(turn, await turn.api.case_status(number, intake))
        return
    try:
        status = await turn.api.withdraw(number, intake)
    except ApiProblem as problem:
        if problem.code != STRONGER_FACTOR:
            raise
        ask_for_whole_phone(turn, problem, number, "withdraw")
        return
    turn.say("withdraw_done", item=status.item, number=status.number)
    turn.case_number = None
    keep_in_hand(turn, status)
    turn.card("progress", **status.model_dump(mode="json"))
