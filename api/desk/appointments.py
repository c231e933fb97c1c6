"""``/desk/appointments``: who comes to the own windows on a day, in the order in which they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.appointments import repository
from api.appointments.repository import Visit
from api.appointments.views import label_of, place_of, state_of
from api.cases import repository as cases
from api.desk.schemas import DayOfAppointments, ExpectedVisit
from api.platform.errors import NotYours, WindowNotFound
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from knowledge.base.dates import day_text
from knowledge.base.roles import Role
from knowledge.catalogue.window import Window
from knowledge.privacy.kinds import Personal

router = APIRouter(prefix="/desk/appointments", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]


@router.get(
    "",
    response_model=DayOfAppointments,
    summary="看一天的预约",
    response_description="这一天的预约",
    responses=refusals(*STAFF_REFUSALS, NotYours, WindowNotFound),
)
async def of_day(
    actor: Handler,
    serving: Serving,
    day: Annotated[date | None, Query(description="哪一天，例如 2026-11-24；不写就是今天")] = None,
    window: Annotated[
        str | None, Query(max_length=120, description="只看一个窗口；不写就是您的全部窗口")
    ] = None,
) -> Response:
    """窗口人员看自己的窗口，审查和审核人员看受理本部门事项的窗口，督查人员看全部；先来的在前，取消了的不列。姓名是遮盖的。"""
    windows = _windows(actor, window, serving)
    return reply(
        await serving.database.read(lambda session: _day(session, windows, day or serving.today(), serving))
    )


def _windows(actor: Actor, chosen: str | None, services: Services) -> list[str]:
    """The windows to look at.

    Raises:
        WindowNotFound: There is no such window.
        NotYours: It is not the actor's.
    """
    there = services.catalogue.windows
    if chosen is None:
        return [key for key, window in there.items() if _reaches(actor, window)]
    if chosen not in there:
        raise WindowNotFound
    if not _reaches(actor, there[chosen]):
        raise NotYours("这个窗口不归您，请选您自己的窗口。")
    return [chosen]


def _reaches(actor: Actor, window: Window) -> bool:
    return bool(actor.roles_at([window.id], window.departments))


async def _day(
    session: AsyncSession, windows: Sequence[str], day: date, services: Services
) -> DayOfAppointments:
    visits = await repository.of_day(session, windows, day)
    numbers = await cases.numbers_of_submissions(session, {visit.appointment.intake_id for visit in visits})
    return DayOfAppointments(
        day=day,
        label=day_text(day),
        windows=[place_of(key, services.catalogue) for key in windows],
        appointments=[_expected(visit, numbers, services) for visit in visits],
    )


def _expected(visit: Visit, numbers: Mapping[str, list[str]], services: Services) -> ExpectedVisit:
    row = visit.appointment
    state = state_of(row, services.now())
    return ExpectedVisit(
        window=row.window,
        start=row.start,
        end=row.end,
        code=row.code,
        state=state,
        state_label=label_of(state),
        item=row.item,
        cases=numbers.get(row.intake_id, []),
        applicant=visit.contact_masked.get(Personal.NAME, ""),
    )
