"""Pass a complaint on to the authority above, where nobody of the centre may handle it."""

from __future__ import annotations

from functools import partial

from api.complaints.models import ComplaintRow
from api.outbox.http_post import Post, Undelivered
from api.outbox.message import Message, Parcel
from api.outbox.models import OFFERED
from api.platform.clock import at_centre
from api.services import Services

ABOVE = "authority"
"""The receiver's name in the outbox."""


def escalate(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a complaint; without address it lies ready, and administrators see that it does."""
    if services.settings.authority_webhook is None:
        return Parcel(state=OFFERED)
    return Parcel(post=partial(_send, message, services, post))


async def _send(message: Message, services: Services, post: Post) -> None:
    to = services.settings.authority_webhook
    number = str(message.data["complaint"])
    row = await services.database.read(lambda session: session.get(ComplaintRow, number))
    if row is None or to is None:
        raise Undelivered("complaint_gone")
    body = {
        "key": message.key,
        "complaint": row.number,
        "case": row.case_number,
        "about": row.about,
        "officer": row.officer,
        "text": row.text,
        "at": at_centre(row.at).isoformat(timespec="seconds"),
    }
    await post.send(to, message.key, body)
