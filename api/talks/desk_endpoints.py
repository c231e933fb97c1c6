"""``/desk/talks``: the queue of those who ask for a person, and the talks themselves."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.access.session_cookie import cookie_of
from api.access.tokens import bearer
from api.platform.errors import (
    NothingSaid,
    NotYourTalk,
    TalkNotFound,
    TalkOver,
    TalkTaken,
    TooManyLines,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.talks import desk_service, proposals
from api.talks.desk_schemas import (
    DeskTalk,
    HandBack,
    OfficerLine,
    ProposalList,
    ProposalRequest,
    ProposalView,
    TalkQueue,
)
from knowledge.staff.talk_rules import talk_rules

router = APIRouter(prefix="/desk", tags=["人工对话"])

_RULES = talk_rules()
_SEES = staff(*_RULES.takes, *_RULES.oversees)
Onlooker = Annotated[Actor, allow(_SEES)]
Officer = Annotated[Actor, allow(staff(*_RULES.takes))]
Reader = Annotated[Actor, allow(staff(*_RULES.reads_proposals))]
TalkInPath = Annotated[str, Path(max_length=24, description="人工对话的编号")]
HELD = (*STAFF_REFUSALS, TalkNotFound, NotYourTalk)


@router.get(
    "/talks",
    response_model=TalkQueue,
    summary="谁在等人工",
    response_description="在等的和正在说的",
    responses=refusals(*STAFF_REFUSALS),
)
async def queue(actor: Onlooker, serving: Serving) -> Response:
    """等得久的在前，归您的窗口和部门的最前；别人接着的只有督查看得到。有变化时 /desk/events 有一个 talks 事件。"""
    return reply(await serving.database.read(lambda session: desk_service.queue(session, actor, serving)))


@router.get(
    "/talks/{talk}",
    response_model=DeskTalk,
    summary="看一个人工对话",
    response_description="说过的话和正在办的事",
    responses=refusals(*HELD),
)
async def look(talk: TalkInPath, actor: Onlooker, serving: Serving) -> Response:
    """在等的谁都可以看；接了的只有接的人和督查可以看。里面没有个人信息。"""
    return reply(
        await serving.database.read(lambda session: desk_service.look(session, actor, talk, serving))
    )


@router.post(
    "/talks/{talk}/accept",
    response_model=DeskTalk,
    summary="接",
    response_description="接到的对话",
    responses=refusals(*STAFF_REFUSALS, TalkNotFound, TalkTaken, TalkOver),
)
async def accept(talk: TalkInPath, actor: Officer, request: Request, serving: Serving) -> Response:
    """从这时起办事人的话都到您这里，助手不说话。两个人同时接，只有一个接到，另一个得知是谁。"""
    by_session = bool(cookie_of(request)) and not bearer(request.headers.get("authorization", ""))
    return reply(
        await serving.database.transact(
            lambda session: desk_service.accept(session, actor, talk, serving, by_session=by_session)
        )
    )


@router.post(
    "/talks/{talk}/lines",
    response_model=DeskTalk,
    summary="说一句",
    response_description="说过的话",
    responses=refusals(*HELD, NothingSaid, TooManyLines),
)
async def speak(talk: TalkInPath, line: OfficerLine, actor: Officer, serving: Serving) -> Response:
    """先存再告诉办事人；同一个 key 重发只说一次。姓名、号码、地址会隐去，removed 说隐去了哪些。"""
    return reply(
        await serving.database.transact(
            lambda session: desk_service.speak(session, actor, talk, line, serving)
        )
    )


@router.post(
    "/talks/{talk}/return",
    response_model=DeskTalk,
    summary="交回办事助手",
    response_description="交回以后的对话",
    responses=refusals(*HELD, NothingSaid),
)
async def hand_back(talk: TalkInPath, request: HandBack, actor: Officer, serving: Serving) -> Response:
    """小结办事人看得到；助手从原来的地方接着办。"""
    return reply(
        await serving.database.transact(
            lambda session: desk_service.hand_back(session, actor, talk, request, serving)
        )
    )


@router.post(
    "/talks/{talk}/release",
    response_model=TalkQueue,
    summary="请同事接",
    response_description="在等的和正在说的",
    responses=refusals(*HELD),
)
async def release(talk: TalkInPath, actor: Onlooker, serving: Serving) -> Response:
    """回到等待里，办事人得知换一位工作人员；人不在的，督查可以替他放回去。"""
    return reply(
        await serving.database.transact(lambda session: desk_service.release(session, actor, talk, serving))
    )


@router.post(
    "/talks/{talk}/proposals",
    response_model=ProposalView,
    status_code=201,
    summary="建议收进问答",
    response_description="收下的建议",
    responses=refusals(*STAFF_REFUSALS, TalkNotFound, NothingSaid),
)
async def propose(talk: TalkInPath, request: ProposalRequest, actor: Officer, serving: Serving) -> Response:
    """您答得好的，建议收进问答库；知识库管理员看过才用。"""
    made = await serving.database.transact(
        lambda session: proposals.propose(session, actor, talk, request, serving)
    )
    return reply(made, 201)


@router.get(
    "/answer-proposals",
    response_model=ProposalList,
    summary="看建议收进问答的",
    response_description="建议，后提的在前",
    responses=refusals(*STAFF_REFUSALS),
)
async def proposed(actor: Reader, serving: Serving) -> Response:
    """问题和回答，里面没有个人信息。"""
    return reply(await serving.database.read(proposals.listed))
