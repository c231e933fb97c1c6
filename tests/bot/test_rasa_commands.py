"""The folder bot/ is a normal Rasa project: Rasa's own commands work in it, without TensorFlow."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHIPPED = Path(__file__).parents[2] / "bot"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's files, with a model trained by `rasa train`."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("config.yml", "domain.yml", "endpoints.yml"):
        shutil.copy(SHIPPED / name, folder)
    shutil.copytree(SHIPPED / "data", folder / "data")
    rasa(folder, "train", "--fixed-model-name", "dialogue")
    return folder


def rasa(folder: Path, *arguments: str, typed: str = "") -> str:
    """Run a command of Rasa's in a folder and return what it prints; a non-zero exit code fails the test."""
    ended = subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=folder,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(SHIPPED.parent)},
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout


class TestCommands:
    def test_train(self, project: Path) -> None:
        assert (project / "models" / "dialogue.tar.gz").is_file()

    def test_train_leaves_the_configuration_as_it_is(self, project: Path) -> None:
        assert (project / "config.yml").read_bytes() == (SHIPPED / "config.yml").read_bytes()

    def test_data_validate(self, project: Path) -> None:
        rasa(project, "data", "validate")

    def test_test_nlu(self, project: Path) -> None:
        rasa(project, "test", "nlu", "--nlu", "data/nlu/control.yml", "--no-plot")
        assert (project / "results" / "intent_report.json").is_file()

    def test_shell_nlu(self, project: Path) -> None:
        assert '"name": "greet"' in rasa(project, "shell", "nlu", typed="您好\n/stop\n")
