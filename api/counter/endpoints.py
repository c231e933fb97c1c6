"""``/desk/counter``: cases for whoever stands at the window."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.counter import service
from api.counter.schemas import CounterBegun, CounterDraft, CounterReceipt, CounterSubmission, OnSpotRequest
from api.desk.schemas import DeskCase
from api.desk.service import look
from api.platform.address_fields import CaseNumber, IntakeId
from api.platform.errors import (
    ActNotPossible,
    Incomplete,
    IntakeNotFound,
    IntakeNotOpen,
    InvalidAct,
    ItemNotFound,
    KeyMissing,
    KeyReused,
    NoAffair,
    NotYours,
    StaleVersion,
    UnknownMaterial,
    WrongRole,
    WrongState,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.submission.endpoints import LONGEST_KEY
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/counter", tags=["窗口工作台"])

Clerk = Annotated[Actor, allow(staff(Role.WINDOW))]


@router.post(
    "/drafts",
    response_model=CounterDraft,
    status_code=201,
    summary="当面开一个办件",
    response_description="一份新的草稿",
    responses=refusals(*STAFF_REFUSALS, ItemNotFound),
)
async def begin(request: CounterBegun, actor: Clerk, serving: Serving) -> Response:
    """替站在窗口前的人开一份草稿。情形、联系信息、材料照办事人自己填的接口填。谁开的，有记录。"""
    draft = await serving.database.transact(
        lambda session: service.begin(session, actor, request.affair, serving)
    )
    return reply(draft, 201)


@router.post(
    "/drafts/{intake_id}/submission",
    response_model=CounterReceipt,
    summary="当面提交并收件",
    response_description="回执",
    responses=refusals(
        *STAFF_REFUSALS, IntakeNotFound, IntakeNotOpen, NoAffair, KeyReused, KeyMissing, Incomplete, UnknownMaterial
    ),
)  # fmt: skip
async def submit(
    intake_id: IntakeId,
    handed: CounterSubmission,
    actor: Clerk,
    serving: Serving,
    idempotency_key: Annotated[str | None, Header(description="每次提交意图一个唯一编号；重发时不变")] = None,
) -> Response:
    """和办事人自己提交走同一条路，缺什么一次说全。您的窗口办得了的，留在您的窗口，同时收件、由您认领；收了哪些纸质材料记在日志里。"""
    key = (idempotency_key or "").strip()
    if not key or len(key) > LONGEST_KEY:
        raise KeyMissing
    return reply(
        await serving.database.transact(
            lambda session: service.submit(session, actor, intake_id, key, handed, serving)
        )
    )


@router.post(
    "/cases/{number}/on-spot",
    response_model=DeskCase,
    summary="当场办结",
    response_description="办完以后的办件",
    responses=refusals(
        *STAFF_REFUSALS, NotYours, WrongState, StaleVersion, WrongRole, ActNotPossible, InvalidAct
    ),
)
async def settle(number: CaseNumber, request: OnSpotRequest, actor: Clerk, serving: Serving) -> Response:
    """受理、当场决定、制作结果、送达一次做完，日志里各记一条；有一步做不了，就一步也不做。只有写明可以当场决定的事项才行。"""
    done = await serving.database.transact(
        lambda session: service.settle(session, actor, number, request, serving)
    )
    return reply(await serving.database.read(lambda session: look(session, actor, done, serving)))
