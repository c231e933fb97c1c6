"""What the dialogue reports to the tuners."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, Text


class Unmatched(Payload):
    """A sentence for which no item was found; personal data already replaced by tokens."""

    text: Annotated[Text, Field(min_length=1)] = Field(description="没有找到事项的话，个人信息已经换成记号")
    channel: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")] = Field(
        description="渠道的名称，例如 web、wechat、rest"
    )
    decision: Literal["sure", "close", "far", "out_of_scope"] = Field(
        description="匹配时的判断：sure 确定、close 接近、far 没找到、out_of_scope 不是本中心的事"
    )
