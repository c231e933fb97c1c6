"""An intake that is given up or a case that is withdrawn leaves its appointment to others."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments import repository


async def release(session: AsyncSession, intake_id: str, now: datetime) -> None:
    """Cancel the live appointment of an intake, where there is one."""
    row = await repository.live_of(session, intake_id)
    if row is not None:
        row.state, row.ended_at = repository.CANCELLED, now
