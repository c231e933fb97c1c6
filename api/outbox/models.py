"""The outbox table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

ROW_ID = BigInteger().with_variant(Integer, "sqlite")

WAITING = "waiting"
OFFERED = "offered"
DONE = "done"
DEAD = "dead"
STATES: dict[str, str] = {
    WAITING: "等待送达",
    OFFERED: "等待对方认领",
    DONE: "已送达",
    DEAD: "多次没有送到，等人处理",
}

_STILL_WAITING = text("state = 'waiting'")
_UNCLAIMED = text("topic = 'result' AND state IN ('waiting', 'offered', 'dead')")


class OutboxRow(Base):
    """One message to be delivered.

    Attributes:
        key: Goes with every attempt, so that a receiver who gets it twice takes it once.
        topic: ``told`` (to the applicant), ``result`` (to the supervising department), ``complaint`` (to the authority above).
        receiver: Channel or department.
        subject: Number of the case.
        data: What the message is made from; no personal data.
        state: ``waiting``; ``offered`` (lies ready until the receiver claims it); ``done``; ``dead`` (given up, for a person to look at).
        due_at: Not before then is it tried (again).
        lease: Who is trying it, until ``due_at``; empty where nobody is.
        last_error: Code of the last failure.
        claimed_by: Account of the partner that claimed it (认领).
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_waiting", "due_at", sqlite_where=_STILL_WAITING, postgresql_where=_STILL_WAITING),
        Index("results_to_claim", "receiver", "id", sqlite_where=_UNCLAIMED, postgresql_where=_UNCLAIMED),
        Index(
            "outbox_dead",
            "id",
            sqlite_where=text("state = 'dead'"),
            postgresql_where=text("state = 'dead'"),
        ),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    topic: Mapped[str] = mapped_column(String(20))
    receiver: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str] = mapped_column(String(20), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10))
    tries: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    lease: Mapped[str] = mapped_column(String(40))
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    last_error: Mapped[str] = mapped_column(Text)
    claimed_by: Mapped[str] = mapped_column(String(32), default="")
