"""``/desk/cases/{number}/notes``: what colleagues tell each other of a case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.desk import notes
from api.desk.note_schemas import NoteList, NoteRequest
from api.platform.address_fields import CaseNumber
from api.platform.errors import NotYours, TooManyNotes
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/cases/{number}/notes", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]


@router.get(
    "",
    response_model=NoteList,
    summary="看留言和电话记录",
    response_description="留言和电话记录",
    responses=refusals(*STAFF_REFUSALS, NotYours),
)
async def look(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """同事写的，后写的在前；办理这个办件的人都看得到，申请人看不到。"""
    found = await serving.database.read(lambda session: notes.notes_of(session, actor, number, serving))
    await audit.looked(serving, actor, "notes_read", number)
    return reply(found)


@router.post(
    "",
    response_model=NoteList,
    summary="留言或者记一次电话",
    response_description="留言和电话记录，新写的在最前",
    responses=refusals(*STAFF_REFUSALS, NotYours, TooManyNotes),
)
async def add(number: CaseNumber, request: NoteRequest, actor: Handler, serving: Serving) -> Response:
    """写了就不能改、不能删；写错了再写一条。内容加密保存。"""
    return reply(
        await serving.database.transact(lambda session: notes.add(session, actor, number, request, serving))
    )
