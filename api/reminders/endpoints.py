"""``/cases/reminders`` and ``/r/{stop}``: choose reminders of a case, and stop them with one tap."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.policies import SECOND_FACTOR, allow, capability
from api.platform.errors import (
    CaseNotFound,
    IntakeNotFound,
    InvalidReminder,
    NoSuchReminder,
    SecondFactorMissing,
    StrongerFactorNeeded,
    TooManyTries,
)
from api.platform.pages.rendering import nothing_here, page
from api.platform.problems import refusals
from api.reminders import service
from api.reminders.schemas import ReminderChoice, Reminders
from api.services import Serving, reply

router = APIRouter(tags=["办件消息"])
pages = APIRouter(prefix="/r", dependencies=[allow(capability("stop"))], include_in_schema=False)
"""A page for people, which is no part of the contract between programs."""

Stop = Annotated[str, Path(min_length=20, max_length=64)]


@router.post(
    "/cases/reminders",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=Reminders,
    summary="选办件的提醒",
    response_description="选好以后的提醒",
    responses=refusals(
        CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing, StrongerFactorNeeded, InvalidReminder
    ),
)
async def choose(choice: ReminderChoice, serving: Serving) -> Response:
    """要补正、补正明天到期、有结果、明天有预约的时候提醒，每样每种方式一次。空的就是停掉。"""
    return reply(await serving.database.transact(lambda session: service.choose(session, choice, serving)))


@pages.get("/{stop}")
async def asked(stop: Stop, serving: Serving) -> Response:
    """一个按钮：停掉。打开地址本身不停，邮箱的安全检查也会打开它。"""
    try:
        number = await serving.database.read(lambda session: service.case_of(session, stop))
    except NoSuchReminder as error:
        return nothing_here(error)
    return page("reminders.html", has_form=True, number=number, is_stopped=False)


@pages.post("/{stop}")
async def stopped(stop: Stop, serving: Serving) -> Response:
    """停掉，再按一次也一样；邮箱程序的退订按钮也到这里。"""
    try:
        await serving.database.transact(lambda session: service.stop(session, stop))
    except NoSuchReminder as error:
        return nothing_here(error)
    return page("reminders.html", number="", is_stopped=True)
