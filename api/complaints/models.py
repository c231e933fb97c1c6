"""The table of complaints."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

OPEN, ANSWERED, ESCALATED = "open", "answered", "escalated"


class ComplaintRow(Base):
    """One complaint. It is no part of the case's log, which the people complained about read.

    Attributes:
        number: For example ``TS20261123-0001``.
        about: ``officer``, ``window`` or ``department``.
        officer: The number on the officer's desk, as the applicant gave it.
        text: Without personal data.
        digest: Of what was said, so that the same complaint sent twice is one.
        handler: Account of the supervisor; empty where nobody here is able.
        why: Why this one, as the applicant is told.
        state: ``open``, ``answered``, ``escalated`` (to the authority above).
        answer_by: Day by which the applicant hears what became of it.
    """

    __tablename__ = "complaints"
    __table_args__ = (
        Index("complaints_of_handler", "handler", "state"),
        Index("complaints_of_case", "case_number"),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"))
    about: Mapped[str] = mapped_column(String(12))
    officer: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    handler: Mapped[str] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    answer_by: Mapped[date] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
