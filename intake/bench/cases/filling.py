"""Fill a database with rows by the thousand: COPY on PostgreSQL, one prepared statement on SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from api.cases.models import CaseLogRow, CaseRow
from intake.bench.cases.rows import Row

BATCH = 2_000
"""Cases at once: some ten megabytes."""

CASES = tuple(column.name for column in CaseRow.__table__.columns)
LOG = tuple(column.name for column in CaseLogRow.__table__.columns if column.name != "id")

Made = Iterable[tuple[Row, list[Row]]]
Progress = Callable[[int], None]


def fill_sqlite(file: Path, made: Made, progress: Progress) -> None:
    """Into a file that nobody else has open."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    done = 0
    for batch in _batches(made):
        connection.execute("BEGIN")
        connection.executemany(_insert("cases", CASES), [_plain(case, CASES) for case, _ in batch])
        connection.executemany(
            _insert("case_log", LOG), [_plain(line, LOG) for _, log in batch for line in log]
        )
        connection.execute("COMMIT")
        done += len(batch)
        progress(done)
    connection.execute("ANALYZE")
    connection.close()


async def fill_postgresql(url: str, made: Made, progress: Progress) -> None:
    """Through COPY, with a connection of its own."""
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
        for batch in _batches(made):
            await connection.copy_records_to_table(
                "cases", columns=CASES, records=[_copied(case, CASES) for case, _ in batch]
            )
            lines = [_copied(line, LOG) for _, log in batch for line in log]
            await connection.copy_records_to_table("case_log", columns=LOG, records=lines)
            done += len(batch)
            progress(done)
        await connection.execute("VACUUM (ANALYZE)")
    finally:
        await connection.close()


def _batches(made: Made) -> Iterator[list[tuple[Row, list[Row]]]]:
    rows = iter(made)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def _plain(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
    """As SQLAlchemy writes it to SQLite: JSON as text, moments in UTC as text."""
    return tuple(_text(row[name]) for name in columns)


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    return _json(value)


def _copied(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
    """As asyncpg takes it: JSON as text, everything else as it is."""
    return tuple(_json(row[name]) for name in columns)


def _json(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
