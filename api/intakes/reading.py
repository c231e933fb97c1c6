"""What an intake says under the catalogue that is in force: its affair, answers, window, notice and gaps."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes import repository
from api.intakes.models import IntakeRow
from api.intakes.phone_check import phone_check_of
from api.platform.errors import IntakeNotFound, NoAffair
from api.services import Services
from knowledge.catalogue.affair import Affair
from knowledge.catalogue.item import CoApplicant
from knowledge.catalogue.question_order import questions_asked, settle
from knowledge.guidance.acting_person import is_by_agent, parties_now
from knowledge.guidance.applicant_kind import audience_said
from knowledge.guidance.notice import NoticeContent, draw
from knowledge.guidance.routing import Request, Route, route
from knowledge.guidance.submission_check import LICENCE, PHONE_CHECK, Gap, gaps
from knowledge.persons.needs import Applying, Need, may_be_given, needs
from knowledge.persons.parties import Parties, parties_of
from knowledge.privacy.kinds import CALLED, Personal


async def found(session: AsyncSession, intake_id: str) -> IntakeRow:
    """The intake of that id.

    Raises:
        IntakeNotFound: There is none.
    """
    row = await repository.by_id(session, intake_id)
    if row is None:
        raise IntakeNotFound
    return row


def affair_of(row: IntakeRow, services: Services) -> Affair:
    """What the intake is for.

    Raises:
        NoAffair: Not chosen yet, or no longer in the catalogue.
    """
    affair = services.catalogue.affair(row.affair) if row.affair else None
    if affair is None:
        raise NoAffair
    return affair


def answers_of(row: IntakeRow, services: Services) -> dict[str, str]:
    """The answers that count under the catalogue that is in force."""
    return settle(affair_of(row, services), row.answers, services.catalogue)


def route_of(row: IntakeRow, services: Services) -> Route | None:
    """The window for this applicant today."""
    affair, answers = affair_of(row, services), answers_of(row, services)
    request = Request(affair, services.today(), row.place, audience_said(answers))
    return route(request, services.catalogue)


def content_of(row: IntakeRow, services: Services) -> NoticeContent:
    """What a notice drawn now would say."""
    return draw(
        affair_of(row, services), answers_of(row, services), services.catalogue, route_of(row, services)
    )


def open_questions(row: IntakeRow, services: Services) -> dict[str, str]:
    """Questions that are asked and not answered, with their text."""
    answers = answers_of(row, services)
    asked = questions_asked(affair_of(row, services), answers)
    return {
        question: services.catalogue.questions[question].text for question in asked if question not in answers
    }


def gaps_of(row: IntakeRow, content: NoticeContent, services: Services) -> tuple[Gap, ...]:
    """Everything that stops this intake's submission."""
    licence = LICENCE in {paper.id for paper in content.shared()}
    affair = affair_of(row, services)
    needed = persons_needed(row, answers_of(row, services), applying_in(affair, licence=licence))
    missing = gaps(content, open_questions(row, services), row.materials, row.contact_masked.keys(), needed)
    return (*missing, PHONE_CHECK) if phone_check_of(row, services) == "wanted" else missing


def parties_in_row(row: IntakeRow, answers: Mapping[str, str], affair: Affair | None) -> tuple[Parties, bool]:
    """Who is who, by the sentences and the answers, and whether somebody acts for the applicant."""
    newborn = affair is not None and affair.is_for_newborn
    parties = parties_now(parties_of(row.statements), answers, newborn=newborn)
    return parties, is_by_agent(parties, answers)


def applying_in(affair: Affair | None, *, licence: bool = False) -> Applying:
    """Who applies in an affair, as its items say it."""
    if affair is None:
        return Applying(licence=licence)
    return Applying(
        licence=licence,
        newborn=affair.is_for_newborn,
        unit=affair.is_for_unit,
        together=affair.co_applicant is CoApplicant.ALWAYS,
        may_be_together=affair.co_applicant is CoApplicant.MAY_BE,
    )


def persons_needed(row: IntakeRow, answers: Mapping[str, str], applying: Applying) -> tuple[Need, ...]:
    """The contact data that this submission needs, each with whose it is."""
    parties, by_agent = _acting(row, answers, applying)
    return needs(parties, applying, by_agent=by_agent)


def persons_welcome(row: IntakeRow, answers: Mapping[str, str], applying: Applying) -> tuple[Need, ...]:
    """The contact data that may be given beside these."""
    parties, by_agent = _acting(row, answers, applying)
    return may_be_given(parties, applying, by_agent=by_agent)


def _acting(row: IntakeRow, answers: Mapping[str, str], applying: Applying) -> tuple[Parties, bool]:
    parties = parties_now(parties_of(row.statements), answers, newborn=applying.newborn)
    return parties, is_by_agent(parties, answers)


def phone_said(row: IntakeRow, services: Services) -> str | None:
    """The phone as the applicant gave it last, a tail or a whole number."""
    given = [value for kind, value in services.vault.unseal(row.contact).items() if kind in _WITH_TAIL]
    return given[-1] if given else None


_WITH_TAIL = (*CALLED, Personal.PHONE_TAIL)
