"""A small trained assistant, for tests of the engine and of what it stands on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.training import train
from tests.bot.fixtures import assistant
from tests.bot.tables import with_tables

PROJECT = Path(__file__).parent / "fixtures" / "project"


@pytest.fixture(scope="session")
def fixture_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model of the small assistant in `fixtures/`."""
    return train(PROJECT, tmp_path_factory.mktemp("models"))


@pytest.fixture
async def engine(fixture_model: Path, tmp_path: Path) -> AsyncIterator[Engine]:
    """An engine with the small assistant and an empty store."""
    url = with_tables(f"sqlite:///{tmp_path}/dialogues.db")
    loaded = await Engine.load(fixture_model, url, assistant.executor())
    yield loaded
    loaded.close()
