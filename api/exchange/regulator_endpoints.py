"""``/regulation``: the screen of a supervising department: claim results, report back, write to the centre."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.exchange import change_requests, feedback, regulator_results
from api.exchange.regulator_schemas import (
    ChangeRequest,
    ChangeRequestList,
    ChangeRequestView,
    Regulated,
    Report,
    ResultClaim,
    ResultLines,
    ResultsClaimed,
)
from api.exchange.schemas import FeedbackBatch, FeedbackList
from api.paper_files.reception import receive
from api.platform.errors import (
    Busy,
    CannotAsk,
    FeedbackFaulty,
    FeedbackKeyReused,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FileTooLarge,
    FileType,
    FileUnsafe,
    LetterNotFound,
    LetterSettled,
    NotYours,
    PdfTooLong,
    PictureTooLarge,
    ResultNotFound,
    ScannerDown,
    StorageFull,
    UploadCutOff,
)
from api.platform.problems import refusals
from api.platform.schemas import FieldProblem
from api.services import Serving, reply
from knowledge.base.roles import Role
from knowledge.exchange.feedback import Feedback, FeedbackKind

router = APIRouter(prefix="/regulation", tags=["审管联动"])

Regulator = Annotated[Actor, allow(staff(Role.REGULATOR))]
LetterNumber = Annotated[str, Path(max_length=20, description="来函的编号")]
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get(
    "",
    response_model=Regulated,
    summary="本部门监管什么",
    response_description="部门、事项和可以选的",
    responses=refusals(*STAFF_REFUSALS),
)
async def regulated(actor: Regulator, serving: Serving) -> Response:
    """本部门监管的事项，反馈的种类，可以要求什么和一般的依据。"""
    return reply(regulator_results.regulated(actor, serving))


@router.get(
    "/results",
    response_model=ResultLines,
    summary="看审批结果",
    response_description="结果的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def lines(
    actor: Regulator,
    serving: Serving,
    claimed: Annotated[bool, Query(description="看认领过的；不写是等认领的")] = False,
    after: Annotated[int, Query(ge=0, le=2**62, description="上一页的 next")] = 0,
) -> Response:
    """只有本部门监管的；申请人的姓名遮着。等认领的先出的在前，认领过的后出的在前。"""
    return reply(
        await serving.database.read(
            lambda session: regulator_results.lines(session, actor, claimed, after, serving)
        )
    )


@router.post(
    "/results/claim",
    response_model=ResultsClaimed,
    summary="认领审批结果",
    response_description="认领了哪些",
    responses=refusals(*STAFF_REFUSALS, ResultNotFound),
)
async def claim(wanted: ResultClaim, actor: Regulator, serving: Serving) -> Response:
    """可以一次认领几件，要么全认领要么一件不认领；认领以后不再推送。"""
    return reply(
        await serving.database.transact(
            lambda session: regulator_results.claim(session, actor, wanted.keys, serving)
        )
    )


@router.get(
    "/feedback",
    response_model=FeedbackList,
    summary="看本部门反馈过的",
    response_description="反馈的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def reported(
    actor: Regulator,
    serving: Serving,
    after: Annotated[int, Query(ge=0, le=2**62, description="上一页的 next")] = 0,
) -> Response:
    """处罚、检查结果、政策变化，先报的在前。"""
    return reply(
        await serving.database.read(
            lambda session: feedback.of_department(session, actor.department, after, serving)
        )
    )


@router.post(
    "/feedback",
    response_model=FeedbackList,
    summary="反馈处罚、检查结果和政策变化",
    response_description="收下的反馈",
    responses=refusals(*STAFF_REFUSALS, FeedbackFaulty, FeedbackKeyReused),
)
async def report(said: Report, actor: Regulator, serving: Serving) -> Response:
    """处罚和不合格的检查在办件上有提示；政策变化由中心改事项。说明里的个人信息在保存前去除。"""
    if said.kind == FeedbackKind.POLICY and said.item:
        theirs = {one.id for one in regulator_results.regulated(actor, serving).items}
        if said.item not in theirs:
            wrong = FieldProblem(field="item", message="这个事项不归您的部门监管。")
            raise FeedbackFaulty(errors=[wrong])
    batch = FeedbackBatch(feedback=[_feedback(said)])
    return reply(
        await serving.database.transact(lambda session: feedback.take(session, actor, batch, serving))
    )


@router.get(
    "/requests",
    response_model=ChangeRequestList,
    summary="看本部门的来函",
    response_description="来函",
    responses=refusals(*STAFF_REFUSALS),
)
async def requests(actor: Regulator, serving: Serving) -> Response:
    """要求变更、撤回、撤销、注销的来函，和中心的答复。"""
    return reply(
        await serving.database.read(lambda session: change_requests.of_department(session, actor, serving))
    )


@router.post(
    "/requests",
    response_model=ChangeRequestView,
    summary="要求变更或者撤销",
    response_description="写下的来函，等传文件",
    responses=refusals(*STAFF_REFUSALS, NotYours, CannotAsk),
)
async def write(wanted: ChangeRequest, actor: Regulator, serving: Serving) -> Response:
    """写明问题、依据和文号；再传盖章的来函，才算送出。"""
    return reply(
        await serving.database.transact(
            lambda session: change_requests.write(session, actor, wanted, serving)
        )
    )


@router.put(
    "/requests/{number}/file",
    response_model=ChangeRequestView,
    summary="传来函的文件",
    response_description="送出的来函",
    openapi_extra=_BODY,
    responses=refusals(
        *STAFF_REFUSALS, LetterNotFound, LetterSettled, UploadCutOff, FileTooLarge, FileType, FileEmpty, FileBroken, FileUnsafe,
        FileEncrypted, PictureTooLarge, PdfTooLong, ScannerDown, StorageFull, Busy,
    ),
)  # fmt: skip
async def enclose(number: LetterNumber, request: Request, actor: Regulator, serving: Serving) -> Response:
    """盖章的来函，PDF 或者照片，一个文件；传好就送出，中心从这一天起算答复的日子。"""
    await serving.database.read(lambda session: change_requests.unfinished(session, actor, number))
    try:
        with serving.uploads.store.spool() as spool:
            received = await receive(request, spool, serving.settings.upload_max_bytes)
            kept = await change_requests.moved(await serving.uploads.keep(received), serving)
    except OSError as error:
        raise StorageFull(headers={"Retry-After": "60"}) from error
    sent: ChangeRequestView | None = None
    try:
        sent = await serving.database.transact(
            lambda session: change_requests.enclose(session, actor, number, kept, serving)
        )
    finally:
        if sent is None:
            await asyncio.to_thread(change_requests.store_of(serving).drop, kept.name)
    await audit.record(serving.database, serving.now(), actor.id, "letter_sent", number, {})
    return reply(sent)


def _feedback(said: Report) -> Feedback:
    passed = "" if said.passed is None else str(int(said.passed))
    return Feedback(
        key=said.key,
        kind=said.kind,
        project_no=said.case if said.kind != FeedbackKind.POLICY else "",
        item=said.item if said.kind == FeedbackKind.POLICY else "",
        time=f"{said.day.isoformat()} 00:00:00",
        document=said.document,
        result=passed if said.kind == FeedbackKind.INSPECTION else "",
        text=said.text,
    )
