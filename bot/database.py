"""The database of the dialogues: its tables, the steps by which they are made, and its address."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from api.platform.schema_migration import Schema

T = TypeVar("T")

BUSY_TIMEOUT_S = 5

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
wechat_user = sa.Table(
    "wechat_user",
    metadata,
    sa.Column("follower", sa.String(64), primary_key=True),
    sa.Column("openid", sa.Text, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("conversation", sa.String(64), nullable=False, index=True),
    sa.Column("follows", sa.Boolean, nullable=False),
    sa.Column("spoke_at", sa.Float, nullable=False),
    sa.Column("sent", sa.Integer, nullable=False),
    sa.Column("acted_at", sa.Float, nullable=False),
    sa.Column("acted_sent", sa.Integer, nullable=False),
    sa.Column("choosing", sa.Text),
    sa.Column("agreed", sa.Text),
    sa.Column("at", sa.Float, nullable=False, index=True),
)
wechat_nonce = sa.Table(
    "wechat_nonce",
    metadata,
    sa.Column("nonce", sa.String(64), primary_key=True),
    sa.Column("content", sa.String(64), nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)
wechat_owed = sa.Table(
    "wechat_owed",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("follower", sa.String(64), nullable=False),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("body", sa.Text),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("taken_by", sa.String(64)),
    sa.Column("taken_at", sa.Float),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.UniqueConstraint("follower", "name", name="owed_once"),
)
wechat_ticket = sa.Table(
    "wechat_ticket",
    metadata,
    sa.Column("ticket", sa.String(64), primary_key=True),
    sa.Column("follower", sa.String(64), nullable=False, index=True),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("used_at", sa.Float),
)
wechat_token = sa.Table(
    "wechat_token",
    metadata,
    sa.Column("name", sa.String(20), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("until", sa.Float, nullable=False),
    sa.Column("fetching_until", sa.Float, nullable=False),
    sa.Column("forced_at", sa.Float, nullable=False),
)
wechat_delivery = sa.Table(
    "wechat_delivery",
    metadata,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("follower", sa.String(64), nullable=False),
    sa.Column("way", sa.String(20), nullable=False),
    sa.Column("code", sa.String(100), nullable=False),
    sa.Column("receipt", sa.String(64), nullable=False, index=True),
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


class Run(Protocol):
    """Does work in one transaction, in a thread."""

    def __call__(self, work: Callable[[sa.Connection], T], /) -> Awaitable[T]: ...


class TableStore:
    """Reads and writes tables of the dialogues; the steps of the migrations have made them.

    SQLite answers in less time than a thread takes to begin: only what would have to wait for another writer is worth one.

    Args:
        url: Of the database.
    """

    def __init__(self, url: str) -> None:
        address = synchronous(url)
        self._quick: sa.Engine | None = None
        if address.get_backend_name() == "sqlite":
            self._engine, self._quick = _sqlite(address, BUSY_TIMEOUT_S), _sqlite(address, 0)
        else:
            self._engine = sa.create_engine(address, hide_parameters=True)

    def close(self) -> None:
        """Close the database connections."""
        self._engine.dispose()
        if self._quick is not None:
            self._quick.dispose()

    async def _run(self, work: Callable[[sa.Connection], T]) -> T:
        """Short work in one transaction; it is done again where it would have had to wait."""
        if self._quick is not None:
            try:
                return _in_transaction(self._quick, work)
            except OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
        return await self._run_apart(work)

    async def _run_apart(self, work: Callable[[sa.Connection], T]) -> T:
        """Work in one transaction that may be long, in a thread."""
        return await asyncio.to_thread(_in_transaction, self._engine, work)


def _in_transaction(engine: sa.Engine, work: Callable[[sa.Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _sqlite(address: sa.URL, waits_s: float) -> sa.Engine:
    waiting = {"timeout": waits_s, "check_same_thread": False}
    engine = sa.create_engine(address, connect_args=waiting, hide_parameters=True)
    sa.event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    for setting in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {setting}")
