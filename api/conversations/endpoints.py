"""``/unmatched``: what the dialogue could not place, kept for the tuners."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access.policies import CHANNELS, allow
from api.conversations.models import UnmatchedRow
from api.conversations.schemas import Unmatched
from api.platform.errors import ChannelClosed
from api.platform.problems import refusals
from api.services import Serving
from knowledge.base.text import normalise
from knowledge.privacy.redaction import redact

router = APIRouter(tags=["对话"])


@router.post(
    "/unmatched",
    dependencies=[allow(CHANNELS)],
    status_code=204,
    summary="记下没有听懂、否认、重问、转人工的话",
    response_description="已经记下",
    responses=refusals(ChannelClosed),
)
async def unmatched(said: Unmatched, serving: Serving) -> Response:
    """个人信息在保存前再去除一遍。"""
    text, _ = redact(normalise(said.text))
    row = UnmatchedRow(
        at=serving.now(),
        text=text,
        channel=said.channel,
        decision=said.decision,
        catalogue_version=serving.catalogue.version,
        moment=said.moment.value,
        before=[redact(normalise(one))[0] for one in said.before],
    )

    async def keep(session: AsyncSession) -> None:
        session.add(row)

    await serving.database.transact(keep)
    return Response(status_code=204)
