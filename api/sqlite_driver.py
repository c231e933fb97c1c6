"""SQLite with one change of thread a statement.

SQLAlchemy's cursor for ``aiosqlite`` goes to the connection's thread and back four times for a query: to make a cursor, execute, fetch and
close. A turn of talk is a read and a write, and these changes of thread were two thirds of its time. Here a statement goes there once,
and nothing goes there to commit or roll back where no transaction is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import aiosqlite


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
        await self._connection.run(self._executemany, sql, parameters)

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
    """A connection whose cursors make one trip a statement."""

    async def cursor(self) -> OneTripCursor:  # type: ignore[override]
        return OneTripCursor(self)

    async def run(self, work: Any, *arguments: Any) -> None:
        """Do something with the connection in its thread."""
        await self._execute(work, self._conn, *arguments)

    async def commit(self) -> None:
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()


def open_connection(database: str, **options: Any) -> OneTripConnection:
    """A connection for SQLAlchemy's ``async_creator_fn``; it is opened when it is awaited."""
    connection = OneTripConnection(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
