"""The table of appointments; the database itself keeps two from the same seat."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

_LIVE = text("state = 'booked'")


class AppointmentRow(Base):
    """预约: one seat of one slot.

    Attributes:
        access: Unguessable name of the page that shows the code.
        intake_id: Whose it is; a case has the intake it came from.
        person: Keyed digest of what the person was known by when it was booked (``knowledge.guidance.booking_limit``).
        network: Keyed digest of the network it was booked from; empty where that was not known.
        start: ``09:00``, at the centre; ``end`` likewise.
        seat: Which of the places that the slot has, from 0; two live rows never share one.
        code: What is shown at the window; never given out twice on a day, also not after a cancellation.
        state: ``booked``, ``cancelled``, or ``passed`` once its time is over.
        arrived_at, called_at: When the window checked the person in, and called them.
        missed_at: When the window noted that nobody came (爽约).
        moved_why: Why the window moved it; empty where it did not.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        Index(
            "one_live_appointment_a_seat",
            "window",
            "day",
            "start",
            "seat",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        Index(
            "one_live_appointment_an_intake",
            "intake_id",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        Index("appointments_of_person", "person", "booked_at"),
        Index("one_code_a_window_and_day", "window", "day", "code", unique=True),
    )

    access: Mapped[str] = mapped_column(String(64), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64), index=True)
    person: Mapped[str] = mapped_column(String(64), server_default="")
    network: Mapped[str] = mapped_column(String(64), server_default="")
    window: Mapped[str] = mapped_column(String(120))
    day: Mapped[date] = mapped_column(Date)
    start: Mapped[str] = mapped_column(String(5))
    end: Mapped[str] = mapped_column(String(5))
    seat: Mapped[int] = mapped_column(Integer)
    code: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    item: Mapped[str] = mapped_column(String(200))
    booked_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    arrived_at: Mapped[datetime | None] = mapped_column(Moment)
    called_at: Mapped[datetime | None] = mapped_column(Moment)
    missed_at: Mapped[datetime | None] = mapped_column(Moment)
    moved_why: Mapped[str] = mapped_column(String(200), server_default="", default="")
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012
