"""Reminders as the applicant chooses them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import View
from knowledge.cases.procedure.reminders import Way


class ReminderWay(View):
    """A way that this centre offers for this case."""

    way: Way = Field(description="代号：sms 短信、wechat 微信、email 邮件")
    label: str = Field(description="给人看的说法，例如 短信")
    to: str = Field(description="送到哪里，遮盖过的手机号或者邮箱；微信的、还没有填的为空")
    is_chosen: bool = Field(description="现在选着这一种")


class Reminders(View):
    """What can be chosen, and what is."""

    ways: list[ReminderWay] = Field(description="可以选的；本中心一种也没有设的为空")


class ReminderChoice(CaseQuery):
    """What the applicant wants; nothing chosen stops them all."""

    ways: Annotated[list[Way], Field(max_length=3)] = Field(description="选哪几种；空的就是都不要了")
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")] | None = (
        Field(default=None, description="选了邮件的，送到哪个邮箱；不写就用以前留的")
    )
