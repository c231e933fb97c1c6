"""评价: number and second factor, then a grade from 1 to 5, then what it was about."""

from __future__ import annotations

from typing import Any

from actions.cases import looked_up
from actions.client import ApiProblem
from actions.offered import options_of
from actions.turn import IntakeAction, Pending, Turn
from actions.wording import say
from knowledge.exchange.ratings import ANSWER_DAYS, GRADES, REASONS, is_bad, reasons_for
from knowledge.language.choice import Offered, choose

_SAYS = {
    1: ["很满意", "特别满意", "五星", "好评", "非常好"],
    2: ["满意的", "挺好", "不错", "四星"],
    3: ["一般", "还行", "还可以", "三星"],
    4: ["不太满意", "不好", "二星"],
    5: ["很不满意", "差评", "很差", "太差", "一星"],
}
NOTHING_MORE = "none"


class Rate(IntakeAction):
    """评价: one step after the other; nothing is sent before the last."""

    def name(self) -> str:
        return "action_rate"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending or {}
        step = {"rating": _graded, "rating_reason": _reasoned}.get(pending.get("kind", ""))
        if step is not None:
            await step(turn, pending)
            return
        status = await looked_up(turn, "rate")
        if status is None:
            return
        if "rate" in status.can:
            turn.say("rate_ask", item=status.item, number=status.number)
            _offer_grades(turn, status.number)
            return
        given = await turn.api.ratings(status.number, await turn.open_intake_id())
        turn.add(given.why_not)
        for answered in [one.answer for one in given.ratings if one.answer]:
            turn.say("rate_answered", answer=answered)


async def _graded(turn: Turn, pending: Pending) -> None:
    chosen = _chosen(turn.text, pending)
    if chosen is None:
        turn.say("rate_not_understood")
        _offer_grades(turn, pending["number"])
        return
    grade = int(chosen)
    options: list[dict[str, Any]] = [
        {"value": code, "label": REASONS[code], "says": []} for code in reasons_for(grade)
    ]
    options.append(
        {"value": NOTHING_MORE, "label": say("rate_no_reason"), "says": ["没有", "不说了", "跳过"]}
    )
    turn.say("rate_ask_reason")
    _offer(turn, {"kind": "rating_reason", "number": pending["number"], "grade": grade, "options": options})


async def _reasoned(turn: Turn, pending: Pending) -> None:
    chosen = _chosen(turn.text, pending)
    reasons = [chosen] if chosen in REASONS else []
    text = "" if chosen else turn.text
    intake = await turn.open_intake_id()
    try:
        await turn.api.rate(pending["number"], intake, pending["grade"], reasons, text, turn.channel)
    except ApiProblem as problem:
        if problem.code not in ("cannot_rate", "case_not_found", "invalid_payload"):
            raise
        turn.add(problem.detail)
        return
    if is_bad(pending["grade"]):
        turn.say("rate_taken_bad", days=ANSWER_DAYS)
    else:
        turn.say("rate_taken")


def _offer_grades(turn: Turn, number: str) -> None:
    options = [{"value": str(grade), "label": name, "says": _SAYS[grade]} for grade, name in GRADES.items()]
    _offer(turn, {"kind": "rating", "number": number, "options": options})


def _offer(turn: Turn, pending: Pending) -> None:
    turn.list_options(options_of(pending), "line")
    turn.expect(pending)


def _chosen(text: str, pending: Pending) -> str | None:
    offered = tuple(Offered(o["value"], o["label"], tuple(o["says"])) for o in pending["options"])
    return choose(text, offered)
