"""Tables of supervision: cards, and how long decided cases took."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class CardRow(Base):
    """A yellow or red card (``knowledge.cases.oversight.cards``), issued by rule.

    Attributes:
        number: For example ``JC20261130-0001``.
        rule: Code of the rule; ``why`` says in words what it found.
        case_number: Empty where the card is for what a department has gathered.
        day: Of the mark.
        answer_by: Null where the calendar does not reach so far.
        outcome: Of the last look of a supervisor.
    """

    __tablename__ = "cards"
    __table_args__ = (
        UniqueConstraint("rule", "case_number", "department", "day", name="one_card_a_mark"),
        Index("cards_of_department", "department", "state"),
        Index("cards_by_day", "day"),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    rule: Mapped[str] = mapped_column(String(40))
    colour: Mapped[str] = mapped_column(String(8))
    case_number: Mapped[str] = mapped_column(String(12))
    department: Mapped[str] = mapped_column(String(120))
    day: Mapped[date] = mapped_column(Date)
    why: Mapped[str] = mapped_column(Text)
    issued_at: Mapped[datetime] = mapped_column(Moment)
    answer_by: Mapped[date | None] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(10))
    answer: Mapped[str] = mapped_column(Text)
    answered_by: Mapped[str] = mapped_column(String(32))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str] = mapped_column(String(10))
    conclusion: Mapped[str] = mapped_column(Text)
    concluded_by: Mapped[str] = mapped_column(String(32))
    concluded_at: Mapped[datetime | None] = mapped_column(Moment)


class HandlingTimeRow(Base):
    """How long a decided case took (``knowledge.cases.oversight.handling_time``), written once after the decision.

    Attributes:
        log_id: Of the decision in the log.
        days, promised, legal: Working days.
    """

    __tablename__ = "handling_times"
    __table_args__ = (
        Index("handling_times_by_day", "decided_on"),
        Index("handling_times_by_log", "log_id"),
    )

    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), primary_key=True)
    log_id: Mapped[int] = mapped_column(BigInteger)
    item_id: Mapped[str] = mapped_column(String(120))
    item: Mapped[str] = mapped_column(String(200))
    department: Mapped[str] = mapped_column(String(120))
    accepted_on: Mapped[date] = mapped_column(Date)
    decided_on: Mapped[date] = mapped_column(Date)
    days: Mapped[int] = mapped_column(Integer)
    promised: Mapped[int | None] = mapped_column(Integer)
    legal: Mapped[int | None] = mapped_column(Integer)
    in_promise: Mapped[bool | None] = mapped_column(Boolean)
    in_law: Mapped[bool | None] = mapped_column(Boolean)
