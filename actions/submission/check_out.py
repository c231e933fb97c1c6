"""What is still missing for the submission, all at once; where nothing is, the word to submit is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from actions.guide.confirmation import confirm
from actions.guide.next_question import offer_menu, paper_names
from actions.guide.persons import contact_hint, shown, together
from actions.pending.licence_expiry import LicenceExpiryRequest
from actions.pending.submission import ContactRequest
from actions.reply.wording import say
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from api.uploads.schemas import RemarkList
from knowledge.guidance.submission_check import Gap

WITH_FORM = frozenset({"wechat"})
"""Channels whose talk lies with somebody else: personal data are asked for in the page that a link opens."""


async def check_out(turn: Turn, view: IntakeView, *, asks_expiry: bool = True) -> None:
    """Say everything that is missing; where nothing is, show the masked data and ask for the word to submit.

    Args:
        asks_expiry: Of a renewal, whether to ask until when the licence is valid where nobody said it and no paper shows it.
    """
    gaps = view.gaps if view.gaps is not None else (await turn.api.gaps(view.id)).gaps
    found = await turn.api.remarks(view.id)
    papers = await _papers(turn, view)
    if gaps:
        say_gaps(turn, gaps, found, papers)
        return
    if asks_expiry and found.renewal and found.renewal.until is None:
        turn.say("renewal_until_when", rule=found.renewal.say, licence=found.renewal.licence)
        turn.expect(LicenceExpiryRequest(papers=papers))
        return
    doubts = [doubt.say for doubt in view.contact_doubts]
    lines = [*remark_lines(found), *doubts, say("check_contact", fields=shown(view, view.contact))]
    told = [doubt.model_dump(mode="json") for doubt in view.contact_doubts]
    turn.card("check", lines, doubts=told, **found.model_dump(mode="json"))
    if found.waiting:
        turn.say("precheck_waiting", count=found.waiting)
    turn.say("confirm_submit_anyway" if found.remarks else "confirm_submit")
    confirm(turn, "submit", papers=papers)


async def _papers(turn: Turn, view: IntakeView) -> tuple[str, ...]:
    """Names of the papers on the notice, known from the question before or looked up."""
    if turn.papers_asked or view.notice is None:
        return turn.papers_asked
    return paper_names((await turn.api.notice(view.notice.access)).content)


def say_gaps(turn: Turn, gaps: list[Gap], found: RemarkList, papers: tuple[str, ...] = ()) -> None:
    """The whole list of gaps, how to close each kind, and what the pre-check asks to have mended on the way.

    Args:
        papers: Names of the papers on the notice.
    """
    lines = [*gap_lines(gaps, has_form=turn.channel in WITH_FORM), *remark_lines(found)]
    if found.waiting:
        lines.append(say("precheck_waiting", count=found.waiting))
    turn.card(
        "form", lines, gaps=[gap.model_dump(mode="json") for gap in gaps], **found.model_dump(mode="json")
    )
    turn.expect(ContactRequest(papers=papers))


async def say_what_is_next(turn: Turn, view: IntakeView) -> None:
    """At the menu after the notice: what is still missing in one sentence, and the word that submits."""
    gaps = view.gaps if view.gaps is not None else (await turn.api.gaps(view.id)).gaps
    papers = sum(gap.kind == "material" for gap in gaps)
    missing = [say("next_papers", count=papers)] if papers else []
    if contact := together(gap.name for gap in gaps if gap.kind == "contact"):
        missing.append(contact)
    if missing:
        turn.say("next_missing", missing="，".join(missing))
    if papers:
        turn.say("next_papers_hint")
    turn.say("next_submit" if missing else "next_submit_at_once")
    offer_menu(turn)


def gap_lines(gaps: list[Gap], *, has_form: bool = False) -> Iterator[str]:
    """What is missing, and how to close each kind.

    Args:
        has_form: Personal data are asked for in the page's form and not in the talk.
    """
    yield say("gaps_head", count=len(gaps))
    for number, gap in enumerate(gaps, 1):
        yield say("gap_line", number=number, say=gap.say)
    if any(gap.kind == "material" for gap in gaps):
        yield say("gaps_materials_hint")
    if any(gap.kind == "contact" for gap in gaps):
        yield say("gaps_contact_form") if has_form else contact_hint(gaps)


def remark_lines(found: RemarkList) -> Iterator[str]:
    """What the pre-check would have mended first."""
    if found.renewal and found.renewal.until is not None:
        yield found.renewal.say
    if found.remarks:
        yield say("precheck_head", count=len(found.remarks))
    for number, remark in enumerate(found.remarks, 1):
        yield say("precheck_line", number=number, name=remark.name, say=remark.say)
