"""Tables of the intake: one row an intake, so that a turn of talk is one read and one write."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class IntakeRow(Base):
    """草稿: what one applicant has said so far.

    Attributes:
        conversation: Keyed digest of the channel's conversation.
        answers: Settled answers, question to value.
        materials: Material to state.
        contact: Sealed contact data; ``contact_masked`` is what may be shown of them.
        notice: The latest notice: number, version, access, affair, and the ``basis`` that it was drawn from.
        set_aside: Affairs that were left for another one, each with what was said for it (:mod:`api.intakes.aside_affairs`).
        licence_until: Last day of the licence to be renewed, as the applicant said it.
        phone_checked: Keyed digest of the phone that a code has shown to be the applicant's; empty where none was.
        result_way: How the applicant wants the result (``counter post place``); empty where nothing was chosen.
        row_version: Counted up by every change; a change of an older version is refused and run again.
    """

    __tablename__ = "intakes"
    __table_args__ = (
        Index(
            "one_open_intake_a_conversation",
            "conversation",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_intakes_created_at", "created_at"),
        Index("ix_intakes_conversation", "conversation"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[str] = mapped_column(String(12))
    conversation: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(40))
    affair: Mapped[str | None] = mapped_column(String(120))
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    statements: Mapped[list[str]] = mapped_column(JSON)
    place: Mapped[str | None] = mapped_column(String(120))
    materials: Mapped[dict[str, str]] = mapped_column(JSON)
    contact: Mapped[str | None] = mapped_column(Text)
    contact_masked: Mapped[dict[str, str]] = mapped_column(JSON)
    notice: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    set_aside: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    result_way: Mapped[str] = mapped_column(String(12), default="", server_default="")
    result_place: Mapped[str] = mapped_column(String(120), default="", server_default="")
    phone_checked: Mapped[str] = mapped_column(String(64), default="", server_default="")
    licence_until: Mapped[date | None] = mapped_column(Date)
    case_number: Mapped[str | None] = mapped_column(String(12))
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class ResumeCodeRow(Base):
    """A one-time code by which an intake is taken over on another channel; the code is kept as a keyed digest."""

    __tablename__ = "resume_codes"

    code: Mapped[str] = mapped_column(String(64), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class PhoneCodeRow(Base):
    """The code that was sent to the phone of an intake; phone and code are kept as keyed digests, and go once it was given back.

    Attributes:
        wrong: How often another one was given.
    """

    __tablename__ = "phone_codes"

    intake_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    phone: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(Moment)
    wrong: Mapped[int] = mapped_column(Integer)
