"""SQLite without a change of thread for what is done at once.

SQLAlchemy's driver ``aiosqlite`` takes every step of a statement to a thread of the connection and back, which costs ten times what
SQLite itself needs for a row. Here a statement is run where it is asked for; only what would keep all other turns waiting goes to the
thread: a statement that has to wait for a writer of another process, a query that takes long, and a commit, which may wait for the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import aiosqlite

PATIENCE_MS = 5_000
"""How long a statement waits for a writer of another process."""

LONG_QUERY_STEPS = 100_000
"""Steps of SQLite's machine, a few milliseconds, after which a query is begun anew in the thread."""

_NOT_AT_ONCE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_INTERRUPT)

Work = Callable[..., None]


class OneTripCursor:
    """The part of a cursor that SQLAlchemy uses; all rows come back with the statement."""

    def __init__(self, connection: OneTripConnection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        await self._connection.run(self._execute, sql, parameters)

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> None:
        await self._connection.run_in_thread(self._executemany, sql, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = []

    def _execute(self, connection: sqlite3.Connection, sql: str, parameters: Sequence[Any]) -> None:
        self._take(connection.execute(sql, parameters))

    def _executemany(self, connection: sqlite3.Connection, sql: str, parameters: Sequence[Any]) -> None:
        self._take(connection.executemany(sql, parameters))

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        if cursor.description is not None:
            self._rows = cursor.fetchall()
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()


class OneTripConnection(aiosqlite.Connection):
    """A connection whose statements are run at once, or make one trip to its thread."""

    _is_query_at_once = False
    _sent = 0
    _done = 0

    _stopped: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        self._stopped = super().stop()
        return self._stopped

    async def _connect(self) -> aiosqlite.Connection:
        """Open it; where it cannot be opened, its thread has ended before that is said, since the loop may be closed right after."""
        try:
            return await super()._connect()
        except Exception:
            if self._stopped is not None:
                await self._stopped
            raise

    async def cursor(self) -> OneTripCursor:  # type: ignore[override]
        return OneTripCursor(self)

    async def run(self, work: Work, sql: str, parameters: Sequence[Any]) -> None:
        """Run a statement: here, or in the thread where it would have to wait or takes long."""
        if self._is_in_use:
            await self.run_in_thread(work, sql, parameters)
            return
        # A change that is broken off would take its transaction with it, so only queries are.
        self._is_query_at_once = sql.startswith("SELECT")
        try:
            work(self._conn, sql, parameters)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _NOT_AT_ONCE:
                raise
        finally:
            self._is_query_at_once = False
        await self.run_in_thread(work, sql, parameters)

    async def run_in_thread(self, work: Work, *arguments: Any) -> None:
        """Do something with the connection in its thread, where it may wait."""
        self._sent += 1
        await self._execute(self._patiently, work, *arguments)

    @property
    def _is_in_use(self) -> bool:
        """Whether something is on its way to the thread that nobody waits for any more, since the task was cancelled."""
        return self._sent != self._done

    async def commit(self) -> None:
        if self.in_transaction:
            await self.run_in_thread(sqlite3.Connection.commit)

    async def rollback(self) -> None:
        if self._is_in_use or self.in_transaction:
            await super().rollback()

    def takes_long(self) -> bool:
        """Whether what runs is to be broken off; SQLite asks every so many steps."""
        return self._is_query_at_once

    def _patiently(self, work: Work, *arguments: Any) -> None:
        try:
            self._conn.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            work(self._conn, *arguments)
        finally:
            self._conn.execute("PRAGMA busy_timeout = 0")
            self._done += 1


def open_connection(database: str, **options: Any) -> OneTripConnection:
    """A connection for SQLAlchemy's ``async_creator_fn``; it is opened when it is awaited."""

    def connect() -> sqlite3.Connection:
        with contextlib.suppress(OSError):  # where it cannot be made, SQLite says so in the next line
            os.close(os.open(database, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        opened = sqlite3.connect(database, **{**options, "timeout": 0, "check_same_thread": False})
        opened.set_progress_handler(connection.takes_long, LONG_QUERY_STEPS)
        return opened

    connection = OneTripConnection(connect, iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
