"""A small trained assistant, for tests of the engine and of what it stands on, and the shipped one as Rasa itself trains it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.training import train
from tests.alone import alone
from tests.bot.fixtures import assistant
from tests.bot.rasa_project import MODEL, copied, rasa
from tests.bot.tables import with_tables

PROJECT = Path(__file__).parent / "fixtures" / "project"


@pytest.fixture(scope="session")
def fixture_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model of the small assistant in `fixtures/`."""
    return train(PROJECT, tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def trained_project(shared_folder: Path) -> Path:
    """The shipped project with a model made by `rasa train`, which one process of a run makes; tests work in copies."""
    folder = shared_folder / "rasa-project"
    with alone(shared_folder):
        if not (folder / "models" / f"{MODEL}.tar.gz").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            rasa(copied(folder), "train", "--fixed-model-name", MODEL)
    return folder


@pytest.fixture
def project(trained_project: Path, tmp_path: Path) -> Path:
    """A trained project to work in."""
    return shutil.copytree(trained_project, tmp_path / "project")


@pytest.fixture
async def engine(fixture_model: Path, tmp_path: Path) -> AsyncIterator[Engine]:
    """An engine with the small assistant and an empty store."""
    url = with_tables(f"sqlite:///{tmp_path}/dialogues.db")
    loaded = await Engine.load(fixture_model, url, assistant.executor())
    yield loaded
    loaded.close()
