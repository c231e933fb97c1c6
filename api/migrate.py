"""Bring a database to the current layout, and say clearly why it cannot be."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from api.platform.data_folder import keep_private
from api.platform.database import connect
from api.platform.errors import StartupProblem
from api.platform.schema_migration import CASES, Move, Schema, UnknownStep, move

CHECKED_UP_TO_BYTES = 200_000_000
"""A larger SQLite file is not read through at every start; reading 200 MB takes about a second."""


def migrate(url: str, to: str = "head", schema: Schema = CASES) -> Move:
    """Take a schema's steps up or down to ``to``, whole or not at all. Blocks: in asynchronous code call it in a thread.

    Args:
        to: A step, ``head`` or ``base``.

    Raises:
        StartupProblem: The database cannot be reached, written or read, or a later release has used it.
    """
    return asyncio.run(_migrate(url, to, schema))


async def _migrate(url: str, to: str, schema: Schema) -> Move:
    engine = connect(url)
    if engine.dialect.name == "sqlite" and engine.url.database:
        _keep_private(Path(engine.url.database))
    shown = engine.url.render_as_string(hide_password=True)
    try:
        async with engine.connect() as connection:
            await _check_file(connection, engine.url.database if engine.dialect.name == "sqlite" else None)
            try:
                return await _moved(connection, to, schema)
            except (SQLAlchemyError, UnknownStep) as error:
                raise _why_not_moved(error, shown) from error
    except (SQLAlchemyError, OSError) as error:
        raise _why_not_opened(error, shown) from error
    finally:
        await engine.dispose()


def _keep_private(file: Path) -> None:
    with contextlib.suppress(OSError):  # of another user, or not there to be made: opening it says so
        keep_private(file)


async def _moved(connection: AsyncConnection, to: str, schema: Schema) -> Move:
    done = await connection.run_sync(move, schema, to)
    await connection.commit()
    return done


async def _check_file(connection: Any, file: str | None) -> None:
    if not file or not Path(file).exists() or Path(file).stat().st_size > CHECKED_UP_TO_BYTES:
        return
    found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar()
    if found != "ok":
        raise _damaged(file)


def _why_not_opened(error: Exception, url: str) -> StartupProblem:
    return _of_the_file(error, url) or StartupProblem(
        "database_unreachable", f"连不上数据库 {url}，请检查地址、账号和数据库服务是否在运行。"
    )


def _why_not_moved(error: Exception, url: str) -> StartupProblem:
    if isinstance(error, UnknownStep):
        return StartupProblem(
            "database_newer",
            f"数据库 {url} 已由更新的版本升级到第{error.step.lstrip('0')}步，这个版本只认得到第{error.head.lstrip('0')}步；"
            "请用更新的版本启动，或者恢复升级以前的备份。",
        )
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return _why_not_opened(error, url)
    return _of_the_file(error, url) or StartupProblem(
        "database_layout", f"数据库 {url} 的表结构没有改成，数据没有改动；请先备份，再联系维护人员。"
    )


def _of_the_file(error: Exception, url: str) -> StartupProblem | None:
    said = str(getattr(error, "orig", error))
    if "not a database" in said or "malformed" in said:
        return _damaged(url)
    if "unable to open" in said or "readonly" in said:
        return StartupProblem(
            "database_unwritable", f"打不开或写不了数据库 {url}，请检查文件夹是否存在、是否有写权限。"
        )
    if "locked" in said:
        return StartupProblem(
            "database_in_use",
            f"数据库 {url} 正被别的程序占用，升级没有开始，数据没有改动；请停掉占用它的程序再启动。",
        )
    if "disk is full" in said:
        return StartupProblem("disk_full", f"磁盘已满，数据库 {url} 写不进去，请腾出空间后再启动。")
    return None


def _damaged(place: str) -> StartupProblem:
    return StartupProblem(
        "database_damaged",
        f"数据库 {place} 已经损坏，读不出来。请把它移到别处保存，用最近的备份恢复后再启动。",
    )
