"""``/intakes/{id}/submission``: submit."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import Response

from api.access.policies import PUBLIC, allow, capability
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    Incomplete,
    IntakeNotFound,
    IntakeNotOpen,
    KeyMissing,
    KeyReused,
    NoAffair,
    TermsChanged,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.submission import service as submission
from api.submission.schemas import CaseReceipt, Submission, TermsView
from knowledge.guidance.terms import in_force, terms

router = APIRouter(tags=["办件"])

LONGEST_KEY = 200
NOTHING_AGREED = Submission()
"""A body that is left out."""


@router.post(
    "/intakes/{intake_id}/submission",
    dependencies=[allow(capability("intake_id"))],
    response_model=CaseReceipt,
    summary="提交",
    response_description="回执",
    responses=refusals(
        IntakeNotFound, IntakeNotOpen, NoAffair, KeyReused, KeyMissing, Incomplete, TermsChanged
    ),
)
async def submit(
    intake_id: IntakeId,
    serving: Serving,
    idempotency_key: Annotated[str | None, Header(description="每次提交意图一个唯一编号；重发时不变")] = None,
    agreed: Submission = NOTHING_AGREED,
) -> Response:
    """同一份草稿只成一个办件：重发、并发都得到同一张回执。有缺项时一次全部说明（gaps），不生成办件。同意的承诺和告知的版本记进办件日志；旧的版本不收。"""
    key = (idempotency_key or "").strip()
    if not key or len(key) > LONGEST_KEY:
        raise KeyMissing
    accepted = agreed.accepted
    if accepted is not None and accepted != in_force():
        raise TermsChanged
    return reply(
        await serving.database.transact(
            lambda session: submission.submit(session, intake_id, key, serving, accepted=accepted)
        )
    )


@router.get(
    "/terms",
    dependencies=[allow(PUBLIC)],
    response_model=TermsView,
    summary="看承诺和个人信息告知",
    response_description="现在用的两份文字和版本",
    responses=refusals(),
)
async def current_terms() -> Response:
    """提交前请申请人看的两份文字；提交时把同意的版本一起发来。"""
    now = terms()
    return reply(TermsView(declaration=now.declaration, privacy=now.privacy))
