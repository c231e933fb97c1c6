"""When a model is trained, and when the one that is there will do."""

from __future__ import annotations

import os
import shutil
import tarfile
from pathlib import Path

import pytest

from bot import training
from bot.training import TrainingFailed, fingerprint, is_stale, train
from tests.bot.conftest import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT, tmp_path / "project"))


class TestTrain:
    def test_says_each_step_and_leaves_one_model(self, project: Path, tmp_path: Path) -> None:
        steps: list[str] = []
        model = train(project, tmp_path / "models", steps.append)
        assert steps == ["读取训练数据", "训练意图识别和对话策略", "保存模型"]
        assert list((tmp_path / "models").iterdir()) == [model]
        assert tarfile.is_tarfile(model)

    def test_does_not_train_twice(self, project: Path, tmp_path: Path) -> None:
        model = train(project, tmp_path / "models")
        written = model.stat().st_mtime_ns
        steps: list[str] = []
        assert train(project, tmp_path / "models", steps.append) == model
        assert steps == [] and model.stat().st_mtime_ns == written

    def test_writes_nothing_elsewhere(
        self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        monkeypatch.chdir(elsewhere)
        before = sorted(path.read_bytes() for path in project.rglob("*.yml"))
        train(project, tmp_path / "models")
        assert not list(elsewhere.iterdir())
        assert sorted(path.read_bytes() for path in project.rglob("*.yml")) == before

    def test_holds_no_training_texts(self, fixture_model: Path) -> None:
        with tarfile.open(fixture_model) as archive:
            held = [archive.extractfile(member) for member in archive.getmembers() if member.isfile()]
            texts = b"".join(file.read() for file in held if file is not None)
        assert "跑了三趟还没办成".encode() not in texts

    @pytest.mark.parametrize("missing", ["config.yml", "domain.yml", "data"])
    def test_says_what_is_missing(self, project: Path, tmp_path: Path, missing: str) -> None:
        path = project / missing
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        with pytest.raises(TrainingFailed, match=f"训练缺少.*{missing}"):
            train(project, tmp_path / "models")


class TestIsStale:
    def test_without_a_model(self, project: Path, tmp_path: Path) -> None:
        assert is_stale(project, tmp_path / "models")

    def test_not_after_training(self, project: Path, tmp_path: Path) -> None:
        train(project, tmp_path / "models")
        assert not is_stale(project, tmp_path / "models")

    @pytest.mark.parametrize("file", ["config.yml", "domain.yml", "data/nlu.yml", "data/rules.yml"])
    def test_after_a_change(self, project: Path, file: str) -> None:
        before = fingerprint(project)
        (project / file).write_text(
            (project / file).read_text(encoding="utf-8") + "\n# 改\n", encoding="utf-8"
        )
        assert fingerprint(project) != before

    def test_not_after_touching_a_file(self, project: Path) -> None:
        before = fingerprint(project)
        os.utime(project / "config.yml")
        assert fingerprint(project) == before

    def test_after_a_change_of_the_code_that_learns(
        self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        code = tmp_path / "learning.py"
        code.write_text("A = 1\n", encoding="utf-8")
        monkeypatch.setattr(training, "_ROOT", tmp_path)
        monkeypatch.setattr(training, "_LEARNING", ("learning.py",))
        before = fingerprint(project)
        code.write_text("A = 2\n", encoding="utf-8")
        assert fingerprint(project) != before

    def test_with_more_data(self, project: Path, tmp_path: Path) -> None:
        library = tmp_path / "library.yml"
        library.write_text('version: "3.1"\nnlu: []\n', encoding="utf-8")
        assert fingerprint(project, [library]) != fingerprint(project)

    def test_wherever_the_project_lies(self, project: Path, tmp_path: Path) -> None:
        moved = shutil.copytree(project, tmp_path / "moved")
        assert fingerprint(Path(moved)) == fingerprint(project)
