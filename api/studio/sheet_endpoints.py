"""``/library/sheet.xlsx``: many entries at once, in Excel."""

from __future__ import annotations

import asyncio
import io
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.access import audit
from api.access.policies import STAFF_REFUSALS
from api.paper_files.reception import receive
from api.platform.errors import EditInvalid, FileTooLarge, PublishingUnderWay, SheetTooLarge, UploadCutOff
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio.endpoints import Tuner
from api.studio.library_file import rows_of_sheet, take_in
from api.studio.sentences import try_all
from api.studio.sheet_schemas import SheetTaken, TriedSentences
from knowledge.base.faults import CatalogueFaults
from knowledge.studio.library_sheet import read_sheet, written_sheet
from knowledge.studio.sentence_sheet import read_sentences

router = APIRouter(prefix="/library", tags=["知识库"])

LARGEST = 20_000_000
"""Bytes of a workbook that is sent in."""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET: dict[int | str, dict[str, object]] = {200: {"description": "Excel 文件", "content": {EXCEL: {}}}}
_BODY = {
    "requestBody": {"required": True, "content": {EXCEL: {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get(
    "/sheet.xlsx",
    summary="导出成 Excel",
    response_class=Response,
    responses=_SHEET | refusals(*STAFF_REFUSALS),
)
async def export(actor: Tuner, serving: Serving) -> Response:
    """事项、问答、别处办的事每条一行，旁边写着随附的说法和话；情形选项只列改过的。每次记一条。"""
    rows = await rows_of_sheet(serving)
    content = await asyncio.to_thread(written_sheet, rows)
    await audit.record(serving.database, serving.now(), actor.id, "exported", "library/sheet")
    name = f"知识库{serving.today():%Y%m%d}.xlsx"
    headers = {
        "Content-Disposition": f"attachment; filename=\"library.xlsx\"; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=EXCEL, headers=headers)


@router.put(
    "/sentences.xlsx",
    response_model=TriedSentences,
    summary="一次试很多句",
    response_description="每一句听成什么、对不对",
    openapi_extra=_BODY,
    responses=refusals(*STAFF_REFUSALS, EditInvalid, SheetTooLarge, UploadCutOff),
)
async def try_sentences(request: Request, _: Tuner, serving: Serving) -> Response:
    """第一张表要有「说法」一列，可以有「应该是」一列，写事项、问答、别处办的事的名称；最多500句，什么也不留。"""
    content = await _sent(request)
    try:
        lines = await asyncio.to_thread(read_sentences, content)
    except CatalogueFaults as faults:
        raise EditInvalid(faults=[str(fault) for fault in faults.faults]) from faults
    return reply(await try_all(lines, serving))


@router.put(
    "/sheet.xlsx",
    response_model=SheetTaken,
    summary="照 Excel 改",
    response_description="改了几个条目",
    openapi_extra=_BODY,
    responses=refusals(*STAFF_REFUSALS, EditInvalid, PublishingUnderWay, SheetTooLarge, UploadCutOff),
)
async def take(
    request: Request,
    actor: Tuner,
    serving: Serving,
    only_check: Annotated[bool, Query(description="只检查，什么也不改")] = False,
) -> Response:
    """里面的条目变成表里的样子，别的不动；有一格错就什么也不改，错的格子写着第几行、哪一列、怎么改。"""
    content = await _sent(request)
    try:
        file, places = await asyncio.to_thread(read_sheet, content)
    except CatalogueFaults as faults:
        raise EditInvalid(faults=[str(fault) for fault in faults.faults]) from faults
    taken = await take_in(file, actor, serving, places, only_check=only_check)
    return reply(SheetTaken(entries=taken.entries))


async def _sent(request: Request) -> bytes:
    """The workbook that is sent.

    Raises:
        SheetTooLarge: It is.
    """
    sent = io.BytesIO()
    try:
        await receive(request, sent, LARGEST)
    except FileTooLarge as error:
        raise SheetTooLarge from error
    return sent.getvalue()
