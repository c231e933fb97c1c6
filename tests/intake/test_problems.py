"""Whatever goes wrong ends as a sentence."""

from __future__ import annotations

from importlib import import_module

import pytest
import typer

from api.platform.errors import StartupProblem
from intake import logs, problems
from intake.problems import MISUSED, STOPPED, Problem, guarded
from knowledge.matching import MatcherError
from tests.intake.conftest import Intake


def raising(error: BaseException) -> int:
    def command() -> None:
        raise error

    return guarded(command)


class TestGuarded:
    def test_a_foreseen_problem_is_its_own_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert raising(Problem("端口被占用。")) == 1
        assert capsys.readouterr().err == "端口被占用。\n"

    def test_a_problem_of_the_api_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert raising(StartupProblem("disk_full", "磁盘已满。")) == 1
        assert capsys.readouterr().err == "磁盘已满。\n"

    def test_several_faults_are_said_once_each(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert raising(MatcherError(["第1个事项重复", "第2个事项没有名称"])) == 1
        assert capsys.readouterr().err == "第1个事项重复\n第2个事项没有名称\n"

    def test_an_unforeseen_one_names_the_log_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(logs, "_folder", [tmp_path])
        assert raising(KeyError("x")) == 1
        said = capsys.readouterr().err
        assert str(logs.file()) in said
        assert "Traceback" not in said
        assert "KeyError" in logs.file().read_text(encoding="utf-8")

    def test_the_trace_shows_on_request(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INTAKE_DEBUG", "1")
        raising(Problem("端口被占用。"))
        assert "Traceback" in capsys.readouterr().err

    def test_codes_of_endings(self) -> None:
        assert raising(typer.Exit(3)) == 3
        assert raising(SystemExit(0)) == 0
        assert raising(KeyboardInterrupt()) == STOPPED
        assert guarded(lambda: None) == 0


class TestMisuse:
    def test_an_unknown_command(self, intake: Intake) -> None:
        outcome = intake("nonsense")
        assert outcome.code == MISUSED
        assert "用法见" in outcome.err

    def test_an_unknown_option(self, intake: Intake) -> None:
        outcome = intake("serve", "--nonsense")
        assert outcome.code == MISUSED
        assert "没有这个选项" in outcome.err


class TestForeseen:
    @pytest.mark.parametrize("name", sorted(problems._FORESEEN))
    def test_each_name_is_where_its_class_is_made(self, name: str) -> None:
        module, _, kind = name.rpartition(".")
        found = getattr(import_module(module), kind)
        assert f"{found.__module__}.{found.__qualname__}" == name
