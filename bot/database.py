"""The database of the dialogues: its tables, the steps by which they are made, and its address."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from api.platform.schema_migration import Schema

DIALOGUES = Schema(Path(__file__).parent / "migrations", "alembic_version_dialogue")
"""The steps of these tables: on PostgreSQL they are in the database of the case system, on SQLite in a file of their own."""

metadata = sa.MetaData()

dialogue = sa.Table(
    "dialogue",
    metadata,
    sa.Column("sender_hash", sa.String(64), primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("updated_at", sa.Float, nullable=False, index=True),
)
web_exchange = sa.Table(
    "web_exchange",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("message", sa.String(64), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("said", sa.Text),
    sa.Column("answer", sa.Text),
)
web_link = sa.Table(
    "web_link",
    metadata,
    sa.Column("code", sa.String(64), primary_key=True),
    sa.Column("conversation", sa.String(64), nullable=False),
    sa.Column("intake", sa.String(64), nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)

_SYNCHRONOUS = {"sqlite+aiosqlite": "sqlite", "postgresql+asyncpg": "postgresql+psycopg2"}


def synchronous(url: str) -> sa.URL:
    """The address with a synchronous driver, which the stores work with; the api's names an asynchronous one.

    Raises:
        sqlalchemy.exc.ArgumentError: It is no address.
    """
    address = sa.make_url(url)
    return address.set(drivername=_SYNCHRONOUS.get(address.drivername, address.drivername))
