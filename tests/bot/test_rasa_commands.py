"""The folder bot/ is a normal Rasa project: Rasa's own commands work in it, without TensorFlow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.rasa_project import MODEL, SHIPPED, rasa

pytestmark = pytest.mark.slow


class TestCommands:
    def test_train(self, project: Path) -> None:
        assert (project / "models" / f"{MODEL}.tar.gz").is_file()

    def test_train_leaves_the_configuration_as_it_is(self, project: Path) -> None:
        assert (project / "config.yml").read_bytes() == (SHIPPED / "config.yml").read_bytes()

    def test_data_validate(self, project: Path) -> None:
        rasa(project, "data", "validate")

    def test_test_nlu(self, project: Path) -> None:
        rasa(project, "test", "nlu", "--nlu", "data/nlu/control.yml", "--no-plot")
        assert (project / "results" / "intent_report.json").is_file()

    def test_shell_nlu(self, project: Path) -> None:
        assert '"name": "greet"' in rasa(project, "shell", "nlu", typed="您好\n/stop\n")
