"""The table of ratings."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

UNANSWERED = text("is_bad AND answered_at IS NULL")


class RatingRow(Base):
    """One rating (满意度, GB/T 39046 A.8: 1 is best).

    Attributes:
        times: 1 for the first rating of a case, 2 for the one after the answer to a bad one.
        reasons: Of ``knowledge.exchange.ratings.REASONS``.
        text: Without personal data.
        department: In charge of the case when it was rated.
        is_bad: 差评: somebody must answer it, until ``answer_by`` (null where the calendar does not reach so far).
        answered_by: Account.
    """

    __tablename__ = "ratings"
    __table_args__ = (
        UniqueConstraint("case_number", "times", name="one_rating_a_time"),
        Index("ratings_to_answer", "department", "id", sqlite_where=UNANSWERED, postgresql_where=UNANSWERED),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"))
    times: Mapped[int] = mapped_column(Integer)
    grade: Mapped[int] = mapped_column(Integer)
    channel: Mapped[str] = mapped_column(String(40))
    reasons: Mapped[list[str]] = mapped_column(JSON)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    department: Mapped[str] = mapped_column(String(120))
    is_bad: Mapped[bool] = mapped_column(Boolean)
    answer_by: Mapped[date | None] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(Text)
    answered_by: Mapped[str] = mapped_column(String(32))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
