"""Tables of the case, its log and the keys of submissions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.database import Base, Moment

LOG_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only what it calls INTEGER."""


class CaseRow(Base):
    """办件: what was submitted, as it was submitted.

    Attributes:
        number: Day, running number of the day, check digit.
        content: The notice's content at submission, JSON text.
        route: The window and the rule that chose it.
        contact: Sealed; ``phone_tail`` is a keyed digest of the case number and the phone's last four digits.
        answer_due: Day, counted_from and rule; null where the calendar did not reach so far.
    """

    __tablename__ = "cases"

    number: Mapped[str] = mapped_column(String(12), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64), unique=True)
    state: Mapped[str] = mapped_column(String(20), index=True)
    affair: Mapped[str] = mapped_column(String(120))
    item: Mapped[str] = mapped_column(String(200))
    department: Mapped[str] = mapped_column(String(120))
    channel: Mapped[str] = mapped_column(String(40))
    notice_number: Mapped[str] = mapped_column(String(20))
    notice_version: Mapped[int] = mapped_column(Integer)
    content: Mapped[str] = mapped_column(Text)
    catalogue_version: Mapped[str] = mapped_column(String(64))
    materials: Mapped[dict[str, str]] = mapped_column(JSON)
    later: Mapped[list[str]] = mapped_column(JSON)
    route: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    contact: Mapped[str] = mapped_column(Text)
    phone_tail: Mapped[str] = mapped_column(String(64))
    answer_due: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    answer_due_note: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Moment)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class CaseLogRow(Base):
    """One act on a case; the database refuses to change or delete a row."""

    __tablename__ = "case_log"

    id: Mapped[int] = mapped_column(LOG_ID, primary_key=True, autoincrement=True)
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(40))
    act: Mapped[str] = mapped_column(String(40))
    before: Mapped[str | None] = mapped_column(String(20))
    after: Mapped[str] = mapped_column(String(20))


class SubmissionKeyRow(Base):
    """An idempotency key (its digest) and the intake it was used for."""

    __tablename__ = "submission_keys"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment)
