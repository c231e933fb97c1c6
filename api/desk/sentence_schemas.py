"""Sentences for corrections, as staff choose and keep them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View

LONGEST = 300

Id = Annotated[str, Field(max_length=120)]


class SentenceRequest(Payload):
    """A sentence to be kept for the department."""

    item: Id = Field(default="", description="只给这个事项用的，写业务办理项的编号；不写是任何事项")
    material: Id = Field(default="", description="只给这份材料用的，写材料编号；不写是任何材料")
    text: Annotated[str, Field(min_length=2, max_length=LONGEST)] = Field(
        description="句子；不写姓名和号码，可以用 {材料} {标准} {形式} {份数}，由告知单填"
    )


class SentenceChange(Payload):
    """A sentence that is worded anew."""

    text: Annotated[str, Field(min_length=2, max_length=LONGEST)] = Field(description="改成这一句")
    version: int = Field(ge=1, description="您看到的版本；别人先改过就答复409")


class SavedSentence(View):
    """A sentence that the department has kept."""

    id: str = Field(description="编号")
    item: str = Field(description="只给哪个事项用，编号；空的是任何事项")
    material: str = Field(description="只给哪份材料用，编号；空的是任何材料")
    text: str = Field(description="句子，花括号里的用的时候由告知单填")
    account: str = Field(description="最后是谁写的，账号")
    changed_at: datetime = Field(description="最后什么时候写的")
    version: int = Field(description="版本，改的时候带上")


class SavedSentences(View):
    """All that the department has kept."""

    sentences: list[SavedSentence] = Field(description="本部门的常用语")


class OfferedSentence(View):
    """A sentence that may be taken over into the correction list."""

    text: str = Field(description="句子，已经按告知单填好")
    source: str = Field(
        description="saved 本部门存的、finding 预审这样说、kind 这种证照常用、general 任何材料都可以用"
    )
    id: str = Field(description="本部门存的，它的编号；随附的为空")


class MaterialSentences(View):
    """What may be said of one material."""

    material: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    sentences: list[OfferedSentence] = Field(description="句子，最贴切的在前")


class CaseSentences(View):
    """What may be said of each material of a case."""

    number: str = Field(description="办件编号")
    materials: list[MaterialSentences] = Field(description="每份材料，按告知单的次序")
