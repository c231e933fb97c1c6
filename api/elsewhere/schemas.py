"""Matters that others do, as clients see them."""

from __future__ import annotations

from pydantic import Field

from api.platform.schemas import Payload, Text, View

TOLD = "matter:"
"""Before a matter's id, where what was answered just before is named."""


class Seeking(Payload):
    """A sentence, personal data already replaced by tokens."""

    text: Text = Field(description="办事人说的一句话，个人信息已经换成记号")


class MatterView(View):
    """A matter with who does it and how to reach them."""

    id: str = Field(description="事情的编号")
    theme: str = Field(description="主题，例如 公证、打官司、纠纷")
    name: str = Field(description="事情的名称")
    body: str = Field(description="由谁办")
    hotline: str = Field(description="全国统一的电话；没有的为空")
    online: str = Field(description="全国统一的网站或手机应用；没有的为空")
    department: str = Field(description="本地部门的全称；没有的为空")
    phone: str = Field(description="本地部门的咨询电话；没有的为空")
    first: str = Field(description="先做什么、带什么")
    source: str = Field(description="法律和条文，或者官方热线、官方网站")
    checked: str = Field(description="电话和职责最近一次核对的日子")
    example: bool = Field(description="本地部门的电话是随附的示例")
    sure: bool = Field(description="说的就是这件事；否则只是最像，要先问一句")
    score: float = Field(description="说的就是这件事的把握，0到1；一字不差是1")


class MatterFound(View):
    """The matter; None where none is likely meant."""

    matter: MatterView | None = Field(description="像是在说的那件事；都不像时为空")
