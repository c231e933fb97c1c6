"""The table of what supervising departments report back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, Integer, String, Text, UniqueConstraint
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
