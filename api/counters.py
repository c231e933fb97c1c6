"""Running numbers that start anew every day, given out one by one by the database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Integer, String, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from api.database import Base


class CounterRow(Base):
    """The last number given out under a name, for example ``notice/20261123``."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    last: Mapped[int] = mapped_column(Integer)


# As text, since SQLAlchemy puts its own form of an upsert together anew each time, which takes longer than running it.
_COUNT = text(
    "INSERT INTO counters (name, last) VALUES (:name, 1)"
    " ON CONFLICT (name) DO UPDATE SET last = counters.last + 1 RETURNING last"
)


async def next_number(session: AsyncSession, kind: str, day: date) -> int:
    """The next number of that kind on that day, from 1 on; given back if the transaction is."""
    number: int = (await session.execute(_COUNT, {"name": f"{kind}/{day:%Y%m%d}"})).scalar_one()
    return number
