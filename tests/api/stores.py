"""A database of its own for every test: a copied file, or a copied PostgreSQL database.

With ``INTAKE_TEST_POSTGRESQL`` set to the address of a server on which databases may be made, for example
``postgresql://centre@127.0.0.1:5432``, the tests of the api run there; else on SQLite.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import uuid
from pathlib import Path

import pytest
from sqlalchemy import text

from api.database import connect
from api.settings import Settings

SERVER = os.environ.get("INTAKE_TEST_POSTGRESQL", "")

only_sqlite = pytest.mark.skipif(bool(SERVER), reason="这项测试看的是 SQLite 文件，在 PostgreSQL 上跳过")


def new_settings(folder: Path) -> Settings:
    """Settings with an empty database of their own."""
    if not SERVER:
        return Settings(data_dir=folder)
    name = f"intake_{uuid.uuid4().hex}"
    asyncio.run(_on_server(f"CREATE DATABASE {name}"))
    return Settings(data_dir=folder, database_url=f"{SERVER}/{name}")


def copied(prepared: Settings, folder: Path) -> Settings:
    """Settings with a copy of a prepared database and data folder."""
    shutil.copytree(prepared.data_dir, folder)
    if not SERVER:
        return Settings(data_dir=folder)
    name, origin = f"intake_{uuid.uuid4().hex}", prepared.database_url.rpartition("/")[2]
    asyncio.run(_on_server(f"CREATE DATABASE {name} TEMPLATE {origin}"))
    return Settings(data_dir=folder, database_url=f"{SERVER}/{name}")


def dropped(settings: Settings) -> None:
    """The database goes; a folder of a test goes with the test's own."""
    if SERVER:
        name = settings.database_url.rpartition("/")[2]
        asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


async def _on_server(statement: str) -> None:
    engine = connect(Settings(database_url=f"{SERVER}/postgres").url).execution_options(
        isolation_level="AUTOCOMMIT"
    )
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
