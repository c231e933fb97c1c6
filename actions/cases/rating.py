"""评价: number and second factor, then a grade from 1 to 5, then what it was about."""

from __future__ import annotations

from actions.cases.status import looked_up
from actions.client.api_client import ApiProblem
from actions.information.ladder import put_otherwise
from actions.pending.model import AnswerOption, Pending
from actions.pending.opinion import GradeChoice, ReasonChoice
from actions.reply.options import options_of
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from knowledge.exchange.ratings import ANSWER_DAYS, GRADES, REASONS, is_bad, reasons_for
from knowledge.language.choice import gives_up

_SAYS = {
    1: ("很满意", "特别满意", "五星", "好评", "非常好"),
    2: ("满意的", "挺好", "不错", "四星"),
    3: ("一般", "还行", "还可以", "三星"),
    4: ("不太满意", "不好", "二星"),
    5: ("很不满意", "差评", "很差", "太差", "一星"),
}
NOTHING_MORE = "none"
_NO_GRADE = "不评"


class Rate(IntakeAction):
    """评价: one step after the other; nothing is sent before the last."""

    def name(self) -> str:
        return "action_rate"

    async def act(self, turn: Turn) -> None:
        if isinstance(turn.pending, GradeChoice):
            await _graded(turn, turn.pending)
            return
        if isinstance(turn.pending, ReasonChoice):
            await _reasoned(turn, turn.pending)
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


async def _not_graded(turn: Turn) -> None:
    """No grade: none is wanted to be given, or it was not understood."""
    if gives_up(turn.text) or _NO_GRADE in turn.text:
        turn.say("left")
    else:
        await put_otherwise(turn)


async def _graded(turn: Turn, pending: GradeChoice) -> None:
    chosen = turn.reading.picked
    if chosen is None:
        await _not_graded(turn)
        return
    grade = int(chosen)
    reasons = [AnswerOption(value=code, label=REASONS[code]) for code in reasons_for(grade)]
    nothing = AnswerOption(value=NOTHING_MORE, label=say("rate_no_reason"), says=("没有", "不说了", "跳过"))
    turn.say("rate_ask_reason")
    _offer(turn, ReasonChoice(number=pending.number, grade=grade, options=(*reasons, nothing)))


async def _reasoned(turn: Turn, pending: ReasonChoice) -> None:
    chosen = turn.reading.value
    reasons = [chosen] if chosen in REASONS else []
    text = "" if chosen else turn.text
    intake = await turn.open_intake_id()
    try:
        await turn.api.rate(pending.number, intake, pending.grade, reasons, text, turn.channel)
    except ApiProblem as problem:
        if problem.code not in ("cannot_rate", "case_not_found", "invalid_payload"):
            raise
        turn.add(problem.detail)
        return
    if is_bad(pending.grade):
        turn.say("rate_taken_bad", days=ANSWER_DAYS)
    else:
        turn.say("rate_taken")


def _offer_grades(turn: Turn, number: str) -> None:
    options = (
        AnswerOption(value=str(grade), label=name, says=_SAYS[grade]) for grade, name in GRADES.items()
    )
    _offer(turn, GradeChoice(number=number, options=tuple(options)))


def _offer(turn: Turn, pending: Pending) -> None:
    turn.list_options(options_of(pending), "line")
    turn.expect(pending)
