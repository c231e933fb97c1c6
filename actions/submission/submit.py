"""From the notice to the case: what is still missing, all at once; contact data; submission."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from actions.client.api_client import ApiProblem
from actions.guide.confirmation import confirm
from actions.guide.next_question import go_on
from actions.guide.open_question import pick_up
from actions.guide.waiting_wish import offer_next
from actions.pending.case import CaseInHand
from actions.pending.submission import ContactRequest
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from api.submission.schemas import CaseReceipt
from api.uploads.schemas import RemarkList
from knowledge.base.dates import day_text
from knowledge.catalogue.item import Necessity
from knowledge.guidance.notice import NoticeMaterial
from knowledge.guidance.submission_check import Gap
from knowledge.language.declared_materials import declares_all_ready, materials_named
from knowledge.privacy.kinds import Personal


class Submit(IntakeAction):
    """材料齐了，提交: either everything that is missing, or the question whether to submit."""

    def name(self) -> str:
        return "action_submit"

    async def act(self, turn: Turn) -> None:
        all_ready = declares_all_ready(turn.text)
        view = await (turn.intake() if all_ready else turn.intake("gaps"))
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
        if all_ready:
            view = await turn.api.declare_materials(view.id, all_ready=True, including=["gaps"])
            turn.say("materials_ready", count=sum(state == "ready" for state in view.materials.values()))
        await check_out(turn, view)


async def check_out(turn: Turn, view: IntakeView) -> None:
    """Say everything that is missing; where nothing is, show the masked data and ask for the word to submit."""
    gaps = view.gaps if view.gaps is not None else (await turn.api.gaps(view.id)).gaps
    found = await turn.api.remarks(view.id)
    if gaps:
        say_gaps(turn, gaps, found)
        return
    turn.say("check_contact", fields="，".join(masked_fields(view)))
    if found.remarks:
        turn.card("remarks", remark_lines(found), **found.model_dump(mode="json"))
    if found.waiting:
        turn.say("precheck_waiting", count=found.waiting)
    turn.say("confirm_submit_anyway" if found.remarks else "confirm_submit")
    confirm(turn, "submit")


def say_gaps(turn: Turn, gaps: list[Gap], found: RemarkList) -> None:
    """The whole list of gaps, how to close each kind, and what the pre-check asks to have mended on the way."""
    lines = [*gap_lines(gaps), *remark_lines(found)]
    if found.waiting:
        lines.append(say("precheck_waiting", count=found.waiting))
    turn.card(
        "form", lines, gaps=[gap.model_dump(mode="json") for gap in gaps], **found.model_dump(mode="json")
    )
    turn.expect(ContactRequest())


def gap_lines(gaps: list[Gap]) -> Iterator[str]:
    """What is missing, and how to close each kind."""
    yield say("gaps_head", count=len(gaps))
    for number, gap in enumerate(gaps, 1):
        yield say("gap_line", number=number, say=gap.say)
    if any(gap.kind == "material" for gap in gaps):
        yield say("gaps_materials_hint")
    if any(gap.kind == "contact" for gap in gaps):
        yield say("gaps_contact_hint")


def remark_lines(found: RemarkList) -> Iterator[str]:
    """What the pre-check would have mended first."""
    if found.remarks:
        yield say("precheck_head", count=len(found.remarks))
    for number, remark in enumerate(found.remarks, 1):
        yield say("precheck_line", number=number, name=remark.name, say=remark.say)


def masked_fields(view: IntakeView) -> list[str]:
    """``姓名王**`` and so on, in the order in which a form asks."""
    return [f"{kind.label} {view.contact[kind]}" for kind in Personal if kind in view.contact]


async def submit(turn: Turn, intake: str) -> None:
    """Submit; a second word to submit the same intake finds the same case."""
    key = hashlib.sha256(f"submit:{intake}".encode()).hexdigest()
    try:
        receipt = await turn.api.submit(intake, key)
    except ApiProblem as problem:
        if problem.code != "incomplete":
            raise
        turn.say("not_submitted")
        gaps = [Gap.model_validate(gap) for gap in problem.members["gaps"]]
        say_gaps(turn, gaps, await turn.api.remarks(intake))
        return
    turn.case_number = receipt.number
    turn.puts_aside()
    turn.card("case", receipt_lines(receipt), **receipt.model_dump(mode="json"))
    turn.expect(CaseInHand(number=receipt.number, item=receipt.item))
    offer_next(turn)


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


class Contact(IntakeAction):
    """Name, identity number, phone: the channel has put them away already; here is said what arrived and what is missing."""

    def name(self) -> str:
        return "action_contact"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake("gaps")
        problems = turn.metadata.get("contact_problems", [])
        received = [
            f"{Personal(kind).label} {view.contact[kind]}"
            for kind in turn.metadata.get("received", [])
            if kind in view.contact
        ]
        if received:
            turn.say("contact_received", fields="，".join(received))
        for problem in problems:
            turn.say("contact_problem", message=problem["message"])
        if not received and not problems:
            turn.say("contact_nothing")
        waiting = turn.pending is not None and turn.pending.takes_contact
        if view.affair is None:
            turn.say("contact_kept" if received else "contact_wish")
        elif view.notice is not None and (waiting or turn.pending is None):
            await check_out(turn, view)
        else:
            pick_up(turn)
        if problems and waiting:
            turn.expect(ContactRequest())


class LackMaterial(IntakeAction):
    """健康证明还没办: taken down, with the way on for that paper."""

    def name(self) -> str:
        return "action_lack_material"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake()
        if view.notice is None:
            await _no_notice_yet(turn, view)
            return
        materials = {m.id: m for m in (await turn.api.notice(view.notice.access)).content.materials}
        named = materials_named(turn.text, {key: material.name for key, material in materials.items()})
        if not named:
            turn.say("lack_which", names="、".join(material.name for material in materials.values()))
            turn.keep_pending()
            return
        states = {key: "later" if materials[key].necessity is Necessity.LATER else "missing" for key in named}
        await turn.api.declare_materials(view.id, states=states)
        turn.say("material_missing", names="、".join(materials[key].name for key in named))
        for key in named:
            _way_on(turn, materials[key])
        turn.keep_pending()


async def _no_notice_yet(turn: Turn, view: IntakeView) -> None:
    if view.affair is not None:
        turn.say("questions_first")
    await go_on(turn, view)


def _way_on(turn: Turn, material: NoticeMaterial) -> None:
    if material.necessity is Necessity.LATER:
        turn.say("material_later", name=material.name)
    elif material.promise_instead:
        turn.say("material_promise", name=material.name)
    elif how := material.filling or material.standard:
        turn.say("material_how", name=material.name, how=how)
