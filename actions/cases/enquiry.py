"""A question about the case in hand: answered for that case, without asking for its number again."""

from __future__ import annotations

from collections.abc import Sequence

from actions.cases.case_answers import AskedCase, lines_about
from actions.cases.status import keep_in_hand, looked_up, show_status
from actions.cases.withdrawal import Withdraw
from actions.guide.open_question import pick_up
from actions.information.centre import opening_lines
from actions.information.item_facts import lines_of
from actions.pending.case import CaseInHand
from actions.reply.short_notice import short_text
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.case_status.schemas import CaseNotice, CaseStatus
from knowledge.language.aspects import Aspect
from knowledge.language.case_asked import CasePart, asked_of_case
from knowledge.language.case_questions import CaseQuestion

_OF_THE_CASE_ALONE = frozenset(CaseQuestion) - {CaseQuestion.PAID, CaseQuestion.WHO}
"""What the case itself answers; when money comes and who comes along may be written with the item."""


class AskAboutCase(IntakeAction):
    """啥时候能拿到, 要带材料去吗, 编号再说一遍, 撤回了还能再办吗."""

    def name(self) -> str:
        return "action_ask_about_case"

    async def act(self, turn: Turn) -> None:
        item = turn.pending.item if isinstance(turn.pending, CaseInHand) else ""
        parts = _of_one_phone(asked_of_case(turn.text, item)) or (CasePart(turn.text),)
        questions = [part.question for part in parts]
        if CaseQuestion.WITHDRAW in questions:
            await Withdraw().act(turn)
            return
        status = await looked_up(turn, "status")
        if status is None:
            return
        if CaseQuestion.SAME in questions:
            await _put_the_other_aside(turn)
        if questions == [CaseQuestion.PROGRESS]:
            show_status(turn, status)
        else:
            await _tell(turn, status, parts)


def _of_one_phone(parts: tuple[CasePart, ...]) -> tuple[CasePart, ...]:
    """Without 能改不 beside 电话写错了, which asks the same."""
    if not any(part.question is CaseQuestion.CONTACT for part in parts):
        return parts
    return tuple(part for part in parts if part.question is not CaseQuestion.CONTENT)


async def _put_the_other_aside(turn: Turn) -> None:
    """不是再办一个: what was begun instead of going on with the case was begun by mistake."""
    if turn.affair is not None:
        await turn.api.close_intake(await turn.open_intake_id())
        turn.puts_aside()


class TellAfterSubmitting(IntakeAction):
    """交了以后还能改吗: asked before anything is submitted."""

    def name(self) -> str:
        return "action_after_submitting"

    async def act(self, turn: Turn) -> None:
        turn.say("after_submitting")
        pick_up(turn)


async def _tell(turn: Turn, status: CaseStatus, parts: Sequence[CasePart]) -> None:
    """Every question of the message answered, in its order."""
    told = await turn.api.case_notice(status.number, await turn.open_intake_id())
    lines = [line for part in parts for line in await _lines(turn, status, told, part)]
    for line in dict.fromkeys(lines):
        turn.add(line)
    keep_in_hand(turn, status)


async def _lines(turn: Turn, status: CaseStatus, told: CaseNotice, part: CasePart) -> list[str]:
    """What there is to say to one question: the item's own answer where it has one, and else what the case itself tells."""
    case = AskedCase(status, told.content, part.text)
    if part.question is CaseQuestion.NOTICE:
        return [short_text(told.notice_number, told.notice_version, told.content)]
    if part.question in _OF_THE_CASE_ALONE:
        return lines_about(part.question, case)
    own = await lines_of(turn, told.content, part.text, part.aspects)
    if {Aspect.HOURS, Aspect.OPEN_NOW} & set(part.aspects) and told.content.route is not None:
        own = [*await opening_lines(turn, told.content.route.window, named=True), *own]
    if own:
        return own
    if part.question is not None:
        return lines_about(part.question, case)
    return [say("case_beside", text=part.text, place=case.place, phone=case.phone)]
