"""What the dialogue reports to the tuners."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, Text


class Moment(StrEnum):
    """What went wrong in a talk."""

    MISSED = "missed"
    """Nothing was found for what was said."""
    DENIED = "denied"
    """都不是, or not this one."""
    REPEATED = "repeated"
    """The reply was not understood, and the question was put again."""
    DOUBTFUL = "doubtful"
    """It was asked what was meant before a dear act was done."""
    HANDED_OVER = "handed_over"
    """A person was asked for; the sentence is what was said before that."""


class Unmatched(Payload):
    """A sentence at a moment that went wrong; personal data already replaced by tokens."""

    text: Annotated[Text, Field(min_length=1)] = Field(description="那句话，个人信息已经换成记号")
    moment: Moment = Field(
        default=Moment.MISSED,
        description="哪一种：missed 没听懂、denied 否认、repeated 重问、doubtful 拿不准先问、handed_over 转人工",
    )
    before: list[Text] = Field(
        default=[], max_length=8, description="它前面说的几句，早的在前，个人信息已经换成记号"
    )
    channel: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")] = Field(
        description="渠道的名称，例如 web、wechat、rest"
    )
    decision: Literal["sure", "close", "far", "out_of_scope"] = Field(
        description="匹配时的判断：sure 确定、close 接近、far 没找到、out_of_scope 不是本中心的事"
    )
