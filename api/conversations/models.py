"""The log of what was not understood."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class UnmatchedRow(Base):
    """A sentence for which no item was found, redacted, for the tuners."""

    __tablename__ = "unmatched"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    text: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(String(40))
    decision: Mapped[str] = mapped_column(String(20))
    catalogue_version: Mapped[str] = mapped_column(String(64))
