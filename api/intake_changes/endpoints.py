"""``/intakes``: begin, answer, declare, resume, end."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.policies import CallingChannel, allow, capability
from api.intake_changes import service, takeover
from api.intakes.schemas import (
    AffairChoice,
    AnswersChange,
    ConversationPersonal,
    CurrentRequest,
    GapList,
    IntakeView,
    LicenceExpiry,
    MaterialsChange,
    PersonalOwner,
    PersonalValues,
    ResultWish,
    ResumeCode,
    ResumeRequest,
)
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    ChannelClosed,
    CodeNotFound,
    IntakeNotFound,
    IntakeNotOpen,
    ItemNotFound,
    NoAffair,
    NotARenewal,
    PromiseNotAllowed,
    ResultWayNotOffered,
    TooManyTries,
    UnknownMaterial,
    UnknownOption,
    UnknownPlace,
    UnknownQuestion,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.guidance.notice import NoticeContent
from knowledge.privacy.kinds import Personal

router = APIRouter(prefix="/intakes", tags=["草稿"])


@router.post(
    "/current",
    response_model=IntakeView,
    summary="取得或新建这个对话的草稿",
    response_description="这个对话的草稿",
    responses=refusals(ChannelClosed),
)
async def current(request: CurrentRequest, caller: CallingChannel, serving: Serving) -> Response:
    """一个对话同时只有一份没有提交的草稿。"""
    caller.must_name(request.channel)
    there = await serving.database.read(lambda session: service.current(session, request, serving))
    if there is None:
        there = await serving.database.transact(lambda session: service.begin(session, request, serving))
    return reply(there)


@router.put(
    "/current/personal",
    response_model=IntakeView,
    summary="存这个对话里说到的联系信息",
    response_description="存好以后的草稿；不对的联系信息在 contact_problems 里",
    responses=refusals(ChannelClosed),
)
async def personal_of_conversation(
    said: ConversationPersonal, caller: CallingChannel, serving: Serving
) -> Response:
    """存进这个对话的草稿，还没有草稿就新建一份；对的加密保存，不对的不保存，在 contact_problems 里一起说明。"""
    caller.must_name(said.channel)
    return reply(
        await serving.database.transact(lambda session: service.store_personal_of(session, said, serving))
    )


@router.post(
    "/resume",
    response_model=IntakeView,
    summary="凭续办码接着办",
    response_description="接过来的草稿",
    responses=refusals(ChannelClosed, CodeNotFound, TooManyTries),
)
async def resume(request: ResumeRequest, caller: CallingChannel, serving: Serving) -> Response:
    """续办码用一次就作废，24小时有效；15分钟内错5次就先停一停。"""
    caller.must_name(request.channel)
    result = await serving.database.transact(lambda session: takeover.resume(session, request, serving))
    return reply(result)


@router.get(
    "/{intake_id}",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="看草稿",
    response_description="草稿",
    responses=refusals(IntakeNotFound),
)
async def look(intake_id: IntakeId, serving: Serving) -> Response:
    """草稿现在的样子；个人信息只显示遮盖后的。"""
    return reply(await serving.database.read(lambda session: service.look(session, intake_id, serving)))


@router.put(
    "/{intake_id}/affair",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="选定、更换或清除要办的事项",
    response_description="选定以后的草稿",
    responses=refusals(IntakeNotFound, IntakeNotOpen, ItemNotFound),
)
async def affair(intake_id: IntakeId, choice: AffairChoice, serving: Serving) -> Response:
    """话里已经说到的情形直接记下；以前的回答只要还用得上就保留。"""
    return reply(
        await serving.database.transact(
            lambda session: service.choose_affair(session, intake_id, choice, serving)
        )
    )


@router.patch(
    "/{intake_id}/answers",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="回答情形问题",
    response_description="记下以后的草稿；这次听出的在 understood 里",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, UnknownQuestion, UnknownOption, UnknownPlace),
)
async def answers(intake_id: IntakeId, change: AnswersChange, serving: Serving) -> Response:
    """可以给选项值，也可以给一句话；选项值优先。值为 null 表示收回这个回答。"""
    return reply(
        await serving.database.transact(lambda session: service.answer(session, intake_id, change, serving))
    )


@router.put(
    "/{intake_id}/personal",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="存联系信息",
    response_description="存好以后的草稿；不对的在 contact_problems 里",
    responses=refusals(IntakeNotFound, IntakeNotOpen),
)
async def personal(intake_id: IntakeId, values: PersonalValues, serving: Serving) -> Response:
    """对的加密保存；不对的不保存，在 contact_problems 里一起说明。"""
    return reply(
        await serving.database.transact(
            lambda session: service.store_personal(session, intake_id, values, serving)
        )
    )


@router.patch(
    "/{intake_id}/personal",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="说明一项联系信息是谁的",
    response_description="改好以后的草稿；说的和记的一样，就没有变",
    responses=refusals(IntakeNotFound, IntakeNotOpen),
)
async def personal_owner(intake_id: IntakeId, owner: PersonalOwner, serving: Serving) -> Response:
    """记到另一个人名下的，改到说的那个人名下；只说不是谁的，就从谁的名下收回。"""
    return reply(
        await serving.database.transact(
            lambda session: service.give_to_owner(session, intake_id, owner, serving)
        )
    )


@router.delete(
    "/{intake_id}/personal/{kind}",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="收回一项联系信息",
    response_description="收回以后的草稿",
    responses=refusals(IntakeNotFound, IntakeNotOpen),
)
async def forget(
    intake_id: IntakeId,
    kind: Annotated[Personal, Path(description="联系信息的种类，例如 name 姓名")],
    serving: Serving,
) -> Response:
    """申请人说不对的，不再保存，也不会提交；本来就没有的不算错。"""
    return reply(
        await serving.database.transact(
            lambda session: service.forget_personal(session, intake_id, kind, serving)
        )
    )


@router.patch(
    "/{intake_id}/materials",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="说明材料备得怎样",
    response_description="记下以后的草稿",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, UnknownMaterial, PromiseNotAllowed),
)
async def materials(intake_id: IntakeId, change: MaterialsChange, serving: Serving) -> Response:
    """ready 已备齐、missing 没有、later 后补、promised 用书面承诺代替。"""
    return reply(
        await serving.database.transact(
            lambda session: service.declare_materials(session, intake_id, change, serving)
        )
    )


@router.get(
    "/{intake_id}/preview",
    dependencies=[allow(capability("intake_id"))],
    response_model=NoticeContent,
    summary="预览告知单",
    response_description="告知单的内容，没有编号",
    responses=refusals(IntakeNotFound, NoAffair),
)
async def preview(intake_id: IntakeId, serving: Serving) -> Response:
    """按现有回答看材料、收费和窗口，不编号、不保存；还没有问清的标为不确定。"""
    return reply(await serving.database.read(lambda session: service.preview(session, intake_id, serving)))


@router.get(
    "/{intake_id}/gaps",
    dependencies=[allow(capability("intake_id"))],
    response_model=GapList,
    summary="看还缺什么",
    response_description="妨碍提交的全部缺项",
    responses=refusals(IntakeNotFound, NoAffair),
)
async def gaps(intake_id: IntakeId, serving: Serving) -> Response:
    """一次列出所有妨碍提交的：没有回答的问题、没有备齐的必要材料、缺的联系信息。"""
    return reply(await serving.database.read(lambda session: service.missing(session, intake_id, serving)))


@router.post(
    "/{intake_id}/resume-code",
    dependencies=[allow(capability("intake_id"))],
    response_model=ResumeCode,
    summary="要一个续办码",
    response_description="续办码",
    responses=refusals(IntakeNotFound, IntakeNotOpen),
)
async def resume_code(intake_id: IntakeId, serving: Serving) -> Response:
    """在另一个渠道凭它接着办。"""
    return reply(await serving.database.transact(lambda session: takeover.issue(session, intake_id, serving)))


@router.delete(
    "/{intake_id}",
    dependencies=[allow(capability("intake_id"))],
    status_code=204,
    summary="结束草稿",
    response_description="已经结束",
    responses=refusals(IntakeNotFound),
)
async def close(intake_id: IntakeId, serving: Serving) -> Response:
    """重新开始；已经提交的办件不受影响。"""
    await serving.database.transact(lambda session: service.close(session, intake_id, serving))
    return Response(status_code=204)


@router.put(
    "/{intake_id}/result-way",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="选结果怎么拿",
    response_description="选好以后的草稿",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, ResultWayNotOffered),
)
async def wish_result(intake_id: IntakeId, wish: ResultWish, serving: Serving) -> Response:
    """从 result_ways 里选一种；邮寄的再存联系地址。提交时记进办件，窗口照着送。"""
    return reply(
        await serving.database.transact(
            lambda session: service.wish_result(session, intake_id, wish, serving)
        )
    )


@router.put(
    "/{intake_id}/licence-expiry",
    dependencies=[allow(capability("intake_id"))],
    response_model=IntakeView,
    summary="说原来的证照到哪一天",
    response_description="记下以后的草稿；来不来得及在 renewal 里",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, NotARenewal),
)
async def say_expiry(intake_id: IntakeId, said: LicenceExpiry, serving: Serving) -> Response:
    """延续证照的才要。提交时记进办件：到期前没有作出决定、申请又是按时的，视为准予延续。"""
    return reply(
        await serving.database.transact(lambda session: service.say_expiry(session, intake_id, said, serving))
    )
