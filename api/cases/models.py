"""Tables of the case, its log, refused acts, what supervision marked, and the keys of submissions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Date,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment
from knowledge.cases.record.state import CaseState

LOG_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only what it calls INTEGER."""


STATE = Enum(
    CaseState,
    native_enum=False,
    length=20,
    values_callable=lambda states: [state.value for state in states],
)
"""A state by its stored name."""

NO_DAY = date(9999, 12, 31)
"""Queue day of a case in which no clock runs: it stands at the end."""

STILL_OPEN: dict[str, Any] = {"sqlite_where": text("is_open = 1"), "postgresql_where": text("is_open")}
"""As SQLAlchemy asks each of them: a partial index is used where the query says the same words."""


IN_ORDER = ("due_day", "due_urgency", "number")
"""The order of a queue."""

UNSEALED: dict[str, Any] = {
    "sqlite_where": text("log_seal IS NULL"),
    "postgresql_where": text("log_seal IS NULL"),
}
UNSEARCHABLE: dict[str, Any] = {
    "sqlite_where": text("name_digest IS NULL"),
    "postgresql_where": text("name_digest IS NULL"),
}

_DECIDED = text("act IN ('decide', 'deemed_granted')")
DECISIONS: dict[str, Any] = {"sqlite_where": _DECIDED, "postgresql_where": _DECIDED}


class CaseRow(Base):
    """办件: what was submitted, as it was submitted, and where its log has brought it.

    The columns from ``state`` to ``changed_at`` follow from the log (see ``api.cases.columns``); they are kept for queries.

    Attributes:
        number: See ``knowledge.cases.record.number``.
        intake_id: The submission; a bundle's cases share it.
        affair: Item or bundle that was applied for; ``item_id`` is the business item of this case, ``item`` its name.
        after: Items of the same submission that must be granted first.
        borrows: Materials that another case of the submission holds, material to item.
        content: The notice's content at submission, JSON text.
        route: The window and the rule that chose it.
        contact: Sealed; ``phone_tail`` is a keyed digest of the case number and the phone's last four digits.
        contact_masked: What every screen may show of them.
        answer_due: As told in the receipt: day, counted_from and rule; null where the calendar did not reach so far.
        window, department: Where the case is now.
        rule: The rule that chose its first window.
        outcome: ``grant``, ``deny`` or empty.
        queue_day: The nearest day on which something is due.
        stage: The group of the queue (``knowledge.cases.queue.stage``).
        due_day, due_urgency: Its place in a queue (``knowledge.cases.queue.dates``): ``queue_day``, or the date for correcting.
        scenario: The applicant's circumstances, as the queue shows them.
        name_digest, tail_digest: Keyed digests by which the desk finds a case; null in cases of an older release until they are filled.
        look_at: Not before then has the sweep to look at it; null where nothing runs.
        log_head: Hash of the last entry of the log.
        log_seal: Keyed digest of it and the number; null in cases of an older release until they are filled.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("intake_id", "item_id", name="one_case_an_item"),
        Index("open_cases", *IN_ORDER, **STILL_OPEN),
        Index("open_cases_of_window", "window", *IN_ORDER, **STILL_OPEN),
        Index("open_cases_of_department", "department", *IN_ORDER, **STILL_OPEN),
        Index("cases_of_stage", "stage", *IN_ORDER),
        Index("cases_of_window", "window", "stage", *IN_ORDER),
        Index("cases_of_department", "department", "stage", *IN_ORDER),
        Index("cases_of_item", "item_id", *IN_ORDER),
        Index("open_cases_counted", "window", "department", "stage", **STILL_OPEN),
        Index("cases_of_name", "name_digest"),
        Index("cases_of_tail", "tail_digest"),
        Index("cases_by_change", "changed_at"),
        Index("cases_unsearchable", "number", **UNSEARCHABLE),
        Index("cases_unsealed", "number", **UNSEALED),
        Index("due_for_sweep", "look_at", **STILL_OPEN),
        Index("ix_cases_received_at", "received_at"),
    )

    number: Mapped[str] = mapped_column(String(12), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64))
    affair: Mapped[str] = mapped_column(String(120))
    item_id: Mapped[str] = mapped_column(String(120))
    item: Mapped[str] = mapped_column(String(200))
    after: Mapped[list[str]] = mapped_column(JSON)
    borrows: Mapped[dict[str, str]] = mapped_column(JSON)
    channel: Mapped[str] = mapped_column(String(40))
    notice_number: Mapped[str] = mapped_column(String(20))
    notice_version: Mapped[int] = mapped_column(Integer)
    content: Mapped[str] = mapped_column(Text)
    catalogue_version: Mapped[str] = mapped_column(String(64))
    materials: Mapped[dict[str, str]] = mapped_column(JSON)
    later: Mapped[list[str]] = mapped_column(JSON)
    route: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    contact: Mapped[str] = mapped_column(Text)
    contact_masked: Mapped[dict[str, str]] = mapped_column(JSON)
    phone_tail: Mapped[str] = mapped_column(String(64))
    answer_due: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    answer_due_note: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[CaseState] = mapped_column(STATE)
    is_open: Mapped[bool] = mapped_column(Boolean)
    window: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120))
    rule: Mapped[str] = mapped_column(String(40))
    transferred: Mapped[bool] = mapped_column(Boolean)
    outcome: Mapped[str] = mapped_column(String(8))
    queue_day: Mapped[date] = mapped_column(Date)
    stage: Mapped[str] = mapped_column(String(12))
    due_day: Mapped[date] = mapped_column(Date)
    due_urgency: Mapped[int] = mapped_column(Integer)
    scenario: Mapped[str] = mapped_column(String(400))
    name_digest: Mapped[str | None] = mapped_column(String(64))
    tail_digest: Mapped[str | None] = mapped_column(String(64))
    look_at: Mapped[datetime | None] = mapped_column(Moment)
    log_head: Mapped[str] = mapped_column(String(64))
    log_seal: Mapped[str | None] = mapped_column(String(64))
    changed_at: Mapped[datetime] = mapped_column(Moment)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class CaseLogRow(Base):
    """One act on a case (``knowledge.cases.record.log``) with its place in the hash chain; the database refuses to change or delete a row.

    No two entries of a case can follow the same one.
    """

    __tablename__ = "case_log"
    __table_args__ = (
        UniqueConstraint("case_number", "previous", name="one_chain_a_case"),
        Index("decisions_of_log", "id", "case_number", **DECISIONS),
    )

    id: Mapped[int] = mapped_column(LOG_ID, primary_key=True, autoincrement=True)
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(40))
    role: Mapped[str] = mapped_column(String(20))
    act: Mapped[str] = mapped_column(String(40))
    before: Mapped[str | None] = mapped_column(String(20))
    after: Mapped[str] = mapped_column(String(20))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


StoredEntry = Row[Any]
"""The columns of a :class:`CaseLogRow` as they are read: nobody changes one, so that the session need not keep it."""


class RefusedActRow(Base):
    """An act that somebody tried and that was not possible; append-only as the log is."""

    __tablename__ = "refused_acts"

    id: Mapped[int] = mapped_column(LOG_ID, primary_key=True, autoincrement=True)
    case_number: Mapped[str] = mapped_column(String(12), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(40))
    role: Mapped[str] = mapped_column(String(20))
    act: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    codes: Mapped[list[str]] = mapped_column(JSON)


class CaseMarkRow(Base):
    """What supervision is shown of a case (``knowledge.cases.oversight.supervision``), once for each kind and day."""

    __tablename__ = "case_marks"
    __table_args__ = (Index("marks_by_day", "day", "code"),)

    case_number: Mapped[str] = mapped_column(String(12), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    department: Mapped[str] = mapped_column(String(120))
    say: Mapped[str] = mapped_column(Text)


class DepartmentTaskRow(Base):
    """A department's part in a case that several handle together, so that it finds what it was sent."""

    __tablename__ = "department_tasks"
    __table_args__ = (
        Index(
            "tasks_waiting",
            "department",
            "sent",
            sqlite_where=text("answered IS NULL"),
            postgresql_where=text("answered IS NULL"),
        ),
    )

    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), primary_key=True)
    department: Mapped[str] = mapped_column(String(120), primary_key=True)
    sent: Mapped[date] = mapped_column(Date)
    answered: Mapped[date | None] = mapped_column(Date)


class SubmissionKeyRow(Base):
    """An idempotency key (its digest) and the intake it was used for."""

    __tablename__ = "submission_keys"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment)
