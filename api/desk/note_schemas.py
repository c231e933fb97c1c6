"""Notes for colleagues and phone calls, as staff write and see them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.platform.schemas import TEXT_LIMIT, Payload, View


class NoteKind(StrEnum):
    """A note, or the protocol of a call."""

    NOTE = "note"
    CALL = "call"


KIND_NAMES = {NoteKind.NOTE: "留言", NoteKind.CALL: "电话记录"}
CALLED_NAMES = {"applicant": "申请人", "agent": "代办人", "other": "其他人", "": ""}

Called = Literal["applicant", "agent", "other"]


class NoteRequest(Payload):
    """Something to be noted on a case."""

    kind: NoteKind = Field(description="note 留言、call 电话记录")
    text: Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)] = Field(
        description="写什么；加密保存，申请人看不到"
    )
    called: Called | None = Field(
        default=None,
        description="电话记录必须写：打给谁，applicant 申请人、agent 代办人、other 其他人",
    )
    reached: bool | None = Field(default=None, description="电话记录必须写：打通了没有")

    @model_validator(mode="after")
    def _calls_say_whom(self) -> Self:
        is_call = self.kind is NoteKind.CALL
        if is_call and (self.called is None or self.reached is None):
            raise PydanticCustomError("call_incomplete", "电话记录请写明打给谁、打通了没有")
        if not is_call and (self.called is not None or self.reached is not None):
            raise PydanticCustomError("note_is_no_call", "留言不用写打给谁；要记电话，请选电话记录")
        if not self.text.strip():
            raise PydanticCustomError("note_empty", "请写上内容")
        return self


class NoteView(View):
    """A note or a call."""

    id: int = Field(description="编号，后写的大")
    kind: NoteKind = Field(description="note 留言、call 电话记录")
    kind_label: str = Field(description="中文名称")
    text: str = Field(description="内容")
    called: str = Field(description="打给谁的代号；留言为空")
    called_label: str = Field(description="打给谁，中文；留言为空")
    reached: bool | None = Field(description="打通了没有；留言为空")
    account: str = Field(description="谁写的，账号")
    name: str = Field(description="谁写的，姓名")
    mine: bool = Field(description="就是您写的")
    at: datetime = Field(description="什么时候")


class NoteList(View):
    """Everything that colleagues have noted on a case."""

    number: str = Field(description="办件编号")
    notes: list[NoteView] = Field(description="留言和电话记录，后写的在前")
