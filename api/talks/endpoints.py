"""``/talks`` and ``/callbacks``: what the channels' programs ask for their applicants."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import CHANNELS, allow
from api.platform.errors import CallbackPhoneMissing, ChannelClosed, NothingSaid, TalkNotFound, TooManyLines
from api.platform.problems import refusals
from api.services import Serving, reply
from api.talks import callbacks, service
from api.talks.schemas import (
    CallbackAsked,
    CallbackRequest,
    OfDialogue,
    TalkAnswer,
    TalkAsked,
    TalkLines,
    TalkNews,
    TalkNewsQuery,
    TalkRequest,
    TalkSaid,
    TalksForgotten,
)

router = APIRouter(tags=["人工对话"], dependencies=[allow(CHANNELS)])


@router.post(
    "/talks",
    response_model=TalkAsked,
    summary="要人工",
    response_description="排上了，或者现在不上班",
    responses=refusals(ChannelClosed),
)
async def ask(request: TalkRequest, serving: Serving) -> Response:
    """上班时间排进等待，工作台马上看到；已经排上的不重复排。不上班时 state 是 closed，可以约回电。"""
    return reply(await serving.database.transact(lambda session: service.ask(session, request, serving)))


@router.post(
    "/talks/said",
    response_model=TalkAnswer,
    summary="转一句办事人的话",
    response_description="对话到哪一步了，和还没有告诉办事人的话",
    responses=refusals(ChannelClosed, TalkNotFound, NothingSaid, TooManyLines),
)
async def said(message: TalkSaid, serving: Serving) -> Response:
    """held 时这句话由工作人员答，助手不答；waiting 时工作人员接了以后能看到，助手照常答。"""
    return reply(await serving.database.transact(lambda session: service.said(session, message, serving)))


@router.post(
    "/talks/lines",
    response_model=TalkAnswer,
    summary="记下助手和办事人说过的话",
    response_description="对话到哪一步了",
    responses=refusals(ChannelClosed, TalkNotFound),
)
async def lines(request: TalkLines, serving: Serving) -> Response:
    """接通以前说的，和等的时候助手答的，给工作人员看。"""
    return reply(
        await serving.database.transact(lambda session: service.keep_lines(session, request, serving))
    )


@router.post(
    "/talks/news",
    response_model=TalkNews,
    summary="取工作人员说的话",
    response_description="after 以后的话",
    responses=refusals(ChannelClosed),
)
async def news(query: TalkNewsQuery, serving: Serving) -> Response:
    """先存后说：同一个 after 再取，得到的一样，断线重连不会少也不会重复。"""
    return reply(await serving.database.transact(lambda session: service.news(session, query, serving)))


@router.post(
    "/talks/leave",
    response_model=TalkAnswer,
    summary="不要人工了",
    response_description="对话已经结束；没有时 state 是 none",
    responses=refusals(ChannelClosed),
)
async def leave(whose: OfDialogue, serving: Serving) -> Response:
    """办事人不等了，或者不用再和工作人员说了。"""
    return reply(await serving.database.transact(lambda session: service.leave(session, whose, serving)))


@router.post(
    "/talks/forget",
    response_model=TalksForgotten,
    summary="删除人工对话",
    response_description="删了几次",
    responses=refusals(ChannelClosed),
)
async def forget(whose: OfDialogue, serving: Serving) -> Response:
    """办事人删除说过的话时一起删，还没有提交的草稿里的联系信息也删；约好的回电不受影响。"""
    return reply(await serving.database.transact(lambda session: service.forget(session, whose, serving)))


@router.post(
    "/callbacks",
    response_model=CallbackAsked,
    summary="约回电",
    response_description="回电的编号和期限",
    responses=refusals(ChannelClosed, CallbackPhoneMissing, NothingSaid),
)
async def call_back(request: CallbackRequest, serving: Serving) -> Response:
    """电话用草稿里加密存的那一个，另外加密存一份；同一个对话只有一个没打的，再约就改它。"""
    return reply(await serving.database.transact(lambda session: callbacks.ask(session, request, serving)))
