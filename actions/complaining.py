"""投诉: number and second factor, then what happened, then to whom it goes; without a number, where to turn."""

from __future__ import annotations

from actions.cases import looked_up, names_a_case
from actions.centre import main_window
from actions.client import ApiProblem
from actions.offered import options_of
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from actions.wording import say
from knowledge.base.dates import day_text
from knowledge.base.text import normalise


class Complain(IntakeAction):
    """投诉: it does not lead through the person complained about."""

    def name(self) -> str:
        return "action_complain"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending or {}
        if pending.get("kind") == "complaint":
            await _take(turn, pending["number"])
            return
        if pending.get("purpose") != "complain" and not names_a_case(turn.text):
            window = await main_window(turn)
            turn.say("complain", supervise=CONSULT_PHONE, site=window.site)
            if turn.case_number is None:
                turn.say("complain_here")
                turn.expect({"kind": "case", "number": None, "purpose": "complain"})
                return
        status = await looked_up(turn, "complain")
        if status is not None:
            turn.say("complain_ask", item=status.item, number=status.number)
            _ask(turn, status.number)


async def _take(turn: Turn, number: str) -> None:
    if _gives_up(turn):
        turn.say("complain_given_up")
        return
    try:
        made = await turn.api.complain(number, await turn.open_intake_id(), turn.text)
    except ApiProblem as problem:
        if problem.status not in (409, 422):
            raise
        turn.add(problem.detail)
        return
    turn.say("complain_taken", number=made.number, why=made.why, day=day_text(made.answer_by))


def _ask(turn: Turn, number: str) -> None:
    options = [{"value": "no", "label": say("complain_no")}]
    turn.expect({"kind": "complaint", "number": number, "options": options})


def _gives_up(turn: Turn) -> bool:
    """Whether it is the button, however it is worded, or what means the same; a complaint may hold any words."""
    chosen = [normalise(option.payload) for option in options_of(turn.pending)]
    bare = turn.text.strip("。,，!！吧了 ")
    return turn.text in chosen or bare in ("不投诉", "算", "不用", "取消", "不说", "1")
