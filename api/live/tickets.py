"""Tickets for streams: a browser can put nothing but an address into ``EventSource``, and neither number nor second factor may stand there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository as cases
from api.cases.schemas import CaseQuery
from api.cases.second_factor import authorize
from api.live.models import LiveTicketRow
from api.live.schemas import LiveTicket
from api.platform.errors import TicketUnknown
from api.platform.security import new_token
from api.services import Services

VALID_FOR = timedelta(minutes=30)
"""After that the page asks anew with the second factor, which it holds only as long as it is open."""


@dataclass(frozen=True)
class Opened:
    """What a ticket stands for."""

    case_number: str
    expires_at: datetime


async def issue(session: AsyncSession, query: CaseQuery, services: Services) -> LiveTicket:
    """A ticket for the owner of a case."""
    case = await authorize(session, query, services, cases.by_number)
    now = services.now()
    await session.execute(delete(LiveTicketRow).where(LiveTicketRow.expires_at <= now))
    ticket, expires_at = new_token(), now + VALID_FOR
    session.add(
        LiveTicketRow(ticket=_digest(ticket, services), case_number=case.number, expires_at=expires_at)
    )
    return LiveTicket(ticket=ticket, expires_at=expires_at, path=f"/api/v1/cases/live/{ticket}")


async def opened(session: AsyncSession, ticket: str, services: Services) -> Opened:
    """What a ticket stands for.

    Raises:
        TicketUnknown: It was never issued, or its time is over.
    """
    query = select(LiveTicketRow).where(
        LiveTicketRow.ticket == _digest(ticket, services), LiveTicketRow.expires_at > services.now()
    )
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise TicketUnknown
    return Opened(row.case_number, row.expires_at)


def _digest(ticket: str, services: Services) -> str:
    return services.vault.digest("live-ticket", ticket)
