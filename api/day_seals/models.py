"""The table of the seals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base


class DaySealRow(Base):
    """The rows of one protected table that came on one day; the database refuses to change or delete a seal.

    Attributes:
        kind: Which table (:data:`~api.day_seals.kinds.KINDS`).
        row_count: How many rows.
        leaves: Each row's key and the start of the digest of what never changes of it, a line each, in the order of the keys.
        previous: The seal of the day before; empty for the first.
        seal: Keyed digest of all of it.
    """

    __tablename__ = "day_seals"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    row_count: Mapped[int] = mapped_column(Integer)
    leaves: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))
