"""The log of what was not understood."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class UnmatchedRow(Base):
    """A sentence at a moment that went wrong, redacted, for those who tune.

    Attributes:
        moment: What went wrong (:class:`api.conversations.schemas.Moment`).
        before: What was said before it, redacted, the oldest first.
        outcome: ``assigned`` or ``ignored`` once somebody has looked at it; empty before.
        target: Kind and id of the entry that it was assigned to, ``item/…``.
        why: Why it is ignored.
    """

    __tablename__ = "unmatched"
    __table_args__ = (Index("unmatched_open", "outcome", "at"),)

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    text: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(String(40))
    decision: Mapped[str] = mapped_column(String(20))
    catalogue_version: Mapped[str] = mapped_column(String(64))
    moment: Mapped[str] = mapped_column(String(20), server_default="missed")
    before: Mapped[list[Any]] = mapped_column(JSON, server_default="[]")
    outcome: Mapped[str] = mapped_column(String(10), server_default="")
    target: Mapped[str] = mapped_column(String(260), server_default="")
    why: Mapped[str] = mapped_column(String(200), server_default="")
    settled_by: Mapped[str] = mapped_column(String(32), server_default="")
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
