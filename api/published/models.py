"""The working catalogue in the database: one record an item, question, material and so on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class CatalogueRecord(Base):
    """One record of the catalogue.

    Attributes:
        position: Order within its kind, as written or imported.
        source: From where an imported record came; empty for shipped ones.
    """

    __tablename__ = "catalogue_records"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    origin: Mapped[str] = mapped_column(String(20), index=True)
    source: Mapped[str] = mapped_column(String(200), default="")
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    data: Mapped[Any] = mapped_column(JSON)


class CatalogueState(Base):
    """The one row that says which catalogue is in force; processes look here whether it has changed.

    Attributes:
        shipped: Digest of the shipped files that were loaded.
        imported: Source to digest of what was imported from it.
        version: Follows from both; notices and cases name it.
    """

    __tablename__ = "catalogue_state"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    shipped: Mapped[str] = mapped_column(String(64), default="")
    imported: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    version: Mapped[str] = mapped_column(String(64), default="")
    changed_at: Mapped[datetime] = mapped_column(Moment)


class CentreEntryRow(Base):
    """Something that the centre's staff have entered (``knowledge.centre``). A row is never changed but for being undone (撤销).

    Attributes:
        replaces: The entry that this one was written in the place of, which was undone with it.
        account, undone_by: Who did it.
    """

    __tablename__ = "centre_entries"

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    replaces: Mapped[str] = mapped_column(String(12), server_default="")
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
    undone_by: Mapped[str] = mapped_column(String(32), server_default="")
    undone_at: Mapped[datetime | None] = mapped_column(Moment)


class LibraryEditRow(Base):
    """An edit of the library (``knowledge.studio.edit``). A row is never changed: the last of an entry counts, and undoing is another row.

    Attributes:
        key: Id of the entry.
        version: Counts the edits of the entry; whoever edits says which one they saw.
        data: The whole edit; one that changes nothing is the shipped state.
        undoes: Version that was taken back; 0 for an edit.
        account: Who did it.
    """

    __tablename__ = "library_edits"
    __table_args__ = (UniqueConstraint("kind", "key", "version", name="one_edit_a_version"),)

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(240))
    version: Mapped[int] = mapped_column(Integer)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    undoes: Mapped[int] = mapped_column(Integer)
    why: Mapped[str] = mapped_column(String(200))
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)


class LibraryReleaseRow(Base):
    """A frozen state of the library; the last row is the running release. A row is never changed. The first release, the shipped files, has none.

    Attributes:
        through: Number of the last edit (``library_edits``) that belongs to it.
        restores: Number of the release to which it went back; 0 for one that was published.
        catalogue_version: Of the published catalogue that it was laid over; notices and cases name the same.
        publishing: How it was published (``library_publishings``).
        confirmed_by: The second person, where two are wanted.
    """

    __tablename__ = "library_releases"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    through: Mapped[int] = mapped_column(BigInteger)
    restores: Mapped[int] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(String(200))
    catalogue_version: Mapped[str] = mapped_column(String(64))
    publishing: Mapped[int | None] = mapped_column(BigInteger)
    confirmed_by: Mapped[str] = mapped_column(String(32), server_default="")
    account: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(Moment)
