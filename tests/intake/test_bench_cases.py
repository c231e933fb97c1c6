"""``intake bench cases`` on a small store: the figures are there, and the cases are what the rules would have written."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from api.cases.chain_check import verify_logs
from api.platform.database import Database
from api.platform.settings import Settings
from intake.bench.cases.run import run
from intake.problems import Problem
from tests.readonce import ReadOnce

pytestmark = pytest.mark.slow  # a benchmark run whole; what it measures is tested where it is built


@pytest.fixture
def folder(models: Path, tmp_path: Path) -> Path:
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    return tmp_path


class TestRun:
    def test_prints_its_figures_and_leaves_whole_chains(self, folder: Path, read_once: ReadOnce) -> None:
        figures = run(100, folder=folder, loading=read_once.loading)
        assert {"status_p95_ms", "queue_p95_ms", "sweep_s", "submits_per_s"} <= figures.keys()
        assert figures["cases"] == 100 and figures["log_rows"] > 900
        assert figures["sweep"]["swept"] >= 10
        database = Database(Settings(data_dir=folder).url)
        verified = asyncio.run(verify_logs(database))
        assert verified.cases == 200 and verified.broken == {}

    def test_leaves_a_store_alone_that_is_not_its_own(self, folder: Path, read_once: ReadOnce) -> None:
        run(100, folder=folder, only_fill=True, loading=read_once.loading)
        with pytest.raises(Problem, match="已经有100个办件"):
            run(200, folder=folder, loading=read_once.loading)
