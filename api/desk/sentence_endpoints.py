"""``/desk/sentences`` and ``/desk/cases/{number}/sentences``: what is written into a correction list again and again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.desk import sentences
from api.desk.sentence_schemas import CaseSentences, SavedSentences, SentenceChange, SentenceRequest
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    NotYours,
    SentenceNotFound,
    SentencePersonal,
    SentenceUnclear,
    StaleVersion,
    TooManySentences,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
Officer = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER))]
SentenceId = Annotated[str, Path(description="常用语的编号")]
WORDING = (SentencePersonal, SentenceUnclear)


@router.get(
    "/cases/{number}/sentences",
    response_model=CaseSentences,
    summary="补正时能用的句子",
    response_description="每份材料能用的句子",
    responses=refusals(*STAFF_REFUSALS, NotYours),
)
async def of_case(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """每份材料：本部门存的在最前，再是预审说的、这种证照常用的、任何材料都可以用的；已经按告知单填好。"""
    return reply(
        await serving.database.read(lambda session: sentences.of_case(session, actor, number, serving))
    )


@router.get(
    "/sentences",
    response_model=SavedSentences,
    summary="看本部门的常用语",
    response_description="本部门的常用语",
    responses=refusals(*STAFF_REFUSALS),
)
async def kept(actor: Officer, serving: Serving) -> Response:
    """本部门存的，最近写的在前。"""
    return reply(await serving.database.read(lambda session: sentences.kept(session, actor)))


@router.post(
    "/sentences",
    response_model=SavedSentences,
    summary="存一句常用语",
    response_description="本部门的常用语",
    responses=refusals(*STAFF_REFUSALS, *WORDING, TooManySentences),
)
async def add(request: SentenceRequest, actor: Officer, serving: Serving) -> Response:
    """存给本部门的人用；里面有姓名、号码的不存。"""
    return reply(
        await serving.database.transact(lambda session: sentences.add(session, actor, request, serving))
    )


@router.put(
    "/sentences/{sentence}",
    response_model=SavedSentences,
    summary="改一句常用语",
    response_description="本部门的常用语",
    responses=refusals(*STAFF_REFUSALS, *WORDING, SentenceNotFound, StaleVersion),
)
async def change(sentence: SentenceId, request: SentenceChange, actor: Officer, serving: Serving) -> Response:
    """本部门的人都可以改；别人先改过就答复409。"""
    return reply(
        await serving.database.transact(
            lambda session: sentences.change(session, actor, sentence, request, serving)
        )
    )


@router.delete(
    "/sentences/{sentence}",
    response_model=SavedSentences,
    summary="删一句常用语",
    response_description="本部门的常用语",
    responses=refusals(*STAFF_REFUSALS, SentenceNotFound),
)
async def delete(sentence: SentenceId, actor: Officer, serving: Serving) -> Response:
    """已经发出去的补正通知不变。"""
    return reply(await serving.database.transact(lambda session: sentences.delete(session, actor, sentence)))
