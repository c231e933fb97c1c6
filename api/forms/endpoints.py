"""``/intakes/{id}/form.docx``: the application form, filled in as far as possible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.access.policies import allow, capability
from api.forms import service
from api.forms.schemas import FormWanted
from api.platform.address_fields import IntakeId
from api.platform.errors import FormBroken, FormNotMade, IntakeNotFound, NoAffair, NoForm
from api.platform.problems import refusals
from api.platform.schemas import Key
from api.services import Services, Serving
from knowledge.privacy.kinds import Personal

router = APIRouter(tags=["草稿"])

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get(
    "/intakes/{intake_id}/form.docx",
    summary="下载填好的申请书",
    response_class=Response,
    responses={
        200: {"description": "Word 文件", "content": {WORD: {}}},
        **refusals(IntakeNotFound, NoAffair, NoForm, FormBroken, FormNotMade),
    },
    dependencies=[allow(capability("intake_id"))],
)
async def form(
    intake_id: IntakeId,
    serving: Serving,
    material: Annotated[Key | None, Query(description="告知单上的材料编号；不写是第一份申请书")] = None,
) -> Response:
    """已经说过的情况和材料都填好，不知道的留空。姓名、证件号、手机号、地址留给本人手写：凭草稿编号就能下载，不能带出来。"""
    return await _sent(serving, intake_id, material, {})


@router.post(
    "/intakes/{intake_id}/form.docx",
    summary="下载连本人信息一起填好的申请书",
    response_class=Response,
    responses={
        200: {"description": "Word 文件", "content": {WORD: {}}},
        **refusals(IntakeNotFound, NoAffair, NoForm, FormBroken, FormNotMade),
    },
    dependencies=[allow(capability("intake_id"))],
)
async def filled_form(intake_id: IntakeId, wanted: FormWanted, serving: Serving) -> Response:
    """随请求带来的姓名、号码填在表上，只在内存里用，不保存；草稿里存的不会带出来。不对的号码不填，留一条线。"""
    return await _sent(serving, intake_id, wanted.material, wanted.values)


async def _sent(
    serving: Services, intake_id: str, material: str | None, values: Mapping[Personal, str]
) -> Response:
    found = await serving.database.read(
        lambda session: service.form_for(session, intake_id, material, serving, values)
    )
    document = await serving.renderer.form(found.template, found.fields)
    name = quote(f"{found.name}.docx")
    headers = {
        "Content-Disposition": f"attachment; filename=\"form.docx\"; filename*=UTF-8''{name}",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return Response(document, headers=headers, media_type=WORD)
