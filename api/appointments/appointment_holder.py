"""Whose appointment it is, and at which window."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments.schemas import Whose
from api.cases import repository as cases
from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.cases.second_factor import authorize
from api.intakes import reading
from api.intakes.models import IntakeRow
from api.platform.errors import AppointmentsNotTaken, CaseOver, IntakeNotOpen
from api.services import Services
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Window
from knowledge.guidance.booking_limit import person_key


@dataclass(frozen=True)
class Subject:
    """Who books.

    Attributes:
        person: Keyed digest of what the person is known by; before anything of that sort was given, of the conversation.
        window: Id of the window that receives the affair; None where the centre does not.
        is_over: The case needs no visit any more.
        is_case: It is submitted.
        draft: The intake that is not.
    """

    intake_id: str
    item: str
    person: str
    window: str | None
    is_over: bool = False
    is_case: bool = False
    draft: IntakeRow | None = None

    def bookable(self, catalogue: Catalogue) -> Window:
        """The window to book at.

        Raises:
            CaseOver: Nothing is left to be done at a window.
            AppointmentsNotTaken: It takes none here.
        """
        if self.is_over:
            raise CaseOver
        window = catalogue.windows.get(self.window or "")
        if window is None:
            raise AppointmentsNotTaken
        return taking(window)


def taking(window: Window) -> Window:
    """The window, if appointments can be made at it.

    Raises:
        AppointmentsNotTaken: It takes none, or by phone only.
    """
    if window.appointments is None:
        by_phone = (
            f"请打{window.phone}预约。" if window.takes_appointments and window.phone else "直接去就可以。"
        )
        raise AppointmentsNotTaken(f"{window.number}{window.name}不在这里预约，{by_phone}")
    return window


async def subject_of(session: AsyncSession, whose: Whose, services: Services) -> Subject:
    """The intake, or the case of whoever has its second factor.

    Raises:
        IntakeNotFound: There is no such intake.
        IntakeNotOpen: It was given up.
        NoAffair: Nothing is chosen yet.
    """
    if whose.number is not None:
        query = CaseQuery(number=whose.number, phone_tail=whose.phone_tail, intake=whose.intake)
        case = await authorize(session, query, services, cases.by_number)
        return _of_case(case, services)
    row = await reading.found(session, whose.intake or "")
    if row.state == "closed":
        raise IntakeNotOpen
    if row.state == "submitted":
        return _of_case((await cases.of_submission(session, row.id))[0], services)
    route = reading.route_of(row, services)
    person = _person(row.contact, row.conversation, services)
    item = reading.affair_of(row, services).name
    return Subject(row.id, item, person, route.window if route else None, draft=row)


def _of_case(case: CaseRow, services: Services) -> Subject:
    person = _person(case.contact, case.number, services)
    return Subject(
        case.intake_id, case.item, person, case.window or None, is_over=not case.is_open, is_case=True
    )


def _person(contact: str | None, otherwise: str, services: Services) -> str:
    return services.vault.digest(
        "appointment/person", person_key(services.vault.unseal(contact)) or otherwise
    )
