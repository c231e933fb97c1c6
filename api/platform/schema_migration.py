"""How a database comes to the layout of this release: by steps (Alembic revisions), all of them or none."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

_ENVIRONMENT = Path(__file__).parents[1] / "migrations"

_ALONE = threading.Lock()
"""Alembic keeps what it works on in its module: one thread at a time."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Tables that steps make, one step after the other.

    Attributes:
        folder: Has one file a step.
        version_table: Where a database keeps the step it is at; schemas that share a database have one each.
    """

    folder: Path
    version_table: str


@dataclass(frozen=True, slots=True)
class Move:
    """From which step a database came to which; None is a database without any."""

    before: str | None
    after: str | None


class UnknownStep(Exception):
    """The database is at a step that this release does not have: a later release has used it."""

    def __init__(self, step: str, head: str) -> None:
        super().__init__(step)
        self.step = step
        self.head = head


CASES = Schema(_ENVIRONMENT / "versions", "alembic_version")
"""The tables of the case system."""


def head_of(schema: Schema) -> str:
    """The last step of a schema."""
    return _steps(_config(schema))[0]


def step_of(connection: Connection, schema: Schema) -> str | None:
    """The step that a database is at."""
    options = {"version_table": schema.version_table}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def move(connection: Connection, schema: Schema, to: str = "head") -> Move:
    """Take all steps up or down to ``to`` in the connection's transaction, which the caller commits.

    Others who would do the same wait.

    Args:
        to: A step, ``head`` or ``base``.

    Raises:
        UnknownStep: A later release has used the database.
    """
    with _ALONE:
        _wait_for_others(connection)
        return _moved(connection, schema, to)


def _moved(connection: Connection, schema: Schema, to: str) -> Move:
    config = _config(schema)
    config.attributes["connection"] = connection
    config.attributes["version_table"] = schema.version_table
    steps, before = _steps(config), step_of(connection, schema)
    if before is not None and before not in steps:
        raise UnknownStep(before, steps[0])
    if _is_below(to, before, steps):
        command.downgrade(config, to)
    else:
        command.upgrade(config, to)
    return Move(before, step_of(connection, schema))


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":  # else every change of a table would be a transaction of its own
        connection.execute(text("BEGIN IMMEDIATE"))
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('intake/steps'))"))


def _config(schema: Schema) -> Config:
    config = Config()
    for name, value in (
        ("script_location", str(_ENVIRONMENT)),
        ("version_locations", str(schema.folder)),
        ("path_separator", "newline"),
    ):
        config.set_main_option(name, value.replace("%", "%%"))
    return config


def _steps(config: Config) -> list[str]:
    """All steps, the last one first."""
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def _is_below(to: str, before: str | None, steps: list[str]) -> bool:
    if to == "base":
        return True
    return before is not None and to in steps and steps.index(to) > steps.index(before)
