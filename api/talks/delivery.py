"""Take what officers say to channels that do not fetch it, at once; what does not get through goes along with the next reply."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.courier import handed_over, has_courier
from api.outbox.http_post import Post
from api.outbox.message import Message, Parcel
from api.services import Services
from api.talks import repository
from api.talks.models import TalkRow
from knowledge.cases.record.message_ways import NOT_SENT

TOPIC = "talk"


def bring(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of something that was said; its subject is the talk, and all that is untold there goes along, in order."""
    if not has_courier(message.receiver, services):
        return Parcel()

    async def hand_over() -> None:
        async with services.locks.of(f"{TOPIC}/{message.subject}"):
            body, last = await services.database.read(partial(_untold, message=message))
            if not last:  # a reply was faster, or somebody had it deleted
                return
            way = await handed_over(message.receiver, message.key, body, services, post)
            if way not in NOT_SENT:
                await services.database.transact(partial(_told, talk=message.subject, last=last))

    return Parcel(post=hand_over)


async def _untold(session: AsyncSession, message: Message) -> tuple[dict[str, Any], int]:
    """The message as a channel gets it, and its last line; 0 where there is nothing to tell."""
    row = await repository.by_id(session, message.subject)
    lines = await repository.heard(session, row.id, row.told) if row is not None else []
    if row is None or not lines:
        return {}, 0
    said = [{"speaker": line.speaker, "text": line.text} for line in lines]
    body = {
        "kind": TOPIC,
        "key": f"{message.key}/{lines[-1].id}",
        "channel": row.channel,
        "conversation": row.dialogue,
        "lines": said,
    }
    return body, lines[-1].id


async def _told(session: AsyncSession, talk: str, last: int) -> None:
    """It counts as told: no reply tells it again. The officer's own work on the talk is not disturbed by it."""
    mark = update(TalkRow).where(TalkRow.id == talk, TalkRow.told < last).values(told=last)
    await session.execute(mark.execution_options(synchronize_session=False))
