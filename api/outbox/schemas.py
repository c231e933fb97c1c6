"""What staff see of the outbox: where a message is, never what it says."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, View

State = Literal["waiting", "offered", "done", "dead"]


class OutboxLine(View):
    """One message."""

    id: int
    key: str
    topic: str
    receiver: str
    case: str
    state: str
    state_label: str
    tries: int
    created_at: datetime
    due_at: datetime
    last_error: str


class OutboxPage(View):
    """Messages in one state, oldest first."""

    messages: list[OutboxLine]
    next: int


class Requeue(Payload):
    """Messages to be tried again."""

    keys: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=80)]], Field(min_length=1, max_length=500)
    ]


class Requeued(View):
    """Which are tried again, and which were left as they are."""

    requeued: list[str]
    left: list[str]
