"""The table of what supervising departments report back."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Boolean, Date, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class FeedbackRow(Base):
    """One report of a supervising department on what was permitted.

    Attributes:
        department: Whose system sent it.
        key: The sender's; the same key is the same report.
        digest: Of the whole report, so that a key is not used for another one.
        kind: ``penalty``, ``inspection``, ``policy`` or ``state``.
        case_number: Empty for a change of policy, which names an item.
        failed: An inspection that was not passed.
        adapter, code, meaning: A state in the sender's own list, and ours.
        text: Without personal data.
        account: That sent it.
    """

    __tablename__ = "exchange_feedback"
    __table_args__ = (
        UniqueConstraint("department", "key", name="one_report_a_key"),
        Index("feedback_of_case", "case_number"),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    department: Mapped[str] = mapped_column(String(120))
    key: Mapped[str] = mapped_column(String(80))
    digest: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(12))
    case_number: Mapped[str] = mapped_column(String(12))
    item_id: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
    document: Mapped[str] = mapped_column(String(100))
    failed: Mapped[bool] = mapped_column(Boolean)
    adapter: Mapped[str] = mapped_column(String(40))
    code: Mapped[str] = mapped_column(String(10))
    meaning: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(String(32))
    received_at: Mapped[datetime] = mapped_column(Moment)


class ChangeRequestRow(Base):
    """A supervising department asks that a permit be changed or taken back (``knowledge.exchange.change_request``).

    Attributes:
        number: For example ``JG20261130-0001``.
        department: That asks.
        document, reason: Its letter's number, and what it says, without personal data.
        file, file_type, file_size: In the store of these letters; empty until it has come.
        answer_by: Null until it is sent, and where the calendar does not reach so far.
        on_day: On which the centre does, or has done, what it answers.
    """

    __tablename__ = "change_requests"
    __table_args__ = (
        Index("change_requests_of_department", "department", "number"),
        Index("change_requests_of_case", "case_number"),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    case_number: Mapped[str] = mapped_column(String(12))
    department: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(12))
    document: Mapped[str] = mapped_column(String(100))
    reason: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(String(200))
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
    file: Mapped[str] = mapped_column(String(64))
    file_type: Mapped[str] = mapped_column(String(40))
    file_size: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12))
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    answer_by: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str] = mapped_column(String(12))
    answer: Mapped[str] = mapped_column(Text)
    answer_document: Mapped[str] = mapped_column(String(100))
    on_day: Mapped[date | None] = mapped_column(Date)
    answered_by: Mapped[str] = mapped_column(String(32))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
