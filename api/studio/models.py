"""Tables of the studio: how a release was published, conversations that are kept as tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

_ID = BigInteger().with_variant(Integer, "sqlite")


class PublishingRow(Base):
    """One attempt to publish, from its beginning to its end.

    Attributes:
        running: 1 while it goes on, else NULL: the database lets one go on at a time.
        outcome: Empty while it goes on; then one of ``api.studio.release_schemas.Ending``.
        only_measures: Nothing is to be published, only checked and measured.
        phase, done, total: How far it is.
        not_before: When it is to be swapped in; None where that is as soon as it is measured.
        confirmed_by: The second person, where two are wanted.
        seen_at: When whoever does it last told how far it is; one that is silent for long has died.
        report: What was found (``api.studio.release_schemas.PublishingReport``).
    """

    __tablename__ = "library_publishings"
    __table_args__ = (UniqueConstraint("running", name="one_publishing_at_a_time"),)

    id: Mapped[int] = mapped_column(_ID, primary_key=True, autoincrement=True)
    running: Mapped[int | None] = mapped_column(Integer)
    outcome: Mapped[str] = mapped_column(String(10))
    only_measures: Mapped[bool] = mapped_column(Boolean)
    through: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(String(200))
    phase: Mapped[str] = mapped_column(String(20))
    done: Mapped[int] = mapped_column(Integer)
    total: Mapped[int] = mapped_column(Integer)
    not_before: Mapped[datetime | None] = mapped_column(Moment)
    confirmed_by: Mapped[str] = mapped_column(String(32), server_default="")
    stop_wanted: Mapped[bool] = mapped_column(Boolean)
    report: Mapped[dict[str, Any]] = mapped_column(JSON)
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class LibraryConversationRow(Base):
    """A conversation that is kept as a test (``knowledge.studio.kept_conversation``), until it is dropped.

    Attributes:
        data: Turns and checks.
    """

    __tablename__ = "library_conversations"

    id: Mapped[int] = mapped_column(_ID, primary_key=True, autoincrement=True)
    name: Mapped[str] = mapped_column(String(120))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
    dropped_by: Mapped[str] = mapped_column(String(32))
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)
