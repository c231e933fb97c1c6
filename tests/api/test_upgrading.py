"""A database of the first release, with cases in it, comes to the present layout whole or not at all."""

from __future__ import annotations

import ast
import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from api.cases.chain_check import verify_logs
from api.migrate import migrate
from api.platform.database import Database, connect
from api.platform.errors import StartupProblem
from api.platform.schema_migration import CASES
from api.platform.settings import Settings
from bot.database import DIALOGUES
from tests.api.stores import STORES, dropped, new_settings

pytestmark = pytest.mark.anyio

FIRST = "0001"
CASE = text(
    "INSERT INTO cases (number, intake_id, state, affair, item, department, channel, notice_number, notice_version, content,"
    " catalogue_version, materials, later, contact, phone_tail, answer_due_note, received_at, row_version)"
    " VALUES ('261123000017', 'i', 'submitted', 'a', '事项', 'd', 'rest', 'GZ20261123-0001', 1, '{}',"
    " 'v', '{}', '[]', '', '', '', '2026-11-23 01:00:00+00:00', 1)"
)
LOG = text(
    "INSERT INTO case_log (id, case_number, at, actor, act, after)"
    " VALUES (1, '261123000017', '2026-11-23 01:00:00+00:00', 'applicant', 'submit', 'submitted')"
)

HASH = "a35a48064f04d68ca2e32052cf840477fdae53948da6381761b9be1ff51fd847"
"""Of that entry, as step 0002 first wrote it; a step that is changed later would make other logs than it made before."""


@pytest.fixture(params=STORES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings with a database that has no tables yet."""
    settings = new_settings(request.param, tmp_path)
    yield settings
    dropped(settings)


async def _of_first_release(settings: Settings) -> AsyncEngine:
    await asyncio.to_thread(migrate, settings.url, FIRST)
    engine = connect(settings.url)
    async with engine.begin() as connection:
        await connection.execute(CASE)
        await connection.execute(LOG)
    return engine


async def _value(engine: AsyncEngine, query: str) -> object:
    async with engine.connect() as connection:
        return (await connection.execute(text(query))).scalar_one()


async def test_cases_and_their_log_are_kept(empty: Settings) -> None:
    engine = await _of_first_release(empty)
    await asyncio.to_thread(migrate, empty.url)
    assert await _value(engine, "SELECT item FROM cases WHERE number = '261123000017'") == "事项"
    assert await _value(engine, "SELECT act FROM case_log WHERE case_number = '261123000017'") == "submit"
    await engine.dispose()


async def test_the_log_gets_the_chain_that_is_checked_today(empty: Settings) -> None:
    engine = await _of_first_release(empty)
    await asyncio.to_thread(migrate, empty.url)
    assert await _value(engine, "SELECT hash FROM case_log") == HASH
    assert await _value(engine, "SELECT log_head FROM cases") == HASH
    await engine.dispose()
    database = Database(empty.url)
    result = await verify_logs(database)
    assert (result.cases, result.entries, result.broken) == (1, 1, {})
    await database.close()


async def test_a_step_that_fails_leaves_the_layout_of_before(empty: Settings) -> None:
    engine = await _of_first_release(empty)
    async with engine.begin() as connection:
        await connection.execute(
            text("CREATE TABLE refused_acts (id INTEGER)")
        )  # in the way of the second step
    with pytest.raises(StartupProblem):
        await asyncio.to_thread(migrate, empty.url)
    assert await _value(engine, "SELECT version_num FROM alembic_version") == FIRST
    assert await _value(engine, "SELECT count(*) FROM cases") == 1
    await engine.dispose()


STEPS = sorted((*CASES.folder.glob("m*.py"), *DIALOGUES.folder.glob("m*.py")))
NEEDED = {"alembic", "sqlalchemy", *sys.stdlib_module_names}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.parts[-3]}-{step.stem}")
def test_a_step_contains_what_it_needs(step: Path) -> None:
    """Nothing of this project: code that is changed later would change what an old step does."""
    imported = set()
    for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add("." if node.level else str(node.module).partition(".")[0])
    assert imported <= NEEDED
