"""Fill a database with rows by the thousand: COPY on PostgreSQL, one prepared statement on SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from intake.bench.cases.rows import CASES, LOG, Stored, Values

BATCH = 2_000
"""Cases at once: some ten megabytes."""

Made = Iterable[tuple[Values, list[Values]]]
Make = Callable[[Stored], Made]
"""Rows, their values as the database takes them."""

Progress = Callable[[int], None]


def fill_sqlite(file: Path, make: Make, progress: Progress) -> None:
    """Into a file that nobody else has open. Breaking off leaves it useless: nothing is written twice for safety."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
        connection.execute(f"PRAGMA {pragma}")
    cases, lines = _insert("cases", CASES), _insert("case_log", LOG)
    done = 0
    for batch in _batches(make(as_sqlite_takes_it)):
        connection.execute("BEGIN")
        connection.executemany(cases, [case for case, _ in batch])
        connection.executemany(lines, chain.from_iterable(log for _, log in batch))
        connection.execute("COMMIT")
        done += len(batch)
        progress(done)
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


async def fill_postgresql(url: str, make: Make, progress: Progress) -> None:
    """Through COPY, with a connection of its own; keys and indexes are made at the end."""
    import asyncpg

    at = make_url(url)
    connection = await asyncpg.connect(
        user=at.username,
        password=at.password or None,
        database=at.database,
        host=at.host or at.query.get("host"),
        port=at.port,
    )
    done = 0
    try:
        await connection.execute("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'")
        async with _without_keys(connection, "case_log", "cases"):
            for batch in _batches(make(as_postgresql_takes_it)):
                await connection.copy_records_to_table(
                    "cases", columns=CASES, records=[case for case, _ in batch]
                )
                lines = chain.from_iterable(log for _, log in batch)
                await connection.copy_records_to_table("case_log", columns=LOG, records=lines)
                done += len(batch)
                progress(done)
        await connection.execute("VACUUM (ANALYZE)")
    finally:
        await connection.close()


@asynccontextmanager
async def _without_keys(connection: Any, *tables: str) -> AsyncIterator[None]:
    """Keys that refer to other tables, then unique ones and plain indexes go, and come back the other way round."""
    keys = await connection.fetch(
        "SELECT conrelid::regclass::text AS at, conname AS name, contype = 'f' AS refers, pg_get_constraintdef(oid) AS says"
        " FROM pg_constraint WHERE contype IN ('u', 'f') AND (conrelid::regclass::text = ANY($1)"
        " OR confrelid::regclass::text = ANY($1)) ORDER BY contype",
        tables,
    )
    indexes = await connection.fetch(
        "SELECT indexname AS name, indexdef AS says FROM pg_indexes WHERE tablename = ANY($1)"
        " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
        tables,
    )
    for key in keys:
        await connection.execute(f'ALTER TABLE {key["at"]} DROP CONSTRAINT "{key["name"]}"')
    for index in indexes:
        await connection.execute(f'DROP INDEX "{index["name"]}"')
    yield
    for index in indexes:
        await connection.execute(index["says"])
    for key in sorted(keys, key=lambda key: key["refers"]):
        await connection.execute(f'ALTER TABLE {key["at"]} ADD CONSTRAINT "{key["name"]}" {key["says"]}')


def _batches(made: Made) -> Iterator[list[tuple[Values, list[Values]]]]:
    rows = iter(made)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def as_sqlite_takes_it(value: Any) -> Any:
    """As SQLAlchemy writes it to SQLite: JSON as text, moments in UTC as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    return as_postgresql_takes_it(value)


def as_postgresql_takes_it(value: Any) -> Any:
    """As asyncpg takes it: JSON as text, everything else as it is."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
