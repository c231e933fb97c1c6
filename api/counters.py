"""Running numbers that start anew every day, given out one by one by the database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Integer, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from api.database import Base
from api.upsert import insert_for


class CounterRow(Base):
    """The last number given out under a name, for example ``notice/20261123``."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    last: Mapped[int] = mapped_column(Integer)


async def next_number(session: AsyncSession, kind: str, day: date) -> int:
    """The next number of that kind on that day, from 1 on; given back if the transaction is."""
    insert = insert_for(session)(CounterRow).values(name=f"{kind}/{day:%Y%m%d}", last=1)
    statement = insert.on_conflict_do_update(
        index_elements=[CounterRow.name], set_={"last": CounterRow.last + 1}
    ).returning(CounterRow.last)
    number: int = (await session.execute(statement)).scalar_one()
    return number
