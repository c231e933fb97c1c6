"""``/library/releases``: what was edited is published as a frozen release, and the way back to one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access.policies import STAFF_REFUSALS
from api.platform.errors import (
    AlreadyRunning,
    NoPublishing,
    NothingToPublish,
    PublishingUnderWay,
    RehearsalElsewhere,
    ReleaseNotFound,
    SamePerson,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio import publishing, publishing_record
from api.studio.endpoints import Tuner
from api.studio.release_schemas import (
    PublishingView,
    PublishWanted,
    ReleaseDetail,
    Releases,
    RollbackWanted,
)
from api.studio.releases import release, releases, roll_back

router = APIRouter(prefix="/library", tags=["知识库"])

Number = Annotated[int, Path(ge=1, le=1_000_000, description="第几版；第1版是随附的文件")]


@router.get(
    "/releases",
    response_model=Releases,
    summary="看有哪几版",
    response_description="每一版、发布以后又改了什么、正在做的发布",
    responses=refusals(*STAFF_REFUSALS),
)
async def look(_: Tuner, serving: Serving) -> Response:
    """第1版是随附的文件；改的话马上生效，发布是把现在这样冻结、编号，以后可以整个退回来。"""
    return reply(await serving.database.read(lambda session: releases(session, serving)))


@router.get(
    "/releases/{number}",
    response_model=ReleaseDetail,
    summary="看一版",
    response_description="和另一版有什么不同，发布时测到什么",
    responses=refusals(*STAFF_REFUSALS, ReleaseNotFound),
)
async def look_at(
    number: Number,
    _: Tuner,
    serving: Serving,
    against: Annotated[
        int | None, Query(ge=1, le=1_000_000, description="和第几版比；不写是和前一版")
    ] = None,
) -> Response:
    """任意两版都能比。"""
    return reply(await serving.database.read(lambda session: release(session, number, against, serving)))


@router.post(
    "/releases",
    response_model=PublishingView,
    status_code=202,
    summary="发布",
    response_description="开始了；到 /library/publishing 看做到哪里",
    responses=refusals(*STAFF_REFUSALS, NothingToPublish, PublishingUnderWay, RehearsalElsewhere),
)
async def publish(wanted: PublishWanted, actor: Tuner, serving: Serving) -> Response:
    """先检查，再拿句子和对话测改以前和改以后；有错，或者哪一组少了两个百分点以上，就不发布，并写出是哪几句。"""
    return reply(await publishing.begin(wanted, actor, serving), 202)


@router.post(
    "/releases/{number}/rollback",
    response_model=Releases,
    summary="退回到一版",
    response_description="退回以后的各版",
    responses=refusals(*STAFF_REFUSALS, AlreadyRunning, PublishingUnderWay, ReleaseNotFound),
)
async def back(number: Number, wanted: RollbackWanted, actor: Tuner, serving: Serving) -> Response:
    """每个条目回到那一版的样子，马上生效；这也是新的一版，经过都在。"""
    return reply(await roll_back(number, wanted.note, actor, serving))


@router.get(
    "/publishing",
    response_model=PublishingView,
    summary="看发布做到哪里",
    response_description="正在做的，或者最近一次的",
    responses=refusals(*STAFF_REFUSALS, NoPublishing),
)
async def progress(_: Tuner, serving: Serving) -> Response:
    """隔一两秒来看一次。"""
    return reply(await publishing.progress(serving))


@router.post(
    "/publishing/confirm",
    response_model=PublishingView,
    summary="确认发布",
    response_description="换上了的，或者到时间换上的发布",
    responses=refusals(*STAFF_REFUSALS, NoPublishing, SamePerson),
)
async def confirm(actor: Tuner, serving: Serving) -> Response:
    """设了要两个人时，测好的一版等另一位知识库管理员确认；发布的人自己不能确认。"""
    return reply(await publishing.confirm(actor, serving))


@router.post(
    "/publishing/stop",
    response_model=PublishingView,
    summary="停下发布",
    response_description="正在做的发布",
    responses=refusals(*STAFF_REFUSALS, NoPublishing),
)
async def stop(_: Tuner, serving: Serving) -> Response:
    """谁开始的都能停，测好了等着换上的也能撤下；正在用的这一版不变。"""
    await serving.database.transact(lambda session: publishing_record.stop(session, serving.now()))
    return reply(await publishing.progress(serving))
