"""Running numbers that start anew every day, given out one by one by the database, none of them twice."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Integer, String, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import APART, Base


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
    """The next number of that kind on that day, from 1 on.

    On SQLite it is given back if the transaction is. On PostgreSQL it is not, and may be skipped: everybody who wants a number would have
    to wait until the one before has committed.
    """
    name, apart = {"name": f"{kind}/{day:%Y%m%d}"}, session.info[APART]
    if apart is None:
        return int((await session.execute(_COUNT, name)).scalar_one())
    async with apart.connect() as connection:
        return int((await connection.execute(_COUNT, name)).scalar_one())
