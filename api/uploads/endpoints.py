"""``/intakes/{intake_id}/materials``: the slots, their files, and what the pre-check says of them."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from cryptography.exceptions import InvalidTag
from fastapi import APIRouter, Header, Query, Request
from starlette.responses import Response

from api.access.policies import allow, capability
from api.paper_files.reception import Received, receive
from api.platform.address_fields import FileId, IntakeId, MaterialId
from api.platform.errors import (
    Busy,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FileNotFound,
    FileTooLarge,
    FileType,
    FileUnsafe,
    IntakeNotFound,
    IntakeNotOpen,
    MaterialNotFound,
    NoAffair,
    OrderIncomplete,
    PdfTooLong,
    PhoneNotChecked,
    PictureTooLarge,
    ScannerDown,
    StorageFull,
    SubmittedStays,
    TooManyFiles,
    UploadCutOff,
    UploadKeyMissing,
    UploadKeyReused,
)
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from api.uploads import service, slot_display
from api.uploads.file_names import shown_name, stored_name
from api.uploads.remarks import remarks_of
from api.uploads.schemas import FileOrder, FileReceived, MaterialSlot, RemarkList, Reuse, SlotList

router = APIRouter(
    prefix="/intakes/{intake_id}/materials",
    tags=["材料和预审"],
    dependencies=[allow(capability("intake_id"))],
)

SHORTEST_KEY, LONGEST_KEY = 8, 120
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
"""A stored file is looked at and nothing else: it is not guessed what it is, not run, not kept by the browser."""

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_THERE: dict[int | str, dict[str, Any]] = {
    200: {"description": "以前传过，还是那一份", "model": FileReceived}
}
BYTES: dict[int | str, dict[str, Any]] = {
    200: {"description": "文件内容", "content": {"image/jpeg": {}, "application/pdf": {}}}
}


@router.get(
    "",
    response_model=SlotList,
    summary="看材料、文件和预审结果",
    response_description="每份材料一格",
    responses=refusals(IntakeNotFound, NoAffair),
)
async def look(intake_id: IntakeId, serving: Serving) -> Response:
    """清单上每份材料一格。预审没做完时隔 poll_after_ms 再看；改了姓名、号码，结果跟着变。"""
    slots = await serving.database.read(lambda session: slot_display.slots(session, intake_id, serving))
    if slots.open:
        serving.uploads.expect()
    return reply(slots)


@router.get(
    "/remarks",
    response_model=RemarkList,
    summary="看预审要改的",
    response_description="最好先改的",
    responses=refusals(IntakeNotFound, NoAffair),
)
async def remarks(intake_id: IntakeId, serving: Serving) -> Response:
    """各份材料最好先改的，一次列全；只是建议，不妨碍提交。没有传过文件的是空的。"""
    return reply(await serving.database.read(lambda session: remarks_of(session, intake_id, serving)))


@router.post(
    "/{material}/files",
    response_model=FileReceived,
    status_code=201,
    summary="传一个文件", response_description="文件已经存好",
    openapi_extra=BODY,
    responses=_THERE | refusals(
        IntakeNotFound, MaterialNotFound, NoAffair, IntakeNotOpen, PhoneNotChecked, TooManyFiles, UploadKeyReused, UploadKeyMissing,
        UploadCutOff, FileTooLarge, FileType, FileEmpty, FileBroken, FileUnsafe, FileEncrypted, PictureTooLarge,
        PdfTooLong, ScannerDown, StorageFull, Busy,
    ),
)  # fmt: skip
async def upload(
    intake_id: IntakeId,
    material: MaterialId,
    request: Request,
    serving: Serving,
    idempotency_key: Annotated[str, Header(description="每个文件一个，断网重传时用同一个")] = "",
    x_file_name: Annotated[str, Header(description="原文件名，UTF-8 百分号编码，只用来显示")] = "",
    replaces: Annotated[str, Query(max_length=64, description="代替这一格的哪个文件；不写就排在最后")] = "",
) -> Response:
    """内容就是文件本身，一次一个。照片会转正、缩小、去掉拍摄地点再保存；同一个编号重传只存一份，答复200。

    代替没有提交的文件，新的站在原来的位置，原来的删除；代替已经提交的，原来的留着，新的注明代替哪一个。
    """
    if not SHORTEST_KEY <= len(idempotency_key) <= LONGEST_KEY:
        raise UploadKeyMissing
    key = serving.vault.digest("upload/key", f"{intake_id}/{material}/{idempotency_key}")
    there = await serving.database.read(
        lambda session: service.expect(session, intake_id, material, key, replaces, serving)
    )
    try:
        with serving.uploads.store.spool() as spool:
            received = await receive(request, spool, serving.settings.upload_max_bytes)
            digest = serving.vault.digest("upload/content", received.sha256)
            name = shown_name(x_file_name, request.headers.get("content-type", ""))
            sent = service.Sent(key, digest, name, replaces)
            if there is None:
                stored = await _store(intake_id, material, received, sent, serving)
                if stored is not None:
                    return reply(stored, 201)
    except OSError as error:
        raise StorageFull(headers={"Retry-After": "60"}) from error
    return reply(
        await serving.database.read(lambda session: service.already_sent(session, intake_id, sent, serving))
    )


async def _store(
    intake_id: str, material: str, received: Received, sent: service.Sent, serving: Services
) -> FileReceived | None:
    """Keep a received file and show it in its slot, or neither; None where the same upload was there first."""
    kept = await serving.uploads.keep(received)
    added: service.Added | None = None
    try:
        added = await serving.database.transact(
            lambda session: service.add(session, intake_id, material, kept, sent, serving)
        )
    finally:
        if added is None:
            await asyncio.to_thread(serving.uploads.store.drop, kept.name)
    serving.uploads.queued.set()
    if added is None:
        return None
    for name in added.dropped:
        await asyncio.to_thread(serving.uploads.store.drop, name)
    return added.received


@router.post(
    "/{material}/files/reuse",
    response_model=FileReceived,
    status_code=201,
    summary="沿用已经传过的文件",
    response_description="已经沿用",
    responses=_THERE
    | refusals(
        IntakeNotFound, MaterialNotFound, FileNotFound, NoAffair, IntakeNotOpen, PhoneNotChecked, TooManyFiles
    ),
)
async def reuse(intake_id: IntakeId, material: MaterialId, choice: Reuse, serving: Serving) -> Response:
    """同一个对话里给别的材料或者别的事项传过的，不用再传。已经在这一格里的，答复200。提交以后，窗口要补的材料也可以这样交。"""
    view, is_new = await serving.database.transact(
        lambda session: service.reuse(session, intake_id, material, choice.file, serving)
    )
    return reply(view, 201 if is_new else 200)


@router.put(
    "/{material}/files/order",
    response_model=MaterialSlot,
    summary="排文件的先后",
    response_description="排好的材料",
    responses=refusals(
        IntakeNotFound, MaterialNotFound, NoAffair, IntakeNotOpen, OrderIncomplete, SubmittedStays
    ),
)
async def reorder(intake_id: IntakeId, material: MaterialId, order: FileOrder, serving: Serving) -> Response:
    """按页码排好；这一格的每个文件都要在里面，各一次。已经提交的留在原来的位置。"""
    return reply(
        await serving.database.transact(
            lambda session: service.reorder(session, intake_id, material, order.files, serving)
        )
    )


@router.get(
    "/{material}/files/{file_id}",
    response_class=Response,
    summary="看一个文件",
    responses=BYTES | refusals(FileNotFound),
)
async def content(intake_id: IntakeId, material: MaterialId, file_id: FileId, serving: Serving) -> Response:
    """保存下来的照片（JPEG）或者 PDF。"""
    return await sent_out(intake_id, material, file_id, serving, small=False)


@router.get(
    "/{material}/files/{file_id}/thumbnail",
    response_class=Response,
    summary="看一个文件的小图",
    responses=BYTES | refusals(FileNotFound),
)
async def thumbnail(intake_id: IntakeId, material: MaterialId, file_id: FileId, serving: Serving) -> Response:
    """长边不超过320像素的 JPEG；PDF 是第一页。"""
    return await sent_out(intake_id, material, file_id, serving, small=True)


@router.delete(
    "/{material}/files/{file_id}",
    response_model=MaterialSlot,
    summary="删除一个文件",
    response_description="删除以后的材料",
    responses=refusals(IntakeNotFound, FileNotFound, NoAffair, IntakeNotOpen, SubmittedStays),
)
async def remove(intake_id: IntakeId, material: MaterialId, file_id: FileId, serving: Serving) -> Response:
    """删掉最后一个，材料回到没有传过时的样子。已经提交的不能删。"""
    view, dropped = await serving.database.transact(
        lambda session: service.remove(session, intake_id, material, file_id, serving)
    )
    for name in dropped:
        await asyncio.to_thread(serving.uploads.store.drop, name)
    return reply(view)


async def sent_out(
    intake_id: str, material: str, file_id: str, serving: Services, *, small: bool
) -> Response:
    """A stored file, or its small picture, with headers that let it be looked at and nothing else.

    Raises:
        FileNotFound: It is not in this slot of this intake, or its bytes are gone.
    """
    shown = await serving.database.read(
        lambda session: slot_display.content_of_file(session, intake_id, material, file_id)
    )
    media_type = "image/jpeg" if small else shown.paper.media_type
    name = stored_name(shown.file.position, media_type)
    return await paper_sent(shown.paper.id, media_type, name, serving, small=small)


async def paper_sent(
    paper_id: str, media_type: str, name: str, serving: Services, *, small: bool = False
) -> Response:
    """A stored paper as a response.

    Args:
        name: Of the file, in ASCII.

    Raises:
        FileNotFound: Its bytes are gone, or were altered.
    """
    store = serving.uploads.store
    try:
        data = await asyncio.to_thread(store.thumbnail if small else store.content, paper_id)
    except (FileNotFoundError, InvalidTag) as error:
        raise FileNotFound from error
    headers = {**_HEADERS, "Content-Disposition": f'inline; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)
