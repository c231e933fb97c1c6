"""A whole site in this process, prepared once for all journeys; each test talks as its own applicants."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from api.platform.clock import Clock
from api.platform.clock_guard import ClockGuard
from intake.datafolder import DataFolder, open_folder
from intake.prepare import api_settings, prepare
from intake.settings import Role, SiteSettings
from intake.site import Site
from tests.alone import alone
from tests.clocks import MONDAY, beginning
from tests.journeys.talking import Talk
from tests.readonce import ReadOnce

_clock = beginning(MONDAY)
_senders = (f"applicant-{number}" for number in itertools.count(1))


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the site, with database, dialogues, models and logs."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def installed(data_folder: Path, models: Path) -> Iterator[tuple[DataFolder, Path]]:
    """The data folder made ready to serve, and its dialogue model; models trained by an earlier test are used again."""
    (data_folder / "models").symlink_to(models, target_is_directory=True)
    folder = open_folder(data_folder)
    with alone(models):  # the dialogue is trained by the first process
        model = prepare(folder, api_settings(folder), Role.ALL)
    assert model is not None
    yield folder, model


@pytest.fixture(scope="module")
def clock() -> Clock:
    """The clock of the site; a file of tests that needs another day has its own."""
    return _clock


@pytest.fixture(scope="class")
async def site(installed: tuple[DataFolder, Path], clock: Clock, read_once: ReadOnce) -> AsyncIterator[Site]:
    """The opened site; the tests of a class talk to the same one, as a day's applicants do."""
    folder, model = installed
    ClockGuard(folder.root).confirm(clock())  # the sites of this folder stand on different days
    site = Site(
        folder, api_settings(folder), SiteSettings(), model=model, clock=clock, loading=read_once.loading
    )
    async with site.opened():
        yield site


@pytest.fixture(scope="class")
async def http(site: Site) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the opened site."""
    transport = httpx.ASGITransport(app=site)
    async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
        yield client


@pytest.fixture
def talk(http: httpx.AsyncClient) -> Talk:
    """An applicant whom the site has not met."""
    return Talk(http, next(_senders))


@pytest.fixture
def other(http: httpx.AsyncClient) -> Talk:
    """A second conversation, as from another channel."""
    return Talk(http, next(_senders))
