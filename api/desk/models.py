"""Tables of the desk: who has claimed a case, notes for colleagues, sentences for corrections, and saved views."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment

NOTE_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only what it calls INTEGER."""


class ClaimRow(Base):
    """Who deals with a case (认领).

    Attributes:
        account: Empty once it was given back: the row stays, so that other processes learn of it.
        used_at: When the holder last did something with the case.
    """

    __tablename__ = "case_claims"
    __table_args__ = (
        Index("claims_of_account", "account", "used_at"),
        Index("claims_by_change", "changed_at"),
    )

    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), primary_key=True)
    account: Mapped[str] = mapped_column(String(32))
    since: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class NoteRow(Base):
    """A note for colleagues or the protocol of a phone call; applicants never see either.

    Attributes:
        kind: ``note`` or ``call``.
        text: Sealed, since it may hold personal data; of a call also with whom and whether they were reached.
    """

    __tablename__ = "case_notes"

    id: Mapped[int] = mapped_column(NOTE_ID, primary_key=True, autoincrement=True)
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)


class SentenceRow(Base):
    """A sentence for corrections (常用语) that a department has saved for itself.

    Attributes:
        item, material: For which it is offered; empty for all.
    """

    __tablename__ = "canned_sentences"

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    department: Mapped[str] = mapped_column(String(120), index=True)
    item: Mapped[str] = mapped_column(String(120))
    material: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(String(32))
    changed_at: Mapped[datetime] = mapped_column(Moment)
    row_version: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012


class ViewRow(Base):
    """A filter of the queue that somebody keeps under a name."""

    __tablename__ = "desk_views"
    __table_args__ = (UniqueConstraint("account", "name", name="one_view_a_name"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    account: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(30))
    filter: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment)


class SharedCheckRow(Base):
    """What an officer found in the shared data of another department, in place of a paper (免提交); added and never changed.

    Attributes:
        material: Of the notice's papers that need not be handed in.
        found: ``agrees``, ``differs`` or ``none``.
        note: Sealed, since it may hold personal data.
    """

    __tablename__ = "shared_checks"
    __table_args__ = (Index("shared_checks_of_case", "case_number", "id"),)

    id: Mapped[int] = mapped_column(NOTE_ID, primary_key=True, autoincrement=True)
    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"))
    material: Mapped[str] = mapped_column(String(120))
    found: Mapped[str] = mapped_column(String(8))
    note: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
