"""What the page's channel sends, as its clients can rely on it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from actions.reply import ShownReply


class Button(BaseModel):
    """A quick reply, as Rasa has it."""

    title: str = Field(description="按钮上的字")
    payload: str = Field(description="按下后替办事人说的话")


class ShownMessage(BaseModel):
    """One message of the bot: Rasa's own parts, and what they are made of."""

    text: str = Field("", description="完整的文字，没有卡片和按钮也看得懂")
    buttons: list[Button] = Field([], description="按钮")
    custom: dict[str, Any] | None = Field(None, description="卡片的内容，kind 是哪一种卡片")
    reply: ShownReply | None = Field(
        None, description="文字、选项分开的样子，有卡片的界面按它显示；旧版本留下的消息里没有"
    )


class ShownExchange(BaseModel):
    """One thing said and its answer."""

    id: str = Field(description="网页给这句话起的编号，重发时不变")
    at: float = Field(description="时间，从1970年起的秒数")
    said: str = Field(description="办事人说的话，其中的个人信息已经换成记号")
    messages: list[ShownMessage] = Field(description="机器人的答复")
