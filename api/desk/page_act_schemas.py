"""The acts of a case's page, and what one of them would send out."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from api.platform.schemas import View
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState


class Hindrance(View):
    """Why an act is not possible."""

    code: str = Field(description="原因的代号")
    say: str = Field(description="为什么现在不能做、怎么办，一句话")


class PageActView(View):
    """An act of the page; ``fields`` is the JSON schema of its ``data``."""

    act: Act = Field(description="操作的代号")
    name: str = Field(description="操作的中文名称")
    role: str = Field(description="以哪个身份做")
    possible: bool = Field(description="现在能不能做")
    reasons: list[Hindrance] = Field(
        description="不能做的全部原因；能做的为空。要填的内容对不对，办理或者预览时再说"
    )
    fields: dict[str, Any] = Field(description="操作的内容（data）的 JSON Schema")
    consequences: list[str] = Field(description="做了以后会怎样，一句一条；不能做的为空")


class PageActs(View):
    """The acts of the actor's roles, in the order of the procedure."""

    number: str = Field(description="办件编号")
    version: int = Field(description="办件的版本，办理时带上")
    acts: list[PageActView] = Field(description="您的身份做的操作，按办理的先后，现在不能做的也在里面")


class OutgoingText(View):
    """One text that an act would leave."""

    kind: Literal["message", "timeline", "paper"] = Field(
        description="message 告诉申请人的话、timeline 办件经过里的一行、paper 留下的文书"
    )
    title: str = Field(description="标题，例如 补正通知书")
    text: str = Field(description="全文，和送出去的一字不差")


class ActPreview(View):
    """What an act would do; nothing was done."""

    number: str = Field(description="办件编号")
    act: Act = Field(description="操作的代号")
    name: str = Field(description="操作的中文名称")
    state: CaseState = Field(description="做了以后到哪个状态，代号")
    state_label: str = Field(description="那个状态的中文名称")
    texts: list[OutgoingText] = Field(description="会送出去和留下的文字")
    version: int = Field(description="办件的版本，办理时带上")
