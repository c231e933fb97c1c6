"""``/desk/cases/{number}/result-file``: the certificate that goes out with the result."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.cases.visible_case import must_see_papers, visible_case
from api.desk.act_schemas import ActRequest
from api.desk.schemas import AttachedResult
from api.desk.views import attached_view
from api.paper_files.reception import Received, receive
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    Busy,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FileNotFound,
    FileTooLarge,
    FileType,
    FileUnsafe,
    NotShown,
    NotYours,
    PdfTooLong,
    ResultNotDue,
    ResultNotPdf,
    ScannerDown,
    StorageFull,
    UploadCutOff,
    WrongRole,
)
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from api.uploads.endpoints import BODY, paper_sent
from api.uploads.results import PDF, Attached, attach, attached_to
from knowledge.base.roles import Role
from knowledge.cases.procedure.transitions import transition
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState

router = APIRouter(prefix="/desk/cases/{number}/result-file", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
Maker = Annotated[Actor, allow(staff(Role.WINDOW, Role.APPROVER))]
_BEFORE_ON_SPOT = (CaseState.RECEIVED, CaseState.ACCEPTED)
"""What is decided on the spot has its result made in the same moment, so that the certificate comes first."""

SENT: dict[int | str, dict[str, Any]] = {200: {"description": "文件内容", "content": {PDF: {}}}}


@router.put(
    "",
    response_model=AttachedResult,
    summary="附上证照文件",
    response_description="已经附上",
    openapi_extra=BODY,
    responses=refusals(
        *STAFF_REFUSALS, NotYours, WrongRole, ResultNotDue, ResultNotPdf, UploadCutOff, FileTooLarge, FileEmpty,
        FileBroken, FileUnsafe, FileEncrypted, PdfTooLong, ScannerDown, StorageFull, Busy,
    ),
)  # fmt: skip
async def put(number: CaseNumber, request: Request, actor: Maker, serving: Serving) -> Response:
    """内容就是 PDF 本身。打得开、没有脚本和密码的才收；再附一次，代替以前的。制作结果时，它的校验码记进办件日志，以后不能换。"""
    await serving.database.read(lambda session: _must_be_due(session, actor, number))
    try:
        with serving.uploads.store.spool() as spool:
            received = await receive(request, spool, serving.settings.upload_max_bytes)
            attached = await _kept(number, received, actor, serving)
    except OSError as error:
        raise StorageFull(headers={"Retry-After": "60"}) from error
    view = attached_view(attached)
    assert view is not None
    return reply(view)


@router.get(
    "",
    response_class=Response,
    summary="看证照文件",
    responses={**SENT, **refusals(*STAFF_REFUSALS, NotYours, NotShown, FileNotFound)},
)
async def content(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """附上的 PDF，制作结果以前和以后都能看。"""

    async def read(session: AsyncSession) -> Attached | None:
        case, _, _, roles = await visible_case(session, actor, number)
        must_see_papers(roles)
        return await attached_to(session, case.number)

    attached = await serving.database.read(read)
    if attached is None:
        raise FileNotFound
    await audit.looked(serving, actor, "result_read", number)
    return await paper_sent(attached.paper.id, PDF, f"result-{number}.pdf", serving)


async def with_certificate(session: AsyncSession, number: str, name: str, request: ActRequest) -> ActRequest:
    """The request to make the result, with what is attached in place of whatever was sent for it."""
    if name != Act.ISSUE:
        return request
    attached = await attached_to(session, number)
    data = {key: value for key, value in request.data.items() if key != "certificate"}
    given = {"certificate": attached.result.sha256} if attached else {}
    return request.model_copy(update={"data": {**data, **given}})


async def _kept(number: str, received: Received, actor: Actor, serving: Services) -> Attached:
    """Store the paper and attach it, or neither."""
    try:
        kept = await serving.uploads.keep(received, (PDF,))
    except FileType as error:
        raise ResultNotPdf from error
    done: tuple[Attached, list[str]] | None = None
    try:
        done = await serving.database.transact(
            lambda session: _attach(session, actor, number, kept, received.sha256, serving)
        )
    finally:
        if done is None:
            await asyncio.to_thread(serving.uploads.store.drop, kept.name)
    attached, dropped = done
    for name in dropped:
        await asyncio.to_thread(serving.uploads.store.drop, name)
    return attached


async def _attach(
    session: AsyncSession, actor: Actor, number: str, kept: Any, sha256: str, serving: Services
) -> tuple[Attached, list[str]]:
    number = await _must_be_due(session, actor, number, to_act=True)
    return await attach(session, number, kept, sha256, actor.id, serving.now())


async def _must_be_due(session: AsyncSession, actor: Actor, number: str, *, to_act: bool = False) -> str:
    """The number of a case whose result this person may make now.

    Raises:
        NotYours: There is none, or it is not the actor's to see.
        WrongRole: Others make its result.
        ResultNotDue: It is not decided, or the result is made already.
    """
    case, _, facts, roles = await visible_case(session, actor, number, to_act=to_act)
    is_at_once = facts.terms.on_spot is not None and case.state in _BEFORE_ON_SPOT
    making = transition(CaseState.DECIDED if is_at_once else case.state, Act.ISSUE)
    if making is None:
        raise ResultNotDue
    if not roles & set(making.roles):
        raise WrongRole("证照文件由受理窗口或者审核人员附上。")
    return case.number
