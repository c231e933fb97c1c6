"""``/desk/cases/{number}/archive.zip``: the whole case in one file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.archive import service
from api.platform.address_fields import CaseNumber
from api.platform.errors import NotYours, PaperMissing, PdfNotMade
from api.platform.pages.addresses import public_url
from api.platform.problems import refusals
from api.services import Serving
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk", tags=["档案"])

Reader = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]


@router.get(
    "/cases/{number}/archive.zip",
    response_class=StreamingResponse,
    summary="办件档案",
    responses={
        200: {"description": "压缩包", "content": {"application/zip": {}}},
        **refusals(*STAFF_REFUSALS, NotYours, PaperMissing, PdfNotMade),
    },
)
async def archive(number: CaseNumber, actor: Reader, request: Request, serving: Serving) -> Response:
    """目录、告知单各版、申请、材料、过程文书、结果、评价和带校验值的日志。联系信息按身份遮盖，督查人员取的没有材料和证照的文件；每取一次记一条。"""
    pieces = await service.archive(actor, number, public_url(serving.settings, request), serving)
    headers = {
        "Content-Disposition": f'attachment; filename="case-{_digits(number)}.zip"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(pieces, media_type="application/zip", headers=headers)


def _digits(number: str) -> str:
    return "".join(sign for sign in number[:12] if sign.isascii() and sign.isdigit())
