"""The database: SQLite in one file, or PostgreSQL. Units of work are committed here and nowhere else."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic_core import from_json, to_json
from sqlalchemy import DateTime, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import PoolResetState
from sqlalchemy.types import TypeDecorator

from api.platform.errors import ApiError, Busy
from api.platform.sqlite_driver import open_connection

Result = TypeVar("Result")
Work = Callable[[AsyncSession], Awaitable[Result]]
"""A unit of work; it may be run again from its start, so that it has no effect outside the database."""

TRIES = 8
"""Row versions that 20 parallel writers of one row collide on are settled within 4 tries."""

LONGEST_TRYING_S = 5.0
"""How long a unit of work is begun anew."""

PATIENCE_S = 8.0
"""How long a server is waited for that has taken a query and says nothing, and one's turn to write: nobody waits longer than ten seconds."""

_MOMENT_S = 0.5
"""How much longer, where the answer may have come while this process was busy."""

APART = "apart"
"""Under this name a session knows the connections apart from its own, where there are any."""

_RETRIED_STATES = {"40001", "40P01", "23505"}
"""PostgreSQL: serialization failure, deadlock, a unique key that another writer has just used."""


class Base(DeclarativeBase):
    """Base of all tables. Relationships are not used: every query stands in a repository."""


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC and always aware in Python, also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


CONNECT_S = 4
"""So long a connection is waited for: nobody waits longer than ten seconds to hear that the database is gone."""


class DatabaseSilent(ConnectionError):
    """The server has a query and does not answer."""


class Database:
    """One database and the ways to work on it.

    Attributes:
        patience_s: How long a unit of work may take on a server.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.patience_s = PATIENCE_S
        self._given_up: set[asyncio.Task[Any]] = set()
        self.engine = connect(url)
        self._apart = None if self.is_sqlite else _apart(url)
        self._sessions = async_sessionmaker(
            self.engine, expire_on_commit=False, autoflush=False, info={APART: self._apart}
        )
        # On PostgreSQL every statement sees what is committed by then, whether or not it stands in a transaction; without one, two
        # trips to the server are spared.
        reading = (
            self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        )
        self._readers = async_sessionmaker(reading, expire_on_commit=False, autoflush=False)
        # SQLite takes one writer at a time; waiting in line here is faster than its polling.
        self._line = asyncio.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    async def read(self, work: Work[Result]) -> Result:
        """Run a unit of work that changes nothing.

        Raises:
            DatabaseSilent: The server does not answer.
        """
        return await self._patiently(self._read(work))

    async def transact(self, work: Work[Result]) -> Result:
        """Run a unit of work and commit it; run it again where another writer was there first.

        A refusal rolls back what was written, unless it is a recorded one (:meth:`ApiError.recorded`).

        Raises:
            Busy: Others were there first every time.
            DatabaseSilent: The server does not answer.
        """
        return await self._patiently(self._transact(work))

    async def _patiently(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Wait for a server as long as there is hope; who does not answer a query does not answer its cancellation either.

        A file is in this process: whoever locks it is waited for by SQLite itself.
        """
        if self.is_sqlite:
            return await work
        task = asyncio.create_task(work)
        try:
            done, _ = await asyncio.wait({task}, timeout=self.patience_s)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task}, timeout=self.patience_s)
            raise
        if not done:  # who was kept waiting by this process itself finds the answer there already
            done, _ = await asyncio.wait({task}, timeout=_MOMENT_S)
        if done:
            return task.result()
        task.cancel()
        self._given_up.add(task)  # nobody else holds it until the connection breaks
        task.add_done_callback(self._forget)
        raise DatabaseSilent

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._given_up.discard(task)
        if not task.cancelled():
            task.exception()

    async def _read(self, work: Work[Result]) -> Result:
        async with self._readers() as session:
            return await work(session)

    async def _transact(self, work: Work[Result]) -> Result:
        started = time.monotonic()
        for attempt in range(TRIES):
            try:
                async with self._in_line(), self._sessions() as session:
                    result = await _done(work, session)
                    await session.commit()
                    return result
            except (StaleDataError, DBAPIError) as error:
                if not _is_passing(error) or (attempt == TRIES - 1 and isinstance(error, IntegrityError)):
                    raise
            if time.monotonic() - started > LONGEST_TRYING_S:
                break
            await asyncio.sleep(random.uniform(0, 0.005 * 2**attempt))
        raise Busy(headers={"Retry-After": "5"})

    @asynccontextmanager
    async def _in_line(self) -> AsyncIterator[None]:
        if self._line is None:
            yield
        else:
            try:
                await asyncio.wait_for(self._line.acquire(), PATIENCE_S)
            except TimeoutError as error:
                raise Busy(headers={"Retry-After": "5"}) from error
            try:
                yield
            finally:
                self._line.release()

    async def close(self) -> None:
        await self.engine.dispose()
        if self._apart is not None:
            await self._apart.dispose()


async def _done(work: Work[Result], session: AsyncSession) -> Result:
    """The work's result; a refusal that is to be recorded goes on after what was written is committed."""
    try:
        return await work(session)
    except ApiError as refusal:
        if refusal.is_recorded:
            await session.commit()
        raise


def connect(url: str) -> AsyncEngine:
    """An engine with the settings that this project relies on; values never show in its errors."""
    is_sqlite = url.startswith("sqlite")
    engine = create_async_engine(
        url,
        hide_parameters=True,
        json_serializer=lambda value: to_json(value).decode(),
        json_deserializer=from_json,
        connect_args={"async_creator_fn": open_connection} if is_sqlite else {"timeout": CONNECT_S},
        **({} if is_sqlite else {"pool_timeout": CONNECT_S}),
    )
    event.listen(engine.sync_engine, "reset", _leave_nothing_open)
    if is_sqlite:
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _apart(url: str) -> AsyncEngine:
    """Connections for what must not wait until a unit of work is committed; they are few, since nothing is done with them that lasts.

    Nothing waits for the disk here: whatever builds on it is committed later and takes it along.
    """
    return create_async_engine(
        url,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        pool_size=2,
        max_overflow=0,
        connect_args={"server_settings": {"synchronous_commit": "off"}},
    )


def can_be_stored(key: str) -> bool:
    """Whether a key that somebody sent can stand in a table at all; PostgreSQL takes no NUL and fails on being asked for one."""
    return "\0" not in key


def _prepare_sqlite(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _leave_nothing_open(connection: Any, _: Any, state: PoolResetState) -> None:
    """Roll back whatever a connection brings back to the pool.

    SQLAlchemy takes a transaction whose COMMIT failed for ended, while SQLite keeps it open: the next user of the connection would read it,
    and commit it with its own.
    """
    if state.asyncio_safe:
        connection.rollback()


def _is_passing(error: Exception) -> bool:
    """Whether the same work may succeed when run again: somebody else wrote first, or holds the lock."""
    if isinstance(error, StaleDataError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if getattr(error.orig, "sqlstate", None) in _RETRIED_STATES:
        return True
    said = str(error.orig)
    if isinstance(error, IntegrityError):
        return said.startswith("UNIQUE constraint failed")
    return isinstance(error, OperationalError) and ("locked" in said or "busy" in said)
