"""``/exchange``: results to claim, feedback of supervising departments, records in the national field names."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic_core import to_json
from starlette.responses import Response, StreamingResponse

from api.access import audit
from api.access.actor import Actor, ActorKind
from api.access.consents import export_reason
from api.access.policies import PARTNER, STAFF_REFUSALS, allow, staff
from api.exchange import feedback, results
from api.exchange.national_records import KINDS
from api.exchange.record_stream import Range, stream
from api.exchange.schemas import Claimed, FeedbackBatch, FeedbackList, OfferedResults
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    FeedbackFaulty,
    FeedbackKeyReused,
    NotYours,
    RangeWrong,
    ReasonMissing,
    ResultNotFound,
    SecondPersonNeeded,
)
from api.platform.problems import refusals
from api.platform.schemas import Day
from api.services import Services, Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/exchange", tags=["对接"])

PartnerSystem = Annotated[Actor, allow(PARTNER)]
Exporter = Annotated[Actor, allow(staff(Role.ADMINISTRATOR, Role.PARTNER))]
Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
Overseer = Annotated[Actor, allow(staff(Role.SUPERVISOR))]
After = Annotated[int, Query(ge=0, le=2**62, description="上一页的 next")]


@router.get(
    "/results",
    response_model=OfferedResults,
    summary="取等待认领的审批结果",
    response_description="等待认领的结果的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def offered(actor: PartnerSystem, serving: Serving, after: After = 0) -> Response:
    """只有您的部门监管的，先出的在前，用国家标准的字段名。没有认领的，下次从头取时还在。"""
    page = await serving.database.read(lambda session: results.offered(session, actor, after, serving))
    keys = [one.key for one in page.results]
    if keys:
        await audit.record(
            serving.database, serving.now(), actor.id, "results_fetched", actor.department, {"keys": keys}
        )
    return reply(page)


@router.post(
    "/results/{key:path}/claim",
    response_model=Claimed,
    summary="认领审批结果",
    response_description="认领的凭据",
    responses=refusals(*STAFF_REFUSALS, ResultNotFound),
)
async def claim(
    key: Annotated[str, Path(max_length=80, description="结果的 key")], actor: PartnerSystem, serving: Serving
) -> Response:
    """认领以后不再推送；重复认领得到同一个答复。"""
    return reply(await serving.database.transact(lambda session: results.claim(session, actor, key, serving)))


@router.post(
    "/feedback",
    response_model=FeedbackList,
    summary="反馈处罚、检查结果、政策变化和办理状态",
    response_description="收下的反馈",
    responses=refusals(*STAFF_REFUSALS, FeedbackFaulty, FeedbackKeyReused),
)
async def report(batch: FeedbackBatch, actor: PartnerSystem, serving: Serving) -> Response:
    """一批要么全收要么一条不收，错处一次说全；同一个 key 重发不会重复。"""
    return reply(
        await serving.database.transact(lambda session: feedback.take(session, actor, batch, serving))
    )


@router.get(
    "/feedback",
    response_model=FeedbackList,
    summary="看监管反馈",
    response_description="反馈的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def reports(actor: Overseer, serving: Serving, after: After = 0) -> Response:
    """全部部门的，先收到的在前。"""
    return reply(await serving.database.read(lambda session: feedback.listed(session, after, serving)))


@router.get(
    "/cases/{number}/feedback",
    response_model=FeedbackList,
    summary="看一个办件的监管反馈",
    response_description="这个办件的反馈",
    responses=refusals(*STAFF_REFUSALS, NotYours),
)
async def of_case(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """看得到这个办件的人都看得到：处罚、检查结果、对方系统里的状态。"""
    found = await serving.database.read(lambda session: feedback.of_reached(session, actor, number, serving))
    await audit.looked(serving, actor, "feedback_read", number)
    return reply(found)


@router.get(
    "/records",
    response_class=StreamingResponse,
    summary="按国家标准的字段名导出办件记录",
    responses={
        200: {"description": "JSON，一行一条", "content": {"application/x-ndjson": {}}},
        **refusals(*STAFF_REFUSALS, RangeWrong, ReasonMissing, SecondPersonNeeded, NotYours),
    },
)
async def records(
    actor: Exporter,
    serving: Serving,
    first: Annotated[Day, Query(alias="from", description="从哪天收到的办件")],
    last: Annotated[Day, Query(alias="to", description="到哪天，含当天")],
    kind: Annotated[list[str] | None, Query(description="哪几种记录；不写就是全部")] = None,
    department: Annotated[
        str, Query(max_length=120, description="只要这个部门的，部门编号；不写是全部，对接系统只能取本部门的")
    ] = "",
    reason: Annotated[
        str, Query(max_length=200, description="为什么导出，记在操作记录里；对接系统不用写")
    ] = "",
) -> Response:
    """JSON 一行一条：line、kind、record、faults。工作人员导出的，申请人的信息是遮盖的，要写明为什么导出。

    不合标准的记录照样列出，faults 里写明哪个字段错在哪里。对接系统只得到本部门的。"""
    wanted = Range(
        first, last, _whose(actor, department), _kinds(kind), is_masked=actor.kind is not ActorKind.PARTNER
    )
    if last < first:
        raise RangeWrong
    about: dict[str, Any] = {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "kinds": list(wanted.kinds),
    }
    if wanted.is_masked:
        asked = about | {"department": wanted.department}
        about["reason"] = await export_reason(serving, actor, "records_exported", asked, reason)
    await audit.record(
        serving.database, serving.now(), actor.id, "records_exported", wanted.department or "all", about
    )
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_lines(serving, wanted), media_type="application/x-ndjson", headers=headers)


def _whose(actor: Actor, department: str) -> str:
    if actor.kind is not ActorKind.PARTNER:
        return department
    if department not in ("", actor.department):
        raise NotYours("对接系统只能取本部门的办件记录。")
    return actor.department


def _kinds(asked: list[str] | None) -> tuple[str, ...]:
    if unknown := sorted(set(asked or ()) - set(KINDS)):
        known = "、".join(f"{code}（{name}）" for code, name in KINDS.items())
        raise RangeWrong(f"有{len(unknown)}种记录不认识。可以用：{known}。")
    return tuple(code for code in KINDS if not asked or code in asked)


async def _lines(services: Services, wanted: Range) -> AsyncIterator[bytes]:
    line = 0
    async for case in stream(services, wanted):
        written = bytearray()
        for one in case.records:
            line += 1
            faults = [{"field": fault.field, "say": fault.say} for fault in one.faults]
            row: dict[str, Any] = {"line": line, "kind": one.kind, "record": one.record, "faults": faults}
            written += to_json(row) + b"\n"
        yield bytes(written)
