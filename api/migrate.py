"""Bring a database to the current layout, and say clearly why it cannot be."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from api.platform.database import connect
from api.platform.errors import StartupProblem

CHECKED_UP_TO_BYTES = 200_000_000
"""A larger SQLite file is not read through at every start; reading 200 MB takes about a second."""


def migrate(url: str, to: str = "head") -> None:
    """Upgrade to ``to`` (or downgrade to ``base``), whole or not at all. Blocks: in asynchronous code call it in a thread.

    Raises:
        StartupProblem: The database cannot be reached, written or read.
    """
    asyncio.run(_migrate(url, to))


async def _migrate(url: str, to: str) -> None:
    engine = connect(url)
    try:
        async with engine.connect() as connection:
            await _check_file(connection, engine.url.database if engine.dialect.name == "sqlite" else None)
            if (
                engine.dialect.name == "sqlite"
            ):  # else its steps that only change tables would each be one of their own
                await connection.execute(text("BEGIN IMMEDIATE"))
            await connection.run_sync(_run, to)
            await connection.commit()
    except (SQLAlchemyError, OSError) as error:
        raise _named(error, engine.url.render_as_string(hide_password=True)) from error
    finally:
        await engine.dispose()


async def _check_file(connection: Any, file: str | None) -> None:
    if not file or not Path(file).exists() or Path(file).stat().st_size > CHECKED_UP_TO_BYTES:
        return
    found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar()
    if found != "ok":
        raise _damaged(file)


def _run(connection: Any, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    if to == "base":
        command.downgrade(config, to)
    else:
        command.upgrade(config, to)


def _named(error: Exception, url: str) -> StartupProblem:
    if isinstance(error, StartupProblem):
        return error
    said = str(getattr(error, "orig", error))
    if "not a database" in said or "malformed" in said:
        return _damaged(url)
    if "unable to open" in said or "readonly" in said:
        return StartupProblem(
            "database_unwritable", f"打不开或写不了数据库 {url}，请检查文件夹是否存在、是否有写权限。"
        )
    if "disk is full" in said:
        return StartupProblem("disk_full", f"磁盘已满，数据库 {url} 写不进去，请腾出空间后再启动。")
    if isinstance(error, OSError | DBAPIError):
        return StartupProblem(
            "database_unreachable", f"连不上数据库 {url}，请检查地址、账号和数据库服务是否在运行。"
        )
    return StartupProblem(
        "database_layout", f"数据库 {url} 的表结构升级没有成功，数据没有改动；请先备份，再联系维护人员。"
    )


def _damaged(place: str) -> StartupProblem:
    return StartupProblem(
        "database_damaged",
        f"数据库 {place} 已经损坏，读不出来。请把它移到别处保存，用最近的备份恢复后再启动。",
    )
