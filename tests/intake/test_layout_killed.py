"""``kill -9`` in the middle of an upgrade: the next start completes it, and nothing is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from api.migrate import migrate
from api.platform.errors import StartupProblem
from api.platform.schema_migration import CASES, head_of, step_of
from api.platform.settings import Settings
from bot.database import DIALOGUES, synchronous
from intake.caselogs import verified
from intake.datafolder import DataFolder
from intake.layout import brought_up, dialogue_url
from intake.settings import Role
from tests.api.stores import STORES, dropped
from tests.old_folder import settings_of

MOST_STATEMENTS = 200
EVERY = 3
"""Statements from one place where an upgrade is killed to the next; each of them costs a process."""


@pytest.fixture(params=STORES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Tables of the step before the last two; the dialogues as the release before left them."""
    made = settings_of(request.param, tmp_path)
    migrate(made.url, "0008")
    yield made
    dropped(made)


def brought(settings: Settings) -> str:
    return brought_up(DataFolder(settings.data_dir), settings, Role.ALL)


def killed(settings: Settings, at: int) -> bool:
    """Upgrade in a process that is killed at that statement or commit; False where it came to its end before."""
    child = os.fork()
    if child == 0:
        try:
            at_statement(at, lambda: os.kill(os.getpid(), signal.SIGKILL))
            brought(settings)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def at_statement(number: int, then: Callable[[], object]) -> Callable[..., None]:
    """Do something after that many statements and commits of any database; returns what listens."""
    left = number

    def listener(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            then()

    for name in ("after_cursor_execute", "commit"):
        sa.event.listen(sa.Engine, name, listener)
    return listener


def kept(settings: Settings) -> dict[str, int]:
    """How many rows there are of what must not be lost."""
    counted = {}
    for url, names in (
        (settings.url, ("cases", "case_log", "intakes", "notices", "outbox", "resume_codes")),
        (dialogue_url(DataFolder(settings.data_dir), settings), ("dialogue", "web_exchange", "web_link")),
    ):
        engine = sa.create_engine(synchronous(url))
        with engine.connect() as connection:
            for name in names:
                counted[name] = connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one()
        engine.dispose()
    return counted


def steps(settings: Settings) -> tuple[str | None, str | None]:
    found = []
    for url, schema in (
        (settings.url, CASES),
        (dialogue_url(DataFolder(settings.data_dir), settings), DIALOGUES),
    ):
        engine = sa.create_engine(synchronous(url))
        with engine.connect() as connection:
            found.append(step_of(connection, schema))
        engine.dispose()
    return found[0], found[1]


def test_at_any_statement(old: Settings) -> None:
    before = kept(old)
    heads = (head_of(CASES), head_of(DIALOGUES))
    for statement in range(1, MOST_STATEMENTS, EVERY):
        died = killed(old, statement)
        assert kept(old) == before
        cases, dialogues = steps(old)
        assert cases in ("0008", heads[0]) and dialogues in (None, heads[1])
        if not died:
            break
    assert statement > 6
    assert steps(old) == heads
    assert brought(old) == ""
    result = verified(old)
    assert result.entries >= 3 and not result.broken


def test_a_connection_that_breaks(tmp_path: Path) -> None:
    old = settings_of("postgresql", tmp_path)
    migrate(old.url, "0008")
    before, server = kept(old), sa.create_engine(synchronous(old.url)).connect()
    others = sa.text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    listener = at_statement(8, lambda: server.exec_driver_sql(others.text))
    try:
        with pytest.raises(StartupProblem) as caught:
            brought(old)
    finally:
        for name in ("after_cursor_execute", "commit"):
            sa.event.remove(sa.Engine, name, listener)
        server.close()
    assert caught.value.code == "database_unreachable"
    assert steps(old) == ("0008", None) and kept(old) == before
    assert "已从第8步升级到" in brought(old)
    assert kept(old) == before
    dropped(old)
