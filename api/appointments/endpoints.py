"""``/windows/{id}/slots`` and ``/appointments``: see what is free, book, move, cancel."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api.access.policies import PUBLIC, SECOND_FACTOR, allow, capability
from api.appointments import service
from api.appointments.schemas import AppointmentView, Booking, CurrentAppointment, SlotsView, Whose
from api.platform.errors import (
    AppointmentExists,
    AppointmentsNotTaken,
    CaseNotFound,
    CaseOver,
    IntakeNotFound,
    IntakeNotOpen,
    MissedTooOften,
    NoAffair,
    NoAppointment,
    PhoneNotChecked,
    SecondFactorMissing,
    ShareTaken,
    SlotFull,
    SlotNotOffered,
    TooManyMoves,
    TooManyTries,
    WindowNotFound,
    WrongWindow,
)
from api.platform.pages.addresses import public_url
from api.platform.pages.qr import qr_svg
from api.platform.pages.rendering import HEADERS
from api.platform.problems import refusals
from api.platform.schemas import Day
from api.services import Serving, reply

router = APIRouter(tags=["预约"])

_WHOSE = (IntakeNotFound, IntakeNotOpen, NoAffair, CaseNotFound, TooManyTries, SecondFactorMissing)


@router.get(
    "/windows/{window_id}/slots",
    response_model=SlotsView,
    summary="看窗口哪些时间能约",
    response_description="能约的日子和时段",
    responses=refusals(WindowNotFound, AppointmentsNotTaken),
    dependencies=[allow(PUBLIC)],
)
async def slots(
    window_id: Annotated[str, Path(description="窗口的编号")],
    serving: Serving,
    first: Annotated[Day | None, Query(alias="from", description="从哪天看起，例如 2026-11-24")] = None,
) -> Response:
    """按开放时间、放假安排和已约人数算出；不开门的日子不列，约满的时间 free 是0。"""
    return reply(
        await serving.database.read(lambda session: service.slots(session, window_id, first, serving))
    )


@router.post(
    "/appointments",
    response_model=AppointmentView,
    summary="预约、改约",
    response_description="约好的预约",
    responses=refusals(
        *_WHOSE,
        AppointmentsNotTaken,
        CaseOver,
        WrongWindow,
        SlotNotOffered,
        SlotFull,
        PhoneNotChecked,
        ShareTaken,
        AppointmentExists,
        TooManyMoves,
        MissedTooOften,
    ),
    dependencies=[allow(SECOND_FACTOR)],
)
async def book(booking: Booking, serving: Serving) -> Response:
    """凭草稿编号，或者办件编号和手机尾号。同一时间再约一次，得到同一个预约；换时间要写 move。

    一个窗口的一天，没有提交的草稿一共最多约一半，同一个网络地址一天最多约三分之一。
    """
    return reply(await serving.database.transact(lambda session: service.book(session, booking, serving)))


@router.post(
    "/appointments/current",
    response_model=CurrentAppointment,
    summary="看我的预约",
    response_description="现在的预约和能不能预约",
    responses=refusals(*_WHOSE),
    dependencies=[allow(SECOND_FACTOR)],
)
async def current(whose: Whose, serving: Serving) -> Response:
    """现在有没有预约，办这件事的窗口能不能预约。"""
    return reply(await serving.database.transact(lambda session: service.current(session, whose, serving)))


@router.post(
    "/appointments/cancel",
    response_model=AppointmentView,
    summary="取消预约",
    response_description="取消了的预约",
    responses=refusals(*_WHOSE, NoAppointment),
    dependencies=[allow(SECOND_FACTOR)],
)
async def cancel(whose: Whose, serving: Serving) -> Response:
    """取消以后时间让给别人；已经取消的，再取消一次也一样。"""
    return reply(await serving.database.transact(lambda session: service.cancel(session, whose, serving)))


@router.get(
    "/appointments/{access}/qr.svg",
    summary="预约的二维码",
    response_class=Response,
    responses={200: {"description": "SVG 图", "content": {"image/svg+xml": {}}}, **refusals(NoAppointment)},
    dependencies=[allow(capability("access"))],
)
async def qr(
    access: Annotated[str, Path(description="预约的访问名，猜不到")], request: Request, serving: Serving
) -> Response:
    """扫出来是显示号码的网页。"""
    view = await serving.database.read(lambda session: service.by_access(session, access, serving))
    code = qr_svg(public_url(serving.settings, request) + view.page_path, f"预约号{view.code}")
    return Response(code, headers=dict(HEADERS), media_type="image/svg+xml")
