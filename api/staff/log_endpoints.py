"""``/staff/log``: what was done with accounts and who looked at whose data, for administrators; as ``intake staff log`` shows it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.access import repository
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.database import can_be_stored
from api.platform.problems import refusals
from api.services import Serving, reply
from api.staff import views
from api.staff.schemas import LogPage
from knowledge.base.roles import Role

router = APIRouter(prefix="/staff", tags=["工作人员"])

LARGEST_ID = 2**63 - 1


@router.get(
    "/log",
    response_model=LogPage,
    summary="操作记录",
    response_description="记录的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def log(
    _: Annotated[Actor, allow(staff(Role.ADMINISTRATOR))],
    serving: Serving,
    account: Annotated[
        str, Query(max_length=200, description="只看这个账号做的；console 是命令行，不写是全部")
    ] = "",
    subject: Annotated[
        str, Query(max_length=200, description="只看对它做的：账号、令牌编号、办件编号；不写是全部")
    ] = "",
    after: Annotated[int | None, Query(ge=1, le=LARGEST_ID, description="上一页的 next")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="最多几条")] = 50,
) -> Response:
    """最近的在前：谁建了账号、改了谁的身份、登录和锁定、看了谁的信息原文。数据库不让改、不让删。"""
    if not can_be_stored(account + subject):
        return reply(LogPage(rows=[], next=None))
    rows = await serving.database.read(
        lambda session: repository.log(session, account, subject, limit + 1, before=after)
    )
    return reply(views.log_page(rows, limit))
