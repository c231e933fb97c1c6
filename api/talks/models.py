"""Tables of talks with a person: the talk, its lines, call-backs, and answers proposed to the library. None holds personal data in clear."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
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

_OPEN = text("state IN ('waiting', 'held')")
LINE_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only what it calls INTEGER."""


class TalkRow(Base):
    """One talk (人工对话).

    Attributes:
        dialogue: Keyed digest of the channel's conversation, as intakes keep it.
        intake_id: What was in hand when a person was asked for.
        account: Who holds it, or held it last.
        by_session: Its officer is signed in at the page, so that signing out gives it back.
        waits_since: Since when it waits to be accepted; after it was given back, since then.
        unanswered_since: Since when the applicant waits for a word of the officer.
        spoke_at: When somebody last said something after it was accepted.
        told: The last line that went along with a reply.
        acknowledged: The applicant was told once that their words go to the officer.
    """

    __tablename__ = "talks"
    __table_args__ = (
        Index(
            "one_open_talk_a_dialogue",
            "dialogue",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("talks_of_dialogue", "dialogue", "asked_at"),
        Index("talks_by_state", "state", "waits_since"),
        Index("talks_by_change", "changed_at"),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    dialogue: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(40))
    intake_id: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10))
    account: Mapped[str] = mapped_column(String(32))
    by_session: Mapped[bool] = mapped_column(Boolean)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    waits_since: Mapped[datetime] = mapped_column(Moment)
    accepted_at: Mapped[datetime | None] = mapped_column(Moment)
    unanswered_since: Mapped[datetime | None] = mapped_column(Moment)
    spoke_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    told: Mapped[int] = mapped_column(BigInteger)
    acknowledged: Mapped[bool] = mapped_column(Boolean)
    summary: Mapped[str] = mapped_column(Text)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class TalkLineRow(Base):
    """Something that was said in a talk; personal data were taken out before.

    Attributes:
        speaker: ``applicant``, ``assistant``, ``officer``, or ``notice`` for what the system tells the applicant.
        account: Of the officer; else empty.
        key: The desk's own name of a line, the same when it is sent again.
    """

    __tablename__ = "talk_lines"
    __table_args__ = (
        Index("lines_of_talk", "talk_id", "id"),
        UniqueConstraint("talk_id", "key", name="one_talk_line_a_key"),
    )

    id: Mapped[int] = mapped_column(LINE_ID, primary_key=True, autoincrement=True)
    talk_id: Mapped[str] = mapped_column(String(24), ForeignKey("talks.id"))
    speaker: Mapped[str] = mapped_column(String(10))
    account: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
    key: Mapped[str | None] = mapped_column(String(64))


class CallbackRow(Base):
    """Somebody who is to be called (回电).

    Attributes:
        phone: Sealed.
        due_day: By which working day; None where the calendar of that year is not entered.
        state: ``open``, ``done`` or ``given_up``.
        note: What came of the last call.
    """

    __tablename__ = "callbacks"
    __table_args__ = (
        Index("callbacks_by_state", "state", "due_day"),
        Index("callbacks_of_dialogue", "dialogue", "state"),
        Index("callbacks_by_change", "changed_at"),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    dialogue: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(40))
    item: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text)
    phone_masked: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    due_day: Mapped[date | None] = mapped_column(Date)
    tries: Mapped[int] = mapped_column(Integer)
    account: Mapped[str] = mapped_column(String(32))
    note: Mapped[str] = mapped_column(Text)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class AnswerProposalRow(Base):
    """A question with an officer's answer, offered to the library.

    Attributes:
        talk_id: From which talk; the proposal outlives it.
        state: ``proposed``; the tuners decide about it.
    """

    __tablename__ = "answer_proposals"
    __table_args__ = (Index("proposals_by_state", "state", "at"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    talk_id: Mapped[str] = mapped_column(String(24))
    item: Mapped[str] = mapped_column(String(120))
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(12))
