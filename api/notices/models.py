"""The table of notices: every version is kept as it was given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class NoticeRow(Base):
    """一次性告知单: one version. Nothing changes or deletes a row.

    Attributes:
        access: Unguessable name, the same for all versions of a number.
        content: :class:`knowledge.guidance.notice.NoticeContent` as JSON text, never looked into by a query.
    """

    __tablename__ = "notices"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    access: Mapped[str] = mapped_column(String(64), index=True)
    intake_id: Mapped[str] = mapped_column(String(64), index=True)
    drawn_at: Mapped[datetime] = mapped_column(Moment)
    content: Mapped[str] = mapped_column(Text)
