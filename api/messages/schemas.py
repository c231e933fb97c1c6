"""Messages as the applicant gets them."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import View


class MessageQuery(CaseQuery):
    """Case number, second factor, and after which message."""

    after: int = Field(default=0, ge=0, le=2**62, description="上一次看到的最后一条的 id")


class MessageView(View):
    """One message."""

    id: int = Field(description="顺序号，接着取用")
    at: datetime = Field(description="什么时候写的")
    state: str = Field(description="写的时候办件状态的代号")
    text: str = Field(description="告诉申请人的话")
    way: str = Field(
        description="怎么送到的，代号：subscription、template、custom、sms 等；只在网页里看的为空"
    )
    way_label: str = Field(description="怎么送到的，给人看的说法，例如 微信订阅通知")
    is_new: bool = Field(description="还没有看过")


class MessageList(View):
    """Messages of a case, oldest first."""

    number: str = Field(description="办件编号")
    messages: list[MessageView] = Field(description="消息，先写的在前")
    next: int = Field(description="下一次从这里接着取")
