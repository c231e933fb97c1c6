"""Tell the applicant: keep the message with the case, and post it to the channel's program where that has an address.

A channel without address fetches its messages (the web page; WeChat's adapter in this process). WeChat comes as another :class:`Sender`.
"""

from __future__ import annotations

from functools import partial

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.http_post import Post
from api.outbox.message import Message, Parcel
from api.platform.clock import at_centre
from api.platform.database import Moment
from api.services import Services

# As text, since SQLAlchemy puts its own form of an upsert together anew each time, which takes longer than running it.
_KEEP = text(
    "INSERT INTO case_messages (key, case_number, at, act, state, text)"
    " VALUES (:key, :case_number, :at, :act, :state, :text) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("at", type_=Moment))


def tell(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a message to the applicant."""
    keep = partial(_keep, message=message)
    to = services.settings.channel_webhooks.get(message.receiver)
    if to is None:
        return Parcel(keep=keep)
    body = {
        "key": message.key,
        "case": message.subject,
        "channel": message.receiver,
        "at": at_centre(message.created_at).isoformat(timespec="seconds"),
        "act": message.data.get("act", ""),
        "state": message.data.get("state", ""),
        "text": message.data["text"],
    }
    return Parcel(post=partial(post.send, to, message.key, body), keep=keep)


async def _keep(session: AsyncSession, message: Message) -> None:
    row = {
        "key": message.key,
        "case_number": message.subject,
        "at": message.created_at,
        "act": message.data.get("act", ""),
        "state": message.data.get("state", ""),
        "text": message.data["text"],
    }
    await session.execute(_KEEP, row)
