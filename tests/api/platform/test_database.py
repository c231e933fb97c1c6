"""Units of work: committed whole, run again where another writer was first, and never half."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, inspect, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseLogRow, CaseRow, SubmissionKeyRow
from api.intakes.models import IntakeRow
from api.migrate import migrate
from api.notices.models import NoticeRow
from api.platform.counters import CounterRow
from api.platform.database import Database, connect
from api.platform.errors import Busy
from api.platform.settings import Settings
from api.services import Services
from api.tables import metadata
from tests.api.applicant import Applicant
from tests.api.stores import only_sqlite

pytestmark = pytest.mark.anyio


class TestLayout:
    async def test_up_makes_what_the_tables_say_and_down_leaves_nothing(self, settings: Settings) -> None:
        url = settings.url
        await asyncio.to_thread(migrate, url)
        engine = connect(url)
        async with engine.connect() as connection:
            made = await connection.run_sync(_columns)
        assert made == {
            table.name: {column.name for column in table.columns} for table in metadata.sorted_tables
        }
        await asyncio.to_thread(migrate, url, "base")
        async with engine.connect() as connection:
            assert await connection.run_sync(_columns) == {}
        await engine.dispose()

    async def test_up_again_changes_nothing(self, services: Services) -> None:
        await asyncio.to_thread(migrate, services.settings.url)

    @only_sqlite
    async def test_sqlite_is_set_up_for_many_readers_and_a_writer(self, services: Services) -> None:
        async with services.database.engine.connect() as connection:
            found = [
                (await connection.execute(text(f"PRAGMA {name}"))).scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            ]
        assert found == ["wal", 1, 1]


class TestTransact:
    async def test_a_change_of_an_older_version_is_run_again(
        self, applicant: Applicant, services: Services
    ) -> None:
        await applicant.begin()
        runs = 0

        async def work(session: AsyncSession) -> None:
            nonlocal runs
            runs += 1
            row = await session.get_one(IntakeRow, applicant.id)
            if runs == 1:
                await _write_beside(services, "UPDATE intakes SET row_version = row_version + 1")
            row.place = "hexi"

        await services.database.transact(work)
        assert runs == 2
        assert (await applicant.look())["place"]["id"] == "hexi"

    @only_sqlite
    async def test_another_process_that_holds_the_lock_is_waited_for(
        self, applicant: Applicant, services: Services
    ) -> None:
        await applicant.begin()
        beside = sqlite3.connect(services.settings.data_dir / "intake.db", isolation_level=None)
        beside.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(0.2, beside.execute, "COMMIT")
        await services.database.transact(
            lambda session: session.execute(update(IntakeRow).values(place="hexi"))
        )
        beside.close()

    async def test_gives_up_with_an_honest_sentence(self, applicant: Applicant, services: Services) -> None:
        await applicant.begin()

        async def work(session: AsyncSession) -> None:
            row = await session.get_one(IntakeRow, applicant.id)
            await _write_beside(services, "UPDATE intakes SET row_version = row_version + 1")
            row.place = "hexi"

        with pytest.raises(Busy) as caught:
            await services.database.transact(work)
        assert "还没有存上" in caught.value.detail


class TestAllOrNothing:
    async def test_a_fault_at_every_statement_of_a_submission(
        self, applicant: Applicant, services: Services
    ) -> None:
        """Killed at each write step: the whole case or none of it, and the applicant can simply send it again."""
        await applicant.prepare()
        left = -1

        def fail(*_: Any) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise OSError("power cut")

        engine = services.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", fail)
        event.listen(engine, "commit", fail)
        try:
            statements = 0
            while True:
                statements += 1
                left = statements
                response = await applicant.submit()
                left = -1
                if response.status_code == 200:
                    break
                assert response.status_code == 500
                for table in (CaseRow, CaseLogRow, NoticeRow, SubmissionKeyRow):
                    assert await _count(services, table) == 0
                assert (await applicant.look())["state"] == "open"
        finally:
            event.remove(engine, "before_cursor_execute", fail)
            event.remove(engine, "commit", fail)
        assert statements > 6
        assert await _count(services, CaseRow) == 1
        counted = await services.database.read(lambda session: session.scalars(select(CounterRow.last)))
        if services.database.is_sqlite:
            assert set(counted.all()) == {1}
        else:  # numbers of what was broken off are skipped
            assert min(counted.all()) >= 1


@only_sqlite
class TestDriver:
    async def test_rows_counts_and_faults_come_through(self, tmp_path: Path) -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
        async with database.engine.begin() as connection:
            await connection.execute(text("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)"))
            await connection.execute(text("INSERT INTO t (b) VALUES (:b)"), [{"b": "一"}, {"b": "二"}])
            changed = await connection.execute(text("UPDATE t SET b = 'x' WHERE a = 2"))
            assert changed.rowcount == 1
            assert (await connection.execute(text("SELECT b FROM t ORDER BY a"))).scalars().all() == [
                "一",
                "x",
            ]
        with pytest.raises(Exception, match="UNIQUE"):
            async with database.engine.begin() as connection:
                await connection.execute(text("INSERT INTO t (a) VALUES (3)"))
                await connection.execute(text("INSERT INTO t (a) VALUES (1)"))
        async with database.engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM t"))).scalar() == 2
        await database.close()

    async def test_turns_go_on_while_a_statement_waits_for_another_process(self, tmp_path: Path) -> None:
        database = await _with_table(tmp_path)
        beside = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        beside.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(database.transact(lambda session: session.execute(_ADD)))
        for _ in range(3):
            await asyncio.sleep(0.02)
            assert await database.read(lambda session: session.scalar(_COUNT)) == 0
        assert not writing.done()
        beside.execute("COMMIT")
        await writing
        assert await database.read(lambda session: session.scalar(_COUNT)) == 1
        beside.close()
        await database.close()

    async def test_turns_go_on_while_a_query_takes_long(self, tmp_path: Path) -> None:
        database = await _with_table(tmp_path)
        steps = 3_000_000  # far longer than opening the connection of the short one, also on a busy machine
        endless = text(
            f"SELECT max(n) FROM (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT {steps}) SELECT n FROM r)"
        )
        finished: list[str] = []

        async def long() -> None:
            assert await database.read(lambda session: session.scalar(endless)) == steps
            finished.append("long")

        async def short() -> None:
            await database.read(lambda session: session.scalar(_COUNT))
            finished.append("short")

        await asyncio.gather(long(), short())
        assert finished == ["short", "long"]
        await database.close()

    async def test_a_long_change_is_not_broken_off(self, tmp_path: Path) -> None:
        database = await _with_table(tmp_path)
        many = text(
            "INSERT INTO t (a) WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 50000) SELECT n FROM r"
        )
        await database.transact(lambda session: session.execute(many))
        assert await database.read(lambda session: session.scalar(_COUNT)) == 50_000
        await database.close()

    async def test_a_cancelled_change_is_not_in_the_next_ones_transaction(self, tmp_path: Path) -> None:
        database = await _with_table(tmp_path)
        beside = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        beside.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(database.transact(lambda session: session.execute(_ADD)))
        await asyncio.sleep(0.02)
        writing.cancel()
        asyncio.get_running_loop().call_later(0.05, beside.execute, "COMMIT")
        with pytest.raises(asyncio.CancelledError):
            await writing
        await database.transact(lambda session: session.execute(text("INSERT INTO t (a) VALUES (70)")))
        found = await database.read(lambda session: session.scalars(text("SELECT a FROM t")))
        assert found.all() == [70]
        beside.close()
        await database.close()

    async def test_values_never_show_in_faults(self, services: Services) -> None:
        with pytest.raises(Exception) as caught:
            await services.database.transact(
                lambda session: session.execute(
                    text("INSERT INTO no_such_table VALUES (:v)"), {"v": "310101"}
                )
            )
        assert "310101" not in str(caught.value)


_ADD = text("INSERT INTO t (a) VALUES (7)")
_COUNT = text("SELECT count(*) FROM t")


async def _with_table(folder: Path) -> Database:
    database = Database(f"sqlite+aiosqlite:///{folder / 'x.db'}")
    async with database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE t (a INTEGER PRIMARY KEY)"))
    return database


def _columns(connection: Any) -> dict[str, set[str]]:
    inspector = inspect(connection)
    names = [name for name in inspector.get_table_names() if name != "alembic_version"]
    return {name: {column["name"] for column in inspector.get_columns(name)} for name in names}


async def _write_beside(services: Services, sql: str) -> None:
    """Another process writes."""
    engine = connect(services.settings.url)
    async with engine.begin() as connection:
        await connection.execute(text(sql))
    await engine.dispose()


async def _count(services: Services, table: type) -> int:
    found = await services.database.read(
        lambda session: session.scalar(select(func.count()).select_from(table))
    )
    return found or 0
