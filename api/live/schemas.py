"""Tickets for streams, and what the streams of the desks send."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.platform.schemas import View
from knowledge.cases.queue.stage import Stage
from knowledge.cases.record.state import CaseState


class LiveTicket(View):
    """An address at which the progress of one case can be followed for a while."""

    ticket: str = Field(description="票，30分钟内有效")
    expires_at: datetime = Field(description="有效到什么时候")
    path: str = Field(description="交给 EventSource 的地址；有效期内可以重连")


class DeskCaseEvent(View):
    """A case that is new, has changed, was claimed or given back, or is looked at by others."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    new: bool = Field(description="刚提交的")
    stage: Stage = Field(description="待办的分组的代号")
    state: CaseState = Field(description="办件状态的代号")
    window: str = Field(description="受理窗口的编号")
    department: str = Field(description="承办部门的编号")
    version: int = Field(description="办件现在的版本；比页面上的大，就是有人办了一步")
    submitted_at: datetime = Field(description="什么时候提交的")
    claimed_by: str = Field(description="谁认领的，账号；没有人认领时为空")
    claimed_name: str = Field(description="认领的人的姓名")
    looking: list[str] = Field(description="现在谁开着它，账号；也许有您自己")
    looking_names: list[str] = Field(description="他们的姓名，次序相同")


class DeskCounts(View):
    """The counts of the groups of the queue."""

    groups: dict[str, int] = Field(description="分组的代号到件数")


class DeskTalksEvent(View):
    """Talks with a person or call-backs have changed."""

    changed: list[str] = Field(description="哪些人工对话和回电变了，编号")
    waiting: int = Field(description="现在有几个人在等人工")
