"""A case system that delivers only when the test says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.platform.settings import Settings
from tests.api.stores import copied, dropped


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    own = copied(prepared, tmp_path / "data").model_copy(update={"outbox_poll_s": 0.0})
    yield own
    dropped(own)
