"""Tables of the staff: accounts with windows and roles, tokens, passwords and sessions, and the record of what was done with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from api.platform.database import Base, Moment

LOG_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only what it calls INTEGER."""


OWNED = "save-update, merge, delete-orphan, delete"
"""What a row of an account is taken from is gone."""


class StaffWindowRow(Base):
    """A window at which somebody sits."""

    __tablename__ = "staff_windows"

    account: Mapped[str] = mapped_column(String(32), ForeignKey("staff_accounts.id"), primary_key=True)
    window: Mapped[str] = mapped_column(String(120), primary_key=True, index=True)


class StaffRoleRow(Base):
    """A role that somebody has."""

    __tablename__ = "staff_roles"

    account: Mapped[str] = mapped_column(String(32), ForeignKey("staff_accounts.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True, index=True)


class StaffAccountRow(Base):
    """Somebody of the staff, or a partner's system. An account is never deleted: logs name it.

    Attributes:
        name: Shown to colleagues.
        department: Of the catalogue.
    """

    __tablename__ = "staff_accounts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    department: Mapped[str] = mapped_column(String(120), index=True)
    active: Mapped[bool] = mapped_column(Boolean)
    created_at: Mapped[datetime] = mapped_column(Moment)
    windows: Mapped[list[StaffWindowRow]] = relationship(
        lazy="raise", order_by=StaffWindowRow.window, cascade=OWNED
    )
    roles: Mapped[list[StaffRoleRow]] = relationship(lazy="raise", order_by=StaffRoleRow.role, cascade=OWNED)


class StaffTokenRow(Base):
    """A token of an account; of the token itself only a digest is kept.

    Attributes:
        id: By which it is listed and revoked; says nothing of the token.
        used_at: Last use, to the hour.
        name: For which program it is; empty where nobody said.
    """

    __tablename__ = "staff_tokens"

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    account: Mapped[str] = mapped_column(String(32), ForeignKey("staff_accounts.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    name: Mapped[str] = mapped_column(String(60), server_default="", default="")


class StaffCredentialRow(Base):
    """With what an account signs in; one without a row has only tokens.

    Attributes:
        password: Its hash (``api.platform.password_hashing``).
        must_change: It was made for the person by somebody else, and is good for one thing: to choose another.
        code_secret: Of the codes of the person's phone (RFC 6238), sealed; None: they sign in without.
        code_pending: Of those of a phone that has not shown yet that it makes them; until then the one before counts.
        code_step: The time step of the last code that was used: a code is used once.
    """

    __tablename__ = "staff_credentials"

    account: Mapped[str] = mapped_column(String(32), ForeignKey("staff_accounts.id"), primary_key=True)
    password: Mapped[str | None] = mapped_column(String(200))
    must_change: Mapped[bool] = mapped_column(Boolean)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    code_secret: Mapped[str | None] = mapped_column(Text)
    code_pending: Mapped[str | None] = mapped_column(Text)
    code_step: Mapped[int | None] = mapped_column(BigInteger)


class StaffSessionRow(Base):
    """Somebody of the staff who is signed in; whoever signs out has no row any more.

    Attributes:
        id: By which it is named in the record; says nothing of the cookie.
        digest: Of the cookie's value.
        previous: Of the value before, which is good until ``previous_until``.
        by_password: It began with the password here, whose rules hold then; else another provider vouched for the person.
        used_at: Last use, to the minute.
        ends_at: When it ends, however much it is used.
    """

    __tablename__ = "staff_sessions"

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    account: Mapped[str] = mapped_column(String(32), ForeignKey("staff_accounts.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    previous: Mapped[str | None] = mapped_column(String(64), unique=True)
    previous_until: Mapped[datetime | None] = mapped_column(Moment)
    by_password: Mapped[bool] = mapped_column(Boolean)
    began_at: Mapped[datetime] = mapped_column(Moment)
    rotated_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment, index=True)


class StaffLogRow(Base):
    """One act with an account or with somebody's data; the database refuses to change or delete a row.

    Attributes:
        actor: Account, or ``console`` for the command line.
        subject: What it was done to: an account, a token's id, a case's number, a route.
        data: Further facts; no personal data of applicants, no tokens.
    """

    __tablename__ = "staff_log"

    id: Mapped[int] = mapped_column(LOG_ID, primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    actor: Mapped[str] = mapped_column(String(32), index=True)
    act: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(200), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class StaffConsentRow(Base):
    """Something that waits for a second person, or that one has agreed to.

    Attributes:
        what: The act.
        subject: The account that it is about; empty where it is about none.
        digest: Of everything that makes it this request.
        about: What the second person is shown.
        used_at: When it was done on the agreement.
    """

    __tablename__ = "staff_consents"

    number: Mapped[int] = mapped_column(LOG_ID, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(10))
    what: Mapped[str] = mapped_column(String(40))
    asker: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(32))
    digest: Mapped[str] = mapped_column(String(64))
    about: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(200))
    asked_at: Mapped[datetime] = mapped_column(Moment, index=True)
    agreed_by: Mapped[str] = mapped_column(String(32), default="", server_default="")
    agreed_at: Mapped[datetime | None] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
