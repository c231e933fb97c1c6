"""All tables of an installation come to the layouts of this release by their steps, and the operator reads what was done."""

from __future__ import annotations

import runpy
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from api.migrate import migrate
from api.platform import sqlite_driver
from api.platform.errors import StartupProblem
from api.platform.schema_migration import CASES, Move, Schema, head_of
from api.platform.settings import Settings
from api.tables import metadata as cases
from bot.database import DIALOGUES, synchronous
from bot.database import metadata as dialogues
from intake.checkup import layout as checked
from intake.datafolder import DataFolder
from intake.layout import brought_up, dialogue_url, layouts, nth
from intake.settings import Role
from tests.api.stores import STORES, dropped, new_settings
from tests.old_folder import settings_of

SCHEMAS = pytest.mark.parametrize("schema", [CASES, DIALOGUES], ids=["cases", "dialogues"])

CASES_HEAD, DIALOGUES_HEAD = nth(head_of(CASES)), nth(head_of(DIALOGUES))
TAKEN_OVER = f"旧版本的3段对话、网页上的11句话已一并纳入升级（对话记录{DIALOGUES_HEAD}）。"


@pytest.fixture(params=STORES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """A new installation."""
    made = new_settings(request.param, tmp_path)
    yield made
    dropped(made)


@pytest.fixture(params=STORES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """An installation of the release before the dialogue's steps."""
    made = settings_of(request.param, tmp_path)
    yield made
    dropped(made)


def brought(settings: Settings, role: Role = Role.ALL) -> str:
    return brought_up(DataFolder(settings.data_dir), settings, role)


def finding(settings: Settings) -> tuple[str, str]:
    found = checked(DataFolder(settings.data_dir), settings)
    return found.state, found.says


def url_of(settings: Settings, schema: Schema) -> str:
    return next(
        one.url for one in layouts(DataFolder(settings.data_dir), settings, Role.ALL) if one.schema == schema
    )


def tables(url: str) -> set[str]:
    engine = sa.create_engine(synchronous(url))
    with engine.connect() as connection:
        return set(sa.inspect(connection).get_table_names())


class TestNew:
    @pytest.mark.parametrize(
        ("schema", "metadata"), [(CASES, cases), (DIALOGUES, dialogues)], ids=["cases", "dialogues"]
    )
    def test_the_steps_make_what_the_tables_say(
        self, settings: Settings, schema: Schema, metadata: sa.MetaData
    ) -> None:
        """Columns, their types, what may be null, indexes and unique keys."""
        migrate(url := url_of(settings, schema), schema=schema)
        engine = sa.create_engine(synchronous(url))
        with engine.connect() as connection:
            options = {"version_table": schema.version_table}
            assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []

    def test_is_said_once(self, settings: Settings) -> None:
        assert brought(settings) == f"数据库已建好（{CASES_HEAD}），对话记录已建好（{DIALOGUES_HEAD}）。"
        assert brought(settings) == ""
        assert finding(settings) == ("ok", f"已是最新：数据库{CASES_HEAD}，对话记录{DIALOGUES_HEAD}。")

    @pytest.mark.parametrize(("role", "there"), [(Role.API, "cases"), (Role.BOT, "dialogue")])
    def test_a_process_makes_what_it_works_with(self, settings: Settings, role: Role, there: str) -> None:
        brought(settings, role)
        urls = {settings.url, dialogue_url(DataFolder(settings.data_dir), settings)}
        assert {"cases", "dialogue"} & set.union(*map(tables, urls)) == {there}


class TestOld:
    def test_what_the_dialogues_hold_is_taken_over_and_counted(self, old: Settings) -> None:
        assert finding(old)[0] == "warn"
        assert TAKEN_OVER in brought(old)
        assert finding(old)[0] == "ok"

    def test_a_step_up_is_said_with_its_numbers(self, settings: Settings) -> None:
        migrate(settings.url, "0009")
        brought(settings, Role.BOT)
        assert finding(settings) == (
            "warn",
            f"数据库在第9步，最新是{CASES_HEAD}。运行 intake serve 时会自动升级，数据都在。",
        )
        assert brought(settings) == f"数据库已从第9步升级到{CASES_HEAD}。"


def step_before(schema: Schema, step: str) -> str:
    """The step that a step stands on; their numbers need not follow one another."""
    (file,) = schema.folder.glob(f"m{step}_*.py")
    before: str | None = runpy.run_path(str(file))["down_revision"]
    return before or "base"


class TestBack:
    @SCHEMAS
    def test_one_step_and_up_again(self, old: Settings, schema: Schema) -> None:
        brought(old)
        url, head = url_of(old, schema), head_of(schema)
        before = step_before(schema, head)
        assert migrate(url, before, schema) == Move(head, None if before == "base" else before)
        assert migrate(url, schema=schema).after == head

    def test_the_release_before_finds_its_dialogues(self, old: Settings) -> None:
        brought(old)
        url = url_of(old, DIALOGUES)
        migrate(url, "base", DIALOGUES)
        assert tables(url) >= {"dialogue", "web_exchange", "web_link"}
        assert TAKEN_OVER in brought(old)

    @SCHEMAS
    def test_a_database_of_a_later_release_is_left_alone(self, old: Settings, schema: Schema) -> None:
        brought(old)
        engine = sa.create_engine(synchronous(url_of(old, schema)))
        with engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE {schema.version_table} SET version_num = '0999'"))
        with pytest.raises(StartupProblem) as caught:
            brought(old)
        assert caught.value.code == "database_newer" and "第999步" in caught.value.detail
        assert finding(old)[0] == "fail"


class TestInTheWay:
    def test_somebody_who_writes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sqlite_driver, "PATIENCE_MS", 50)
        old = settings_of("sqlite", tmp_path)
        writer = sqlite3.connect(tmp_path / "dialogues.db", isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StartupProblem) as caught:
            brought(old)
        assert caught.value.code == "database_in_use"
        writer.execute("COMMIT")
        assert TAKEN_OVER in brought(old)
        writer.close()

    def test_damaged_dialogues_are_named(self, tmp_path: Path) -> None:
        (tmp_path / "dialogues.db").write_bytes(
            b"this is no database, but it is long enough to look at" * 100
        )
        with pytest.raises(StartupProblem) as caught:
            brought(Settings(data_dir=tmp_path))
        assert caught.value.code == "database_damaged" and "dialogues.db" in caught.value.detail
