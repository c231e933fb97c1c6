"""``/centre``: what the centre's staff enter, with a look at what it moves before it is saved, the history, and undo."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.consents import export_reason
from api.access.policies import ANY_STAFF, STAFF_REFUSALS, allow, staff
from api.centre import register, service
from api.centre.schemas import (
    CentrePlaces,
    ChangePreview,
    ChangeWanted,
    DutyDay,
    EntryList,
    EntryView,
    EntryWanted,
    RegisterView,
)
from api.platform.errors import EntryInvalid, EntryNotFound, EntryUndone, ReasonMissing, SecondPersonNeeded
from api.platform.problems import refusals
from api.platform.schemas import Day
from api.services import Serving, reply

router = APIRouter(prefix="/centre", tags=["中心事务"])

Anybody = Annotated[Actor, allow(ANY_STAFF)]
Editor = Annotated[Actor, allow(staff(*service.EDITORS))]


@router.get(
    "/entries",
    response_model=EntryList,
    summary="看录入了什么",
    response_description="录入的和撤销了的",
    responses=refusals(*STAFF_REFUSALS),
)
async def entries(
    actor: Anybody,
    serving: Serving,
    kind: Annotated[str, Query(max_length=20, description="只看一种，写代号；不写是全部")] = "",
) -> Response:
    """停办和通告、放假安排、事项划转等，最近的在前；撤销了的也在，写明谁在什么时候撤销。"""
    return reply(await serving.database.read(lambda session: service.entries(session, kind, actor, serving)))


@router.get(
    "/entries/places",
    response_model=CentrePlaces,
    summary="录入时能选的",
    response_description="地点、窗口、部门和事项",
    responses=refusals(*STAFF_REFUSALS),
)
async def places(_: Anybody, serving: Serving) -> Response:
    """办事地点、窗口、部门、事项的编号和名称。"""
    return reply(service.places(serving.catalogue))


@router.post(
    "/entries/preview",
    response_model=ChangePreview,
    summary="先看会动到什么",
    response_description="会变的期限和受影响的预约",
    responses=refusals(*STAFF_REFUSALS, EntryInvalid, EntryNotFound),
)
async def preview(wanted: ChangeWanted, actor: Editor, serving: Serving) -> Response:
    """什么也不存。改了日历的，逐件算没有办完的办件，列出编号、原来和以后的到期日；窗口不开的，列出已经约好的。"""
    return reply(await service.preview(wanted, serving))


@router.post(
    "/entries",
    response_model=EntryView,
    status_code=201,
    summary="录入",
    response_description="录入好的一条",
    responses=refusals(*STAFF_REFUSALS, EntryInvalid, EntryNotFound, EntryUndone),
)
async def enter(wanted: EntryWanted, actor: Editor, serving: Serving) -> Response:
    """马上生效：办事人的网页、对话、预约和全部期限都按新的来。写了 replaces 的，原来那一条同时撤销。"""
    return reply(await service.enter(wanted, actor, serving), 201)


@router.post(
    "/entries/{entry}/undo",
    status_code=204,
    summary="撤销一条",
    response_description="撤销了",
    responses=refusals(*STAFF_REFUSALS, EntryNotFound, EntryUndone),
)
async def undo(
    entry: Annotated[str, Path(max_length=12, description="编号")], actor: Editor, serving: Serving
) -> Response:
    """回到没有录入它的样子；记录还在。"""
    await service.undo(entry, actor, serving)
    return Response(status_code=204)


@router.get(
    "/duty",
    response_model=DutyDay,
    summary="哪天谁在哪个窗口",
    response_description="这一天的窗口和人员",
    responses=refusals(*STAFF_REFUSALS),
)
async def duty(
    _: Anybody,
    serving: Serving,
    day: Annotated[Day | None, Query(description="哪一天；不写就是今天")] = None,
) -> Response:
    """每个窗口这一天的开放时间、地点、电话，首席代表、首问责任人和窗口人员。"""
    return reply(register.duty(day or serving.today(), serving))


@router.get(
    "/register",
    response_model=RegisterView,
    summary="应进必进的情况",
    response_description="进驻了几个事项，还缺什么",
    responses=refusals(*STAFF_REFUSALS),
)
async def present(_: Anybody, serving: Serving) -> Response:
    """按桂数发〔2021〕4号的要求核对：事项进驻、首席代表、首问责任人、执法资格和窗口授权。"""
    return reply(register.summary(serving))


@router.get(
    "/register.xlsx",
    response_class=Response,
    summary="应进必进报送表",
    responses={
        200: {"description": "报送表，Excel 文件", "content": {register.XLSX: {}}},
        **refusals(*STAFF_REFUSALS, ReasonMissing, SecondPersonNeeded),
    },
)
async def report(actor: Editor, serving: Serving, reason: audit.ExportReason = "") -> Response:
    """报送备案的表：事项进驻、人员派驻、窗口授权、事项划转各一张，最后一张是还缺的。要写明为什么导出，每次都留记录。"""
    why = await export_reason(serving, actor, "exported", {"sheet": "centre/register"}, reason)
    body = await register.report(actor, why, serving)
    name = quote(f"应进必进{serving.today()}.xlsx")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    return Response(body, media_type=register.XLSX, headers=headers)
