"""One message as those see it who deliver it, and what they say of how that went."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.http_post import Post
from api.outbox.models import DONE, OutboxRow
from api.services import Services


@dataclass(frozen=True)
class Message:
    """A message that is being tried.

    Attributes:
        id: In the order of writing.
        tries: This try included.
    """

    id: int
    key: str
    topic: str
    receiver: str
    subject: str
    data: Mapping[str, Any]
    tries: int
    created_at: datetime

    @classmethod
    def of(cls, row: OutboxRow) -> Message:
        """The message of a row."""
        return cls(row.id, row.key, row.topic, row.receiver, row.subject, row.data, row.tries, row.created_at)


@dataclass(frozen=True)
class Parcel:
    """What has to be done with a message.

    Attributes:
        post: Sends it over the network; raises :class:`~api.outbox.http_post.Undelivered`. None where it stays in the house.
        keep: Written in the one transaction that also marks the message.
        state: Of the message afterwards.
        again_in: Where it stays ``waiting``: when it is sent again.
    """

    post: Callable[[], Awaitable[None]] | None = None
    keep: Callable[[AsyncSession], Awaitable[None]] | None = None
    state: str = DONE
    again_in: timedelta | None = None


class Sender(Protocol):
    """Knows what has to be done with the messages of one topic."""

    def __call__(self, message: Message, services: Services, post: Post) -> Parcel:
        """The parcel of a message; does nothing yet."""
        ...
