"""The table of chosen reminders."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class ReminderRow(Base):
    """What the applicant of a case chose.

    Attributes:
        ways: Names of :class:`knowledge.cases.procedure.reminders.Way`; empty once they were stopped.
        email: Sealed; null where no mail was chosen.
        stop: Unguessable name of the page that stops them.
    """

    __tablename__ = "reminders"

    case_number: Mapped[str] = mapped_column(String(12), primary_key=True)
    ways: Mapped[list[str]] = mapped_column(JSON)
    email: Mapped[str | None] = mapped_column(Text)
    stop: Mapped[str] = mapped_column(String(64), unique=True)
    chosen_at: Mapped[datetime] = mapped_column(Moment)
