"""``/intakes/{id}/submission``: submit."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import Response

from api.access.policies import allow, capability
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    Incomplete,
    IntakeNotFound,
    IntakeNotOpen,
    KeyMissing,
    KeyReused,
    NoAffair,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.submission import service as submission
from api.submission.schemas import CaseReceipt

router = APIRouter(tags=["办件"])

LONGEST_KEY = 200


@router.post(
    "/intakes/{intake_id}/submission",
    dependencies=[allow(capability("intake_id"))],
    response_model=CaseReceipt,
    summary="提交",
    response_description="回执",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, KeyReused, KeyMissing, Incomplete),
)
async def submit(
    intake_id: IntakeId,
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
