"""From the notice to the case: submission, and what an applicant has not got yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from actions.client.api_client import ApiProblem
from actions.guide.next_question import go_on
from actions.guide.waiting_wish import offer_next
from actions.information.beside import tell_each
from actions.information.paper_answers import paper_lines
from actions.pending.case import CaseInHand
from actions.pending.licence_expiry import LicenceExpiryRequest
from actions.pending.submission import holds_back
from actions.reply.wording import say
from actions.submission.check_out import check_out, say_gaps
from actions.submission.contact import Contact
from actions.submission.declared import go_on_after, materials_of, take_declaration
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from api.submission.schemas import CaseReceipt
from knowledge.base.dates import day_text
from knowledge.guidance.submission_check import Gap
from knowledge.guidance.terms import in_force
from knowledge.language.asked_beside import questions_in

__all__ = ["Contact", "LackMaterial", "Submit", "check_out", "say_submitted_before", "submit"]


class Submit(IntakeAction):
    """材料齐了，提交: either everything that is missing, or the question whether to submit."""

    def name(self) -> str:
        return "action_submit"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake("gaps")
        if view.affair is None and turn.case_number:
            say_submitted_before(turn, turn.case_number)
            return
        if view.affair is None or view.next_question is not None:
            if view.affair is not None:
                turn.say("questions_first")
            await go_on(turn, view)
            return
        if view.notice is None or view.notice_outdated:
            await go_on(turn, view)
            return
        if isinstance(turn.pending, LicenceExpiryRequest):
            await _take_expiry(turn, view)
            return
        await check_out(turn, await take_declaration(turn, view) or view)


async def _take_expiry(turn: Turn, view: IntakeView) -> None:
    """The day on the licence to be renewed, or that it is not known; then the word to submit is asked for."""
    after = await turn.api.say_expiry(view.id, turn.text)
    if after.renewal is not None and after.renewal.until is None:
        turn.say("renewal_not_known")
    await check_out(turn, after, asks_expiry=False)


async def submit(turn: Turn, intake: str) -> None:
    """Submit; a second word to submit the same intake finds the same case, and a word that denies something submits nothing."""
    if holds_back(turn.text):
        await Contact().act(turn)
        return
    key = hashlib.sha256(f"submit:{intake}".encode()).hexdigest()
    try:
        receipt = await turn.api.submit(intake, key, in_force())
    except ApiProblem as problem:
        if problem.code != "incomplete":
            raise
        turn.say("not_submitted")
        gaps = [Gap.model_validate(gap) for gap in problem.members["gaps"]]
        say_gaps(turn, gaps, await turn.api.remarks(intake))
        return
    turn.case_number, affair = receipt.number, turn.affair or ""
    turn.puts_aside()
    turn.card("case", receipt_lines(receipt), **receipt.model_dump(mode="json"))
    offer_next(turn, CaseInHand(number=receipt.number, item=receipt.item, affair=affair))


def say_submitted_before(turn: Turn, number: str) -> None:
    """A second word to submit, from another window or after going back: nothing is done twice, and where the case is."""
    turn.say("submitted_before", number=number)
    turn.card("submitted", number=number)


def receipt_lines(receipt: CaseReceipt) -> Iterator[str]:
    """Case number, window and why, and by when an answer comes."""
    window = receipt.window
    if window is None:
        yield say("submitted_no_window", number=receipt.number, name=receipt.item)
    else:
        yield say(
            "submitted",
            number=receipt.number,
            name=receipt.item,
            site=window.site,
            floor=window.floor,
            window=f"{window.number}{window.name}",
            address=window.address,
            why=receipt.why,
        )
    if receipt.parts:
        yield say("submitted_parts", count=len(receipt.parts))
        for part in receipt.parts:
            yield say("submitted_part", item=part.item, number=part.number)
    if due := receipt.answer_due:
        yield say("submitted_due", day=day_text(due.day), from_day=day_text(due.counted_from))
    elif receipt.answer_due_note:
        yield receipt.answer_due_note
    if receipt.later:
        yield say("submitted_later", names="、".join(receipt.later))
    yield say("submitted_bring")


class LackMaterial(IntakeAction):
    """健康证明还没办, 除了合同都齐了: taken down, with the way on for what is lacking."""

    def name(self) -> str:
        return "action_lack_material"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake()
        if view.notice is None:
            await _no_notice_yet(turn, view)
            return
        if (told := await take_declaration(turn, view)) is not None:
            if asked := questions_in(turn.text):
                await tell_each(turn, told, asked)
            await go_on_after(turn, told)
            return
        materials = await materials_of(turn, view)
        lines = paper_lines(turn.text, (await turn.api.notice(view.notice.access)).content, ())
        for line in lines:
            turn.add(line)
        if not lines:
            turn.say("lack_which", names="、".join(material.name for material in materials.values()))
        turn.keep_pending()


async def _no_notice_yet(turn: Turn, view: IntakeView) -> None:
    if view.affair is not None:
        turn.say("questions_first")
    await go_on(turn, view)
