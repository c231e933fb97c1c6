"""Which layout a database has, and which one this release needs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

import api
from api.platform.database import connect
from api.platform.settings import Settings


def current_and_head(settings: Settings) -> tuple[str | None, str | None]:
    """The revision the database is at, None for an empty one, and the newest revision."""
    config = Config()
    config.set_main_option("script_location", str(Path(api.__file__).parent / "migrations"))
    head = ScriptDirectory.from_config(config).get_current_head()
    return asyncio.run(_current(settings.url)), head


async def _current(url: str) -> str | None:
    engine = connect(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_revision)
    finally:
        await engine.dispose()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
