"""投诉: number and second factor, then what happened, then to whom it goes; without a number, where to turn."""

from __future__ import annotations

from typing import ClassVar

from actions.cases.status import STRONGER_FACTOR, Status, ask_for_whole_phone, looked_up, names_a_case
from actions.client.api_client import ApiProblem
from actions.information.centre import main_window
from actions.pending.case import CaseRequest
from actions.pending.model import AnswerOption
from actions.pending.opinion import NO_COMPLAINT, ComplaintRequest
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from knowledge.base.dates import day_text
from knowledge.language.case_questions import CaseQuestion, case_question_in, complains_in_words


class Complain(IntakeAction):
    """投诉: it does not lead through the person complained about, and has an apology of its own."""

    meets_tone: ClassVar[bool] = False

    def name(self) -> str:
        return "action_complain"

    async def act(self, turn: Turn) -> None:
        if isinstance(turn.pending, ComplaintRequest):
            await _take(turn, turn.pending.number)
            return
        if _only_waits(turn):
            await Status().act(turn)
            return
        asked_for = isinstance(turn.pending, CaseRequest) and turn.pending.purpose == "complain"
        if not asked_for and not names_a_case(turn.text):
            window = await main_window(turn)
            turn.say("complain", supervise=CONSULT_PHONE, site=window.site)
            if turn.case_number is None:
                turn.say("complain_here")
                turn.expect(CaseRequest(purpose="complain"))
                return
        status = await looked_up(turn, "complain")
        if status is not None:
            turn.say("complain_ask", item=status.item, number=status.number)
            _ask(turn, status.number)


def _only_waits(turn: Turn) -> bool:
    """Whether news of a case is asked for impatiently, and nobody complained of: 都半个月了咋还没信儿."""
    asks = case_question_in(turn.text)
    return asks in (CaseQuestion.OVERDUE, CaseQuestion.CORRECT) and not complains_in_words(turn.text)


async def _take(turn: Turn, number: str) -> None:
    if turn.reading.picked == NO_COMPLAINT:
        turn.say("complain_given_up")
        return
    try:
        made = await turn.api.complain(number, await turn.open_intake_id(), turn.text)
    except ApiProblem as problem:
        if problem.code == STRONGER_FACTOR:
            ask_for_whole_phone(turn, problem, number, "complain")
            return
        if problem.status not in (409, 422):
            raise
        turn.add(problem.detail)
        return
    turn.say("complain_taken", number=made.number, why=made.why, day=day_text(made.answer_by))


def _ask(turn: Turn, number: str) -> None:
    option = AnswerOption(value=NO_COMPLAINT, label=say("complain_no"))
    turn.expect(ComplaintRequest(number=number, options=(option,)))
