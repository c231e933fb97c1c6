"""What every test shares: the event loop of anyio tests, and data that may be absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from api.published.answer_library import Library
from api.published.catalogue_holder import trained
from api.published.elsewhere_register import shipped_matters
from api.published.matcher_files import Models
from api.published.option_reader import option_reader
from tests.alone import alone
from tests.kept_models import kept_models
from tests.readonce import ReadOnce
from tests.shipped import shipped_catalogue

# The services and commands that tests start keep what they compile: without it each reads some 2,500 files anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How long an example takes says more of the machine than of the code.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")

BENCH = Path(__file__).parents[2] / "shared" / "bench"
"""Data for measuring; it stands beside the project and is no part of it."""


MOST_PROCESSES = 4


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--databases",
        choices=("sensible", "all"),
        default="sensible",
        help="all: run also those of the api's tests on PostgreSQL that no database can change",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """No second process for a single file: starting it costs more than it spares."""
    named = [Path(argument.split("::")[0]) for argument in config.args]
    if len(named) == 1 and named[0].is_file():
        return 0
    return min(os.cpu_count() or 1, MOST_PROCESSES)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def models() -> Path:
    """A folder with the trained matchers of what is shipped; it outlives the run and the checkout."""
    folder, catalogue = kept_models(), shipped_catalogue()
    kept = Models(folder)
    learned = (trained, Library.shipped, option_reader, shipped_matters)
    # Every other process begins from the end, so that two learn at the same time and nothing is learned twice.
    in_turn = learned if _number_of_this_process() % 2 == 0 else learned[::-1]
    for learn in in_turn:
        lock = folder / f"lock-{learn.__name__}"
        lock.mkdir(exist_ok=True)
        with alone(lock):
            learn(catalogue, kept)
    return folder


def _number_of_this_process() -> int:
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


@pytest.fixture(scope="session")
def read_once(models: Path) -> ReadOnce:
    """Ways to start the service that read what is shipped once in this process."""
    return ReadOnce(models)


@pytest.fixture(scope="session")
def guangzhou() -> bytes:
    """The published records of a real platform, where the machine has them."""
    path = BENCH / "catalogue-guangzhou" / "items.jsonl"
    if not path.is_file():
        pytest.skip("没有真实平台的事项数据（shared/bench/catalogue-guangzhou），跳过")
    return path.read_bytes()
