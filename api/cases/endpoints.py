"""``/intakes/{id}/submission`` and ``/cases``: submit, ask, withdraw."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import Response

from api.cases import service, submission
from api.cases.schemas import CaseQuery, CaseReceipt, CaseStatus, Correction
from api.errors import (
    ActNotPossible,
    ApiError,
    CannotWithdraw,
    CaseNotFound,
    Incomplete,
    IntakeNotFound,
    IntakeNotOpen,
    KeyMissing,
    KeyReused,
    NoAffair,
    SecondFactorMissing,
    TooManyTries,
    WrongState,
)
from api.policies import SECOND_FACTOR, allow, capability
from api.problems import refusals
from api.services import Serving, reply

router = APIRouter(tags=["办件"])

LONGEST_KEY = 200


@router.post(
    "/intakes/{intake_id}/submission",
    dependencies=[allow(capability("intake_id"))],
    response_model=CaseReceipt,
    summary="提交",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, KeyReused, KeyMissing, Incomplete),
)
async def submit(
    intake_id: str,
    serving: Serving,
    idempotency_key: Annotated[str | None, Header(description="每次提交意图一个唯一编号；重发时不变")] = None,
) -> Response:
    """同一份草稿只成一个办件：重发、并发都得到同一张回执。有缺项时一次全部说明（gaps），不生成办件。"""
    key = (idempotency_key or "").strip()
    if not key or len(key) > LONGEST_KEY:
        raise KeyMissing
    return reply(
        await serving.database.transact(lambda session: submission.submit(session, intake_id, key, serving))
    )


@router.post(
    "/cases/status",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="查办件",
    responses=refusals(CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing),
)
async def status(query: CaseQuery, serving: Serving) -> Response:
    """编号不存在和手机尾号不对，答复完全一样；同一编号15分钟内错5次，停止查询15分钟。"""
    return _answer(await service.look(query, serving))


@router.post(
    "/cases/withdraw",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="撤回办件",
    responses=refusals(CaseNotFound, TooManyTries, CannotWithdraw, IntakeNotFound, SecondFactorMissing),
)
async def withdraw(query: CaseQuery, serving: Serving) -> Response:
    """作出决定以前都可以撤回。"""
    return _answer(await serving.database.transact(lambda session: service.withdraw(session, query, serving)))


@router.post(
    "/cases/correction",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseStatus,
    summary="补交材料",
    responses=refusals(
        CaseNotFound,
        TooManyTries,
        WrongState,
        ActNotPossible,
        IntakeNotFound,
        SecondFactorMissing,
    ),
)
async def correct(request: Correction, serving: Serving) -> Response:
    """补正通知列出的材料，或者容缺后补的材料：交了哪几份。"""
    return _answer(
        await serving.database.transact(lambda session: service.hand_in(session, request, serving))
    )


def _answer(result: CaseStatus | ApiError) -> Response:
    if isinstance(result, ApiError):
        raise result
    return reply(result)
