"""A whole case system in this process: prepared once, copied for each test, with a clock that the test moves."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI

from api.app import create_app, running
from api.catalogue import holder
from api.clock import CENTRE_ZONE
from api.services import Services
from api.settings import Settings
from knowledge.affair import Catalogue
from knowledge.deadline import WorkCalendar
from knowledge.matching import Matcher
from tests.api.applicant import Applicant, client_of

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
def _train_once() -> Iterator[None]:
    """A matcher is trained or read once a catalogue, not once a test."""
    known: dict[str, Matcher] = {}
    train = holder.trained

    def trained(catalogue: Catalogue, models: Path) -> Matcher:
        if catalogue.version not in known:
            known[catalogue.version] = train(catalogue, models)
        return known[catalogue.version]

    holder.trained = trained
    yield
    holder.trained = train


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with tables, catalogue and trained matcher."""
    import anyio

    folder = tmp_path_factory.mktemp("prepared")

    async def prepare() -> None:
        async with running(create_app(Settings(data_dir=folder))):
            pass

    anyio.run(prepare)
    return folder


@pytest.fixture
def settings(prepared: Path, tmp_path: Path) -> Settings:
    """Settings of a case system of the test's own."""
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    return Settings(data_dir=folder)


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
