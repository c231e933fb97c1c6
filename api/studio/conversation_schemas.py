"""Conversations that are kept as tests, as the studio sends and sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.studio.kept_conversation import Check


class ConversationWanted(Payload):
    """A conversation to be kept."""

    name: Annotated[str, Field(min_length=1, max_length=80, description="叫什么，一看就知道测的是什么")]
    turns: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=500)]],
        Field(min_length=1, max_length=20, description="办事人依次说的话"),
    ]
    checks: Annotated[
        list[Check], Field(min_length=1, max_length=20, description="回答里要有什么、不能有什么")
    ]


class KeptConversationView(View):
    """A conversation that is kept."""

    number: int = Field(description="编号；随程序来的是0，不能去掉")
    name: str = Field(description="叫什么")
    kind: str = Field(description="哪一类")
    turns: list[str] = Field(description="办事人依次说的话")
    checks: list[Check] = Field(description="回答里要有什么、不能有什么")
    by_name: str = Field(description="谁留的；随程序来的为空")
    at: datetime | None = Field(description="什么时候留的；随程序来的为空")


class KeptConversations(View):
    """All of them."""

    conversations: list[KeptConversationView] = Field(description="自己留的在前，最近的最前")
