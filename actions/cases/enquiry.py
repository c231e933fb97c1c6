"""A question about the case in hand: answered for that case, without asking for its number again."""

from __future__ import annotations

from actions.cases.case_answers import AskedCase, lines_about
from actions.cases.status import keep_in_hand, looked_up, show_status
from actions.cases.withdrawal import Withdraw
from actions.guide.open_question import pick_up
from actions.information.item_facts import tell
from actions.pending.case import CaseInHand
from actions.reply.short_notice import short_text
from actions.turn import IntakeAction, Turn
from api.case_status.schemas import CaseStatus
from knowledge.language.case_questions import CaseQuestion, case_question_in


class AskAboutCase(IntakeAction):
    """啥时候能拿到, 要带材料去吗, 编号再说一遍, 撤回了还能再办吗."""

    def name(self) -> str:
        return "action_ask_about_case"

    async def act(self, turn: Turn) -> None:
        item = turn.pending.item if isinstance(turn.pending, CaseInHand) else ""
        question = case_question_in(turn.text, item)
        if question is CaseQuestion.WITHDRAW:
            await Withdraw().act(turn)
            return
        status = await looked_up(turn, "status")
        if status is None:
            return
        if question is CaseQuestion.PROGRESS:
            show_status(turn, status)
        elif question is CaseQuestion.CHANGE_TIME:
            _say_when(turn, status)
        else:
            await _tell(turn, status, question)


class TellAfterSubmitting(IntakeAction):
    """交了以后还能改吗: asked before anything is submitted."""

    def name(self) -> str:
        return "action_after_submitting"

    async def act(self, turn: Turn) -> None:
        turn.say("after_submitting")
        pick_up(turn)


def _say_when(turn: Turn, status: CaseStatus) -> None:
    """The appointment and how it is moved; where there is none, that none is needed."""
    if status.appointment is not None:
        turn.add(status.appointment.reminder)
        turn.say("appointment_change")
    else:
        turn.say("case_no_appointment", hours=status.window.hours if status.window else "")
    keep_in_hand(turn, status)


async def _tell(turn: Turn, status: CaseStatus, question: CaseQuestion | None) -> None:
    told = await turn.api.case_notice(status.number, await turn.open_intake_id())
    if question is CaseQuestion.NOTICE:
        turn.add(short_text(told.notice_number, told.notice_version, told.content))
    elif question is None:
        view = await turn.intake()
        await tell(turn, view.model_copy(update={"preview": told.content}), turn.aspects)
    else:
        for line in lines_about(question, AskedCase(status, told.content, turn.text)):
            turn.add(line)
    keep_in_hand(turn, status)
