"""What staff see of the outbox: where a message is, never what it says."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, View

State = Literal["waiting", "offered", "done", "dead"]


class OutboxLine(View):
    """One message."""

    id: int = Field(description="顺序号，翻页用")
    key: str = Field(description="消息编号，每次送都带着它，对方认得出重复")
    topic: str = Field(
        description="told 告诉申请人、reminder 提醒、talk 人工对话里的话、result 推给监管部门、complaint 交上级机关"
    )
    receiver: str = Field(description="送给谁：渠道名称或部门编号")
    case: str = Field(description="办件编号；人工对话的话是对话的编号")
    state: str = Field(description="waiting 等待送达、offered 等待对方认领、done 已送达、dead 多次没有送到")
    state_label: str = Field(description="状态的中文名称")
    tries: int = Field(description="送过几次")
    created_at: datetime = Field(description="什么时候写下的")
    due_at: datetime = Field(description="最早什么时候再送")
    last_error: str = Field(description="上次没有送到的原因的代号")


class OutboxPage(View):
    """Messages in one state, oldest first."""

    messages: list[OutboxLine] = Field(description="消息，先写的在前")
    next: int = Field(description="取下一页时作为 after")


class Requeue(Payload):
    """Messages to be tried again."""

    keys: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=80)]], Field(min_length=1, max_length=500)
    ] = Field(description="要重新发送的消息编号")


class Requeued(View):
    """Which are tried again, and which were left as they are."""

    requeued: list[str] = Field(description="已经重新排队的消息编号")
    left: list[str] = Field(description="不用或不能重新发送、保持原样的消息编号")
