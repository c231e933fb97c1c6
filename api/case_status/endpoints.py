"""``/cases``: ask where a case is and what its notice said, withdraw it, hand in what is missing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.access.policies import SECOND_FACTOR, allow, capability
from api.case_status import own_cases, service
from api.case_status.schemas import CaseNotice, CasePaperWanted, CaseStatus, Correction, OwnCases
from api.cases.schemas import CaseQuery
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    ActNotPossible,
    CannotWithdraw,
    CaseNotFound,
    CasePaperNotThere,
    FileNotFound,
    IntakeNotFound,
    PdfNotMade,
    ResultNotThere,
    SecondFactorMissing,
    StrongerFactorNeeded,
    TooManyTries,
    WrongState,
)
from api.platform.pages.addresses import case_page
from api.platform.pages.centre import centre_name
from api.platform.problems import refusals
from api.printing.slip_manuscript import slip_manuscript
from api.services import Serving, reply
from api.uploads.endpoints import paper_sent
from api.uploads.results import PDF
from knowledge.cases.archive import applicant_papers

router = APIRouter(tags=["办件"])


@router.post(
    "/cases/status",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="查办件",
    response_description="办件现在的进度",
    responses=refusals(CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing),
)
async def status(query: CaseQuery, serving: Serving) -> Response:
    """编号不存在和手机尾号不对，答复完全一样；同一编号15分钟内错5次，停止查询15分钟。"""
    return reply(await service.look(query, serving))


@router.get(
    "/intakes/{intake_id}/cases",
    dependencies=[allow(capability("intake_id"))],
    response_model=OwnCases,
    summary="看这个对话提交的办件",
    response_description="这个对话提交的办件",
    responses=refusals(IntakeNotFound),
)
async def of_conversation(intake_id: IntakeId, serving: Serving) -> Response:
    """凭草稿编号列出同一个对话提交过的办件，新的在前，最多20个；别的对话提交的要编号和手机尾号。"""
    return reply(await serving.database.read(lambda session: own_cases.of_conversation(session, intake_id)))


@router.post(
    "/cases/notice",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseNotice,
    summary="看办件的告知单",
    response_description="提交时用的告知单",
    responses=refusals(CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing),
)
async def notice(query: CaseQuery, serving: Serving) -> Response:
    """提交以后再问要带什么、多少钱、多久，照提交时的告知单答。"""
    return reply(await serving.database.transact(lambda session: service.notice(session, query, serving)))


@router.post(
    "/cases/result-file",
    dependencies=[allow(SECOND_FACTOR)],
    response_class=Response,
    summary="下载证照文件",
    responses={
        200: {"description": "文件内容", "content": {PDF: {}}},
        **refusals(
            CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing, ResultNotThere, FileNotFound
        ),
    },
)
async def result_file(query: CaseQuery, serving: Serving) -> Response:
    """结果做好以后可以下载，凭据和查办件一样。决定撤销以后不再给。"""
    attached = await serving.database.transact(lambda session: service.result_file(session, query, serving))
    return await paper_sent(attached.paper.id, PDF, f"result-{attached.result.case_number}.pdf", serving)


@router.post(
    "/cases/paper",
    dependencies=[allow(SECOND_FACTOR)],
    response_class=Response,
    summary="下载回执和告知",
    responses={
        200: {"description": "A5 的 PDF", "content": {PDF: {}}},
        **refusals(
            CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing, CasePaperNotThere, PdfNotMade
        ),
    },
)
async def paper(wanted: CasePaperWanted, request: Request, serving: Serving) -> Response:
    """进度里 papers 列出的每一份，凭据和查办件一样；姓名遮盖。是留存件，盖章的文书由窗口送达。"""
    said, log = await serving.database.transact(lambda session: service.paper_case(session, wanted, serving))
    made = applicant_papers.paper(wanted.paper, log, said)
    if made is None:
        raise CasePaperNotThere
    address = case_page(serving.settings, request, said.number)
    sheet = slip_manuscript(made, address, centre_name(serving.catalogue), serving.today())
    pdf = await serving.renderer.pdf(sheet, "slip")
    headers = {
        "Content-Disposition": f'attachment; filename="{wanted.paper}-{said.number}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return Response(pdf, headers=headers, media_type=PDF)


@router.post(
    "/cases/withdraw",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="撤回办件",
    response_description="撤回以后的进度",
    responses=refusals(
        CaseNotFound, TooManyTries, CannotWithdraw, IntakeNotFound, SecondFactorMissing, StrongerFactorNeeded
    ),
)
async def withdraw(query: CaseQuery, serving: Serving) -> Response:
    """作出决定以前都可以撤回。不是提交它的那个对话，要给完整的手机号。"""
    return reply(await serving.database.transact(lambda session: service.withdraw(session, query, serving)))


@router.post(
    "/cases/correction",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="补交材料",
    response_description="补交以后的进度",
    responses=refusals(
        CaseNotFound,
        TooManyTries,
        WrongState,
        ActNotPossible,
        IntakeNotFound,
        SecondFactorMissing,
        StrongerFactorNeeded,
    ),
)
async def correct(request: Correction, serving: Serving) -> Response:
    """补正通知列出的材料，或者容缺后补的材料：交了哪几份。"""
    return reply(await serving.database.transact(lambda session: service.hand_in(session, request, serving)))
