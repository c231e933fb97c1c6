"""The record of what was done with accounts and with applicants' data (审计日志).

A row is written in a transaction of its own BEFORE the act that it tells of: it survives when the act is rolled back, and nothing is
shown or changed without it. So it must not be called within another unit of work.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffLogRow
from api.platform.database import Database
from api.platform.errors import NotShown, ReasonMissing
from api.services import Services
from knowledge.base.roles import Role
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import Sight, sight

CONSOLE = "console"
"""The actor of the command line: whoever may read the data folder."""

ACT_NAMES = {
    "account_made": "建账号",
    "token_made": "发令牌",
    "token_revoked": "作废令牌",
    "password_made": "设一次性密码",
    "password_changed": "改密码",
    "code_set_up": "设动态验证码",
    "code_switched_off": "关动态验证码",
    "signed_in": "登录",
    "signed_out": "退出登录",
    "sign_in_locked": "连续输错，锁定登录",
    "changed": "改账号",
    "disabled": "停用账号",
    "enabled": "恢复账号",
    "unmasked": "查看信息原文",
    "unmask_refused": "查看信息原文被拒绝",
    "file_read": "看材料的照片",
    "case_read": "看办件",
    "papers_read": "看办件的材料和预审",
    "messages_read": "看告诉申请人的话",
    "notes_read": "看留言",
    "shared_read": "看免提交的核对",
    "feedback_read": "看监管反馈",
    "slip_printed": "打印单子",
    "documents_read": "看办件的文书",
    "document_printed": "打印文书",
    "result_read": "看证照文件",
    "complaint_read": "看投诉",
    "archived": "取办件档案",
    "letter_read": "看监管来函",
    "letter_sent": "写监管来函",
    "letter_answered": "答复监管来函",
    "card_answered": "答复红黄牌",
    "card_concluded": "核实红黄牌",
    "complaint_assigned": "重新分派投诉",
    "person_exported": "取一个人的全部信息",
    "person_erased": "删一个人的信息",
    "records_exported": "导出国标记录",
    "results_fetched": "取审批结果",
    "consent_asked": "提出复核",
    "consent_given": "复核同意",
    "consent_used": "复核后做了",
    "refused": "越权被拒绝",
    "requeued": "重新发送",
    "exported": "导出办件",
    "centre_entered": "录入中心事务",
    "centre_undone": "撤销录入",
    "appointment_moved": "替办事人改预约",
    "counter_opened": "当面开办件",
    "counter_submitted": "当面提交",
    "library_edited": "改知识库",
    "library_undone": "退回知识库的改动",
    "library_published": "发布知识库",
    "library_confirmed": "确认发布知识库",
    "library_measured": "检查和测量知识库",
    "library_rolled_back": "知识库退回到一版",
    "conversation_kept": "留对话作回归测试",
    "conversation_dropped": "去掉回归测试的对话",
    "unmatched_settled": "处理没听懂的话",
}
"""The acts as pages call them."""


async def record(
    database: Database,
    at: datetime,
    actor: str,
    act: str,
    subject: str,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Write one row.

    Args:
        actor: Account, or :data:`CONSOLE`.
        act: One of :data:`ACT_NAMES`.
        data: No personal data of applicants, no tokens.
    """

    async def write(session: AsyncSession) -> None:
        session.add(StaffLogRow(at=at, actor=actor, act=act, subject=subject[:200], data=dict(data or {})))

    await database.transact(write)


async def looked(
    services: Services, actor: Actor, act: str, case_number: str, data: Mapping[str, Any] | None = None
) -> None:
    """One row for one look at something of a case, whatever its form."""
    await record(services.database, services.now(), actor.id, act, case_number[:12], data)


EXPORT_REASON = Query(max_length=200, description="为什么导出，记在操作记录里")
ExportReason = Annotated[str, EXPORT_REASON]
"""Why somebody takes data out, as a parameter of an endpoint."""


def told(reason: str) -> str:
    """The reason, without the space around it.

    Raises:
        ReasonMissing: None was given.
    """
    if not (bare := reason.strip()):
        raise ReasonMissing
    return bare


async def unmask(
    services: Services,
    actor: Actor,
    roles: Collection[Role],
    case_number: str,
    contact: Mapping[str, str],
    fields: Collection[str],
) -> dict[str, str]:
    """The fields in the clear, after one row that says who looked at which of them.

    Args:
        roles: In which the actor deals with this case (:meth:`Actor.roles_at`).
        contact: Kind to value, in the clear.
        fields: Kinds that are asked for; what the case does not have is left out.

    Raises:
        NotShown: A field is not for these roles; nothing is shown and nothing recorded but the refusal.
    """
    asked = sorted(field for field in set(fields) if field in contact)
    refused = [field for field in asked if sight(roles, Personal(field)) < Sight.ON_REQUEST]
    act = "unmask_refused" if refused else "unmasked"
    if asked:
        await record(services.database, services.now(), actor.id, act, case_number, {"fields": asked})
    if refused:
        names = "、".join(Personal(field).label for field in refused)
        raise NotShown(f"按您的身份，不能查看{names}的原文。")
    return {field: contact[field] for field in asked}
