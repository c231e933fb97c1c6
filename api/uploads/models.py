"""Tables of the uploads: the papers that are kept, the files that show them in slots, and the results attached to cases."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class PaperRow(Base):
    """One stored content and its pre-check; several files may show it, so that reuse copies nothing.

    Attributes:
        id: Also the name on disk, made by us.
        check: ``queued``, ``checking``, ``done``, ``failed`` or ``off``.
        lease_until: While checking: from then on another process may take it over.
        reading: Sealed :class:`knowledge.papers.reading.PaperReading`.
    """

    __tablename__ = "upload_papers"
    __table_args__ = (Index("papers_waiting", "check", "queued_at"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(Integer)
    pages: Mapped[int] = mapped_column(Integer)
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Moment)
    check: Mapped[str] = mapped_column(String(12))
    queued_at: Mapped[datetime] = mapped_column(Moment)
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(Integer)
    reading: Mapped[str | None] = mapped_column(Text)


class FileRow(Base):
    """One file in a slot of an intake.

    Attributes:
        name: Sealed: what an applicant calls a file often holds a name.
        key: Keyed digest of intake, slot and idempotency key; ``digest`` that of what was sent under it.
        made_ready: Whether this file made the intake say that the material is ready; ``said_before`` is what it said until then.
        replaces: The file of this slot that it stands for, which was submitted and stays; empty for most.
        reused_from: The material that the paper was first handed in for; empty for an upload.
    """

    __tablename__ = "upload_files"
    __table_args__ = (Index("files_of_slot", "intake_id", "material", "position"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    intake_id: Mapped[str] = mapped_column(String(64))
    material: Mapped[str] = mapped_column(String(120))
    position: Mapped[int] = mapped_column(Integer)
    paper_id: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    digest: Mapped[str] = mapped_column(String(64))
    made_ready: Mapped[bool] = mapped_column(Boolean)
    said_before: Mapped[str | None] = mapped_column(String(12))
    reused_from: Mapped[str] = mapped_column(String(120))
    replaces: Mapped[str] = mapped_column(String(64), server_default="")
    created_at: Mapped[datetime] = mapped_column(Moment)


class ResultPaperRow(Base):
    """The certificate that an officer attached to a case: a paper as all others, kept with the case.

    Attributes:
        sha256: Of its bytes; the log holds it from the moment on at which the result is made (制作结果).
        account: Who attached it.
    """

    __tablename__ = "result_papers"

    case_number: Mapped[str] = mapped_column(String(12), ForeignKey("cases.number"), primary_key=True)
    paper_id: Mapped[str] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(64))
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
