"""The table of messages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class CaseMessageRow(Base):
    """What the applicant of a case was told.

    Attributes:
        id: In the order of delivery, so that nobody who has read up to one misses another.
        key: Of the outbox's row, so that each is kept once.
        way: How it reached the applicant, as :data:`knowledge.cases.record.message_ways.WAYS` names it; empty where it is fetched.
        read_at: When the applicant fetched it first.
    """

    __tablename__ = "case_messages"
    __table_args__ = (Index("messages_of_case", "case_number", "id"),)

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    key: Mapped[str] = mapped_column(String(80), unique=True)
    case_number: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Moment)
    act: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    way: Mapped[str] = mapped_column(String(20), server_default="")
    read_at: Mapped[datetime | None] = mapped_column(Moment)
