"""``/library``: what is edited over the shipped files, with history and undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access.policies import STAFF_REFUSALS
from api.platform.errors import EditInvalid, EditStale, LibraryEntryNotFound, NothingToUndo
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio import editing
from api.studio.edit_schemas import (
    ChangeLines,
    EditWanted,
    EntryLines,
    LibraryEntry,
    PhrasingWanted,
    UndoWanted,
)
from api.studio.endpoints import Tuner
from api.studio.entries import changes, entries, entry
from knowledge.studio.edit import EntryKind

router = APIRouter(prefix="/library", tags=["知识库"])

Kind = Annotated[EntryKind, Path(description="条目的种类：item、elsewhere、answer、option")]
Id = Annotated[
    str, Path(alias="entry", max_length=240, description="条目的编号；情形选项写「问题编号/选项」")
]


@router.get(
    "/entries",
    response_model=EntryLines,
    summary="找条目",
    response_description="条目，改过的在前",
    responses=refusals(*STAFF_REFUSALS),
)
async def find(
    _: Tuner,
    serving: Serving,
    q: Annotated[str, Query(max_length=120, description="名称或者说法里的几个字；不写是全部")] = "",
    kind: Annotated[EntryKind | None, Query(description="只看一种；不写是事项、问答和别处办的事")] = None,
    edited: Annotated[bool, Query(description="只看改过的")] = False,
) -> Response:
    """事项和一件事、问答、别处办的事；情形选项很多，要写明种类才列。"""
    return reply(await serving.database.read(lambda session: entries(session, q, kind, edited, serving)))


@router.get(
    "/entries/{kind}/{entry:path}",
    response_model=LibraryEntry,
    summary="看一个条目",
    response_description="随附的、改的和经过",
    responses=refusals(*STAFF_REFUSALS, LibraryEntryNotFound),
)
async def look(kind: Kind, entry_id: Id, _: Tuner, serving: Serving) -> Response:
    """随附的说法和话、现在的改动、每一版谁改的。"""
    return reply(await serving.database.read(lambda session: entry(session, kind, entry_id, serving)))


@router.put(
    "/entries/{kind}/{entry:path}",
    response_model=LibraryEntry,
    summary="改一个条目",
    response_description="改好的条目",
    responses=refusals(*STAFF_REFUSALS, LibraryEntryNotFound, EditInvalid, EditStale),
)
async def edit(kind: Kind, entry_id: Id, wanted: EditWanted, actor: Tuner, serving: Serving) -> Response:
    """马上生效，所有共用这个数据库的进程下一句话就用上。别人先改了的答409，带着他的那一版。"""
    return reply(await editing.edit(kind, entry_id, wanted, actor, serving))


@router.post(
    "/undo/{kind}/{entry:path}",
    response_model=LibraryEntry,
    summary="退回一版",
    response_description="退回以后的条目",
    responses=refusals(*STAFF_REFUSALS, LibraryEntryNotFound, EditStale, NothingToUndo),
)
async def undo(kind: Kind, entry_id: Id, wanted: UndoWanted, actor: Tuner, serving: Serving) -> Response:
    """回到前面那一版，马上生效；记录都还在。再退一次，就是把退回的取消。"""
    return reply(await editing.undo(kind, entry_id, wanted.version, actor, serving))


@router.post(
    "/phrasings",
    response_model=LibraryEntry,
    summary="加一种说法",
    response_description="加好的条目",
    responses=refusals(*STAFF_REFUSALS, LibraryEntryNotFound, EditInvalid),
)
async def add(wanted: PhrasingWanted, actor: Tuner, serving: Serving) -> Response:
    """在试一句、大家说了什么里直接加；两个人同时加不同的，都加上。"""
    return reply(await editing.add_phrasing(wanted, actor, serving))


@router.get(
    "/changes",
    response_model=ChangeLines,
    summary="看改过什么",
    response_description="最近的改动",
    responses=refusals(*STAFF_REFUSALS),
)
async def history(_: Tuner, serving: Serving) -> Response:
    """全部条目最近的改动：谁、什么时候、改了什么。"""
    return reply(await serving.database.read(lambda session: changes(session, serving)))
