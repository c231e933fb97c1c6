"""A whole case system in this process: prepared once, copied for each test, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path

import anyio
import pytest
from fastapi import FastAPI
from pwdlib.hashers.argon2 import Argon2Hasher

from api.app import create_app, running
from api.platform.password_hashing import PasswordHasher
from api.platform.settings import Settings
from api.services import Services
from knowledge.calendar.working_days import WorkCalendar
from tests.api.applicant import Applicant, client_of
from tests.api.stores import STORES, copied, dropped, new_settings
from tests.clocks import MONDAY
from tests.readonce import ReadOnce

__all__ = ["MONDAY", "MovableClock", "OpenApp"]

Installations = Callable[[str], Settings]
"""The prepared case system on a kind of store."""

OpenApp = Callable[[Settings], AbstractAsyncContextManager[FastAPI]]


class MovableClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What looks at the SQLite file, and what no database can change, is not asked of PostgreSQL."""
    matrix = config.getoption("databases") == "all"
    left_out = {item for item in items if _on_postgresql(item) and not _is_asked(item, matrix)}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


def _on_postgresql(item: pytest.Item) -> bool:
    return getattr(getattr(item, "callspec", None), "params", {}).get("store") == "postgresql"


def _is_asked(item: pytest.Item, matrix: bool) -> bool:
    return not item.get_closest_marker("only_sqlite") and (
        matrix or not item.get_closest_marker("any_database")
    )


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """What rests on a database runs on both; what is marked ``any_database`` only where ``--databases=all`` is asked for."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def installations(read_once: ReadOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installations]:
    """For each kind of store a data folder and a database with tables and catalogue, made when it is first asked for."""
    made: dict[str, Settings] = {}

    async def prepare(settings: Settings) -> None:
        async with running(create_app(settings, loading=read_once.reading)):
            pass

    def installation(store: str) -> Settings:
        if store not in made:
            settings = new_settings(store, tmp_path_factory.mktemp("prepared"))
            anyio.run(prepare, settings)
            made[store] = settings
        return made[store]

    yield installation
    for settings in made.values():
        dropped(settings)


@pytest.fixture
def prepared(store: str, installations: Installations) -> Settings:
    """A data folder and a database with tables and catalogue; tests take copies of it."""
    return installations(store)


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a case system of the test's own."""
    own = copied(prepared, tmp_path / "data")
    yield own
    dropped(own)


@pytest.fixture
def calendar() -> WorkCalendar:
    """The published working days."""
    return WorkCalendar()


@pytest.fixture
def open_app(clock: MovableClock, calendar: WorkCalendar, read_once: ReadOnce) -> OpenApp:
    """Opens a case system with the test's clock and what was read before."""

    def opened(settings: Settings) -> AbstractAsyncContextManager[FastAPI]:
        return running(create_app(settings, clock=clock, calendar=calendar, loading=read_once.loading))

    return opened


_CHEAP = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
_NOBODYS = _CHEAP.hash("nobody's")


@pytest.fixture
async def app(settings: Settings, open_app: OpenApp) -> AsyncIterator[FastAPI]:
    """The running case system, in which a password costs little: what it costs has tests of its own."""
    async with open_app(settings) as app:
        app.state.services.passwords = PasswordHasher(_CHEAP, _NOBODYS)
        yield app


@pytest.fixture
def services(app: FastAPI) -> Services:
    found: Services = app.state.services
    return found


@pytest.fixture
async def applicant(app: FastAPI) -> AsyncIterator[Applicant]:
    """An applicant in a conversation of her own."""
    async with client_of(app) as client:
        yield Applicant(client, "one")


@pytest.fixture
async def stranger(app: FastAPI) -> AsyncIterator[Applicant]:
    """Somebody else, in another conversation."""
    async with client_of(app) as client:
        yield Applicant(client, "another")
