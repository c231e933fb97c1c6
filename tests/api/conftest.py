"""A whole case system in this process: prepared once, copied for each test, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

import anyio
import pytest
from fastapi import FastAPI

from api.app import create_app, running
from api.platform.settings import Settings
from api.published import answer_library, catalogue_holder, elsewhere_register, matcher_files
from api.services import Services
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.matching import Matcher
from tests.api.applicant import Applicant, client_of
from tests.api.stores import STORES, copied, dropped, new_settings

Result = TypeVar("Result")

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=CENTRE_ZONE)


class MovableClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture(scope="session", autouse=True)
def _read_once(models: Path) -> Iterator[None]:
    """What every start of the service reads anew is read once: matchers, catalogue, answers.

    A catalogue with imports is searched in these alone.
    """
    patch = pytest.MonkeyPatch()
    filed = cache(lambda kind, version: matcher_files.filed(models, kind, version, _not_trained))
    patch.setattr(answer_library, "filed", lambda _, kind, version, train: filed(kind, version))
    patch.setattr(elsewhere_register, "filed", lambda _, kind, version, train: filed(kind, version))
    patch.setattr(elsewhere_register, "load_register", _last_result(elsewhere_register.load_register))
    patch.setattr(answer_library, "load_answers", _last_result(answer_library.load_answers))
    patch.setattr(catalogue_holder, "catalogue_of", _last_result(catalogue_holder.catalogue_of))

    def trained(catalogue: Catalogue, _: Path) -> Matcher:
        imported = {key: item for key, item in catalogue.items.items() if item.origin == "imported"}
        if imported:
            return Matcher.train(catalogue_holder.entries(replace(catalogue, items=imported, bundles={})))
        return filed("matcher", matcher_files.version_of(catalogue_holder.entries(catalogue)))

    patch.setattr(catalogue_holder, "trained", trained)
    yield
    patch.undo()


def _not_trained() -> Matcher:
    raise AssertionError("the matchers of what is shipped are trained before")


def _last_result(work: Callable[..., Result]) -> Callable[..., Result]:
    """The same work, not done again for what it was given last."""
    last: list[tuple[tuple[object, ...], Result]] = []

    def remembered(*given: object) -> Result:
        if not last or last[0][0] != given:
            last[:] = [(given, work(*given))]
        return last[0][1]

    return remembered


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What looks at the SQLite file is not asked of PostgreSQL."""
    kept = [item for item in items if not _elsewhere(item)]
    config.hook.pytest_deselected(items=[item for item in items if _elsewhere(item)])
    items[:] = kept


def _elsewhere(item: pytest.Item) -> bool:
    params = getattr(getattr(item, "callspec", None), "params", {})
    return params.get("store") == "postgresql" and item.get_closest_marker("only_sqlite") is not None


@pytest.fixture(scope="session", params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """Every test that needs a database runs on both."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def prepared(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A data folder and a database with tables and catalogue."""
    settings = new_settings(store, tmp_path_factory.mktemp("prepared"))

    async def prepare() -> None:
        async with running(create_app(settings)):
            pass

    anyio.run(prepare)
    yield settings
    dropped(settings)


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
async def app(settings: Settings, clock: MovableClock, calendar: WorkCalendar) -> AsyncIterator[FastAPI]:
    """The running case system."""
    async with running(create_app(settings, clock=clock, calendar=calendar)) as app:
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
