"""``/desk/appointments``: who comes to the own windows on a day, in the order in which they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.appointments import repository
from api.appointments import service as appointments
from api.appointments.displaced import displaced, why_closed
from api.appointments.repository import Visit
from api.appointments.views import place_of
from api.cases import repository as cases
from api.desk.schemas import (
    DayOfAppointments,
    DisplacedAppointment,
    DisplacedAppointments,
    ExpectedVisit,
    MovedAppointment,
    MoveWanted,
    VisitMark,
)
from api.desk.visit_marks import mark, marks_of, visit_label, visit_state
from api.outbox.entry import put
from api.platform.clock import at_centre
from api.platform.errors import (
    MarkNotPossible,
    NoAppointment,
    NotYours,
    SlotFull,
    SlotNotOffered,
    WindowNotFound,
)
from api.platform.problems import refusals
from api.platform.schemas import Day
from api.services import Services, Serving, reply
from knowledge.base.dates import day_text
from knowledge.base.roles import Role
from knowledge.catalogue.window import Window
from knowledge.privacy.contact_data import applicant_called

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
    day: Annotated[Day | None, Query(description="哪一天，例如 2026-11-24；不写就是今天")] = None,
    window: Annotated[
        str | None, Query(max_length=120, description="只看一个窗口；不写就是您的全部窗口")
    ] = None,
) -> Response:
    """窗口人员看自己的窗口，审查和审核人员看受理本部门事项的窗口，督查人员看全部；先来的在前，取消了的不列。姓名是遮盖的。"""
    windows = _windows(actor, window, serving)
    return reply(
        await serving.database.read(lambda session: _day(session, windows, day or serving.today(), serving))
    )


@router.get(
    "/displaced",
    response_model=DisplacedAppointments,
    summary="要改时间的预约",
    response_description="约在窗口不开的时间里的预约",
    responses=refusals(*STAFF_REFUSALS),
)
async def of_closed_times(actor: Handler, serving: Serving) -> Response:
    """临时停办、放假以后，原来约好的都列在这里，请打电话商量后改时间。"""
    return reply(await serving.database.read(lambda session: _displaced(session, actor, serving)))


@router.post(
    "/{window}/{day}/{code}/move",
    response_model=MovedAppointment,
    summary="替办事人改时间",
    response_description="改好的预约",
    responses=refusals(*STAFF_REFUSALS, NotYours, WindowNotFound, NoAppointment, SlotNotOffered, SlotFull),
)
async def move(
    window: Annotated[str, Path(max_length=120, description="窗口的编号")],
    day: Annotated[date, Path(description="原来约的哪一天")],
    code: Annotated[str, Path(max_length=12, description="取号码")],
    wanted: MoveWanted,
    actor: Handler,
    serving: Serving,
) -> Response:
    """先和办事人说好。原来的号码作废，换新的号码；已经提交的，新的时间马上告诉申请人。不算在办事人自己的次数里。"""
    _windows(actor, window, serving)
    about = {"window": window, "day": day.isoformat(), "to": f"{wanted.day} {wanted.start}"}
    await audit.record(serving.database, serving.now(), actor.id, "appointment_moved", code, about)
    return reply(
        await serving.database.transact(lambda session: _moved(session, (window, day, code), wanted, serving))
    )


@router.post(
    "/{window}/{day}/{code}/{wanted}",
    response_model=ExpectedVisit,
    summary="签到、叫号、记没有来",
    response_description="记好的预约",
    responses=refusals(*STAFF_REFUSALS, NotYours, WindowNotFound, NoAppointment, MarkNotPossible),
)
async def note(
    window: Annotated[str, Path(max_length=120, description="窗口的编号")],
    day: Annotated[date, Path(description="哪一天")],
    code: Annotated[str, Path(max_length=12, description="取号码")],
    wanted: Annotated[VisitMark, Path(description="arrive 签到、call 叫号、miss 没有来、undo 退回一步")],
    actor: Handler,
    serving: Serving,
) -> Response:
    """只记当天的；记错了退回一步。没有来的次数多了，暂时不能在网上预约（knowledge/guidance/missed_visits.yaml）。"""
    _windows(actor, window, serving)
    return reply(
        await serving.database.transact(lambda session: _noted(session, (window, day, code), wanted, serving))
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
    state = visit_state(row, services.now())
    return ExpectedVisit(
        window=row.window,
        start=row.start,
        end=row.end,
        code=row.code,
        state=state,
        state_label=visit_label(state),
        arrived_at=at_centre(row.arrived_at) if row.arrived_at else None,
        called_at=at_centre(row.called_at) if row.called_at else None,
        marks=marks_of(row, services.now()),
        item=row.item,
        cases=numbers.get(row.intake_id, []),
        applicant=applicant_called(visit.contact_masked),
    )


async def _displaced(session: AsyncSession, actor: Actor, services: Services) -> DisplacedAppointments:
    found = await displaced(session, services.catalogue, services.calendar, services.now())
    own = set(_windows(actor, None, services))
    visits = [visit for visit in found if visit.appointment.window in own]
    numbers = await cases.numbers_of_submissions(session, {visit.appointment.intake_id for visit in visits})
    return DisplacedAppointments(
        appointments=[
            DisplacedAppointment(
                day=visit.appointment.day,
                label=day_text(visit.appointment.day),
                visit=_expected(visit, numbers, services),
                window_name=_named(visit.appointment.window, services),
                why=why_closed(visit.appointment, services.catalogue),
            )
            for visit in visits
        ]
    )


def _named(window: str, services: Services) -> str:
    place = place_of(window, services.catalogue)
    return f"{place.number}{place.name}"


async def _moved(
    session: AsyncSession, which: tuple[str, date, str], wanted: MoveWanted, services: Services
) -> MovedAppointment:
    row = await repository.by_code(session, *which)
    if row is None or row.state != repository.LIVE:
        raise NoAppointment
    row = await appointments.move(session, row, wanted.day, wanted.start, wanted.why.strip(), services)
    submitted = [case for case in await cases.of_submission(session, row.intake_id) if case.is_open]
    view = appointments.shown(row, services)
    text = f"{view.note}。{view.reminder}"
    for case in submitted:
        message = {"text": text, "state": case.state, "act": ""}
        key = f"told/{case.number}/{row.access[:16]}"
        put(session, "told", case.channel, case.number, key, message, services.now())
    numbers = {row.intake_id: [case.number for case in submitted]}
    return MovedAppointment(
        visit=_expected(Visit(row, {}), numbers, services), when=view.when, told=numbers[row.intake_id]
    )


async def _noted(
    session: AsyncSession, which: tuple[str, date, str], wanted: VisitMark, services: Services
) -> ExpectedVisit:
    row = await repository.by_code(session, *which)
    if row is None:
        raise NoAppointment
    mark(row, wanted, services.now())
    numbers = await cases.numbers_of_submissions(session, {row.intake_id})
    (visit,) = await repository.visits_of(session, row.access)
    return _expected(visit, numbers, services)
