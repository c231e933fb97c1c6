"""A data folder as an earlier release left it (`fixtures/folder_of_step_0010`), on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from api.migrate import migrate
from api.platform.settings import Settings
from bot.database import synchronous
from tests import postgresql

FIXTURE = Path(__file__).parent / "fixtures" / "folder_of_step_0010"
STEP = "0010"
FACTS: dict[str, Any] = json.loads((FIXTURE / "facts.json").read_text(encoding="utf-8"))

_TABLE_OR_INDEX = re.compile(r"^CREATE [^;]*;$", re.MULTILINE)


def settings_of(store: str, root: Path) -> Settings:
    """Settings of an installation on which the earlier release has worked."""
    if store == "sqlite":
        for name in ("intake", "dialogues"):
            restore(name, root / f"{name}.db")
        return Settings(data_dir=root, secret=FACTS["secret"])
    settings = Settings(data_dir=root, secret=FACTS["secret"], database_url=postgresql.made())
    migrate(settings.url, STEP)
    engine = sa.create_engine(synchronous(settings.url))
    with engine.begin() as connection:
        for statement in _TABLE_OR_INDEX.findall(_dump("dialogues")):
            connection.execute(sa.text(statement))
        for name in ("intake", "dialogues"):
            _copy(name, connection)
    engine.dispose()
    return settings


def restore(name: str, file: Path) -> None:
    """One of the two SQLite files."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_dump(name))


def _dump(name: str) -> str:
    return (FIXTURE / f"{name}.sql").read_text(encoding="utf-8")


def _copy(name: str, target: sa.Connection) -> None:
    """The rows go over as literals, which PostgreSQL reads by the types of its own columns."""
    target.execute(sa.text("SET LOCAL TIME ZONE 'UTC'"))
    tables = sa.MetaData()
    tables.reflect(target)
    with closing(sqlite3.connect(":memory:")) as source:
        source.executescript(_dump(name))
        there = {table for (table,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in tables.sorted_tables:
            if table.name in there and not table.name.startswith("alembic"):
                _copy_table(table, source, target)


def _copy_table(table: sa.Table, source: sqlite3.Connection, target: sa.Connection) -> None:
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    truths = [isinstance(column.type, sa.Boolean) for column in table.columns]
    insert = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({", ".join(["%s"] * len(names))})'
    for row in source.execute(f'SELECT {quoted} FROM "{table.name}"'):
        values = [bool(value) if truth else value for value, truth in zip(row, truths, strict=True)]
        target.exec_driver_sql(insert, tuple(values))
    if table.autoincrement_column is not None:
        last = f'SELECT setval(pg_get_serial_sequence(:name, :id), max({table.autoincrement_column.name})) FROM "{table.name}"'
        target.execute(sa.text(last), {"name": table.name, "id": table.autoincrement_column.name})
