"""Which layouts the databases of an installation have, which ones this release needs, and how they come to them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, make_url, select

from api.migrate import migrate
from api.platform.database import connect
from api.platform.schema_migration import CASES, Move, Schema, head_of, step_of
from api.platform.settings import Settings
from bot.database import DIALOGUES, dialogue, web_exchange
from intake.datafolder import DataFolder
from intake.settings import Role


@dataclass(frozen=True, slots=True)
class Layout:
    """A schema in the database where this installation has it.

    Attributes:
        name: As the operator reads it.
    """

    name: str
    url: str
    schema: Schema


def dialogue_url(folder: DataFolder, settings: Settings) -> str:
    """Where the dialogues are: in the case system's database, or in a file of their own beside its file.

    The case system holds transactions open across awaits; on SQLite, which takes one writer at a time, turns of dialogue would wait for
    them, and for the catalogue when it is loaded.
    """
    return settings.url if settings.database_url else f"sqlite+aiosqlite:///{folder.dialogues}"


def layouts(folder: DataFolder, settings: Settings, role: Role) -> Iterator[Layout]:
    """What a process of this role works with."""
    if role.has_api:
        yield Layout("数据库", settings.url, CASES)
    if role.has_bot:
        yield Layout("对话记录", dialogue_url(folder, settings), DIALOGUES)


def brought_up(folder: DataFolder, settings: Settings, role: Role) -> str:
    """Bring all tables to the layouts of this release, each database whole or not at all.

    Returns:
        A sentence on what was done; empty where there was nothing to do.

    Raises:
        api.platform.errors.StartupProblem: A database cannot be used.
    """
    done = [
        _said(layout, migrate(layout.url, schema=layout.schema)) for layout in layouts(folder, settings, role)
    ]
    said = "，".join(filter(None, done))
    return f"{said}。" if said else ""


def steps(layout: Layout) -> tuple[str | None, str]:
    """The step a database is at, None without any, and the last one there is; nothing is made."""
    file = make_url(layout.url).database if layout.url.startswith("sqlite") else None
    current = None if file and not Path(file).exists() else asyncio.run(_step(layout))
    return current, head_of(layout.schema)


def nth(step: str) -> str:
    """A step as the operator reads it."""
    return f"第{step.lstrip('0')}步"


def _said(layout: Layout, done: Move) -> str:
    if done.after is None or done.before == done.after:
        return ""
    if done.before:
        return f"{layout.name}已从{nth(done.before)}升级到{nth(done.after)}"
    if layout.schema == DIALOGUES and any(held := asyncio.run(_held(layout))):
        return (
            f"旧版本的{held[0]}段对话、网页上的{held[1]}句话已一并纳入升级（{layout.name}{nth(done.after)}）"
        )
    return f"{layout.name}已建好（{nth(done.after)}）"


async def _held(layout: Layout) -> tuple[int, int]:
    """How many dialogues there are, and messages that the page shows again."""
    engine = connect(layout.url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_count, dialogue), await connection.run_sync(
                _count, web_exchange
            )
    finally:
        await engine.dispose()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


async def _step(layout: Layout) -> str | None:
    engine = connect(layout.url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(step_of, layout.schema)
    finally:
        await engine.dispose()
