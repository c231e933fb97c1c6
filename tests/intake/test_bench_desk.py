"""``intake bench desk`` on a small store: the figures are there, and every desk has seen every submission."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.bench.desk.run import run
from tests.readonce import ReadOnce

pytestmark = pytest.mark.slow  # a benchmark run whole; what it measures is tested where it is built


@pytest.fixture
def folder(models: Path, tmp_path: Path) -> Path:
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    return tmp_path


def test_prints_its_figures(folder: Path, read_once: ReadOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.bench.desk.run.SUBMISSIONS", 2)
    monkeypatch.setattr("intake.bench.desk.run.TIMES", 10)
    figures = run(100, 4, folder=folder, loading=read_once.loading)
    assert {"queue_ms", "page_ms", "appear_ms", "desks"} <= figures.keys()
    assert figures["desks"] == 4 and figures["cases"] == 100
    assert figures["slowest_queue"] in figures["queues_p95_ms"]
