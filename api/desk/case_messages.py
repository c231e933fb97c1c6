"""What the applicant of a case was told, and how it reached them."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases.visible_case import visible_case
from api.desk.schemas import MessageOfCase, MessagesOfCase
from api.messages import service
from api.platform.clock import at_centre
from knowledge.cases.record.message_ways import way_in_words


async def of_case(session: AsyncSession, actor: Actor, number: str) -> MessagesOfCase:
    """The messages of a case, oldest first.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, *_ = await visible_case(session, actor, number)
    rows = await service.of_case(session, case.number)
    return MessagesOfCase(
        messages=[
            MessageOfCase(
                at=at_centre(row.at),
                text=row.text,
                way=row.way,
                way_label=way_in_words(row.way),
                read_at=at_centre(row.read_at) if row.read_at else None,
            )
            for row in rows
        ]
    )
