"""The data folder is made, and what is wrong with it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake import datafolder
from intake.datafolder import DataFolder, open_folder
from intake.problems import Problem


class TestOpenFolder:
    def test_it_is_made_with_its_parents(self, tmp_path: Path) -> None:
        folder = open_folder(tmp_path / "a" / "b")
        assert folder.models.is_dir()

    def test_a_file_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("x")
        with pytest.raises(Problem, match="不是文件夹"):
            open_folder(tmp_path / "data")

    @pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="没有 /proc，没有连 root 也不能写的文件夹")
    def test_a_folder_that_cannot_be_written(self) -> None:
        with pytest.raises(Problem, match="不能写入"):
            open_folder(Path("/proc/intake-data"))

    def test_a_folder_below_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(Problem, match="--data-dir"):
            open_folder(tmp_path / "file" / "data")

    def test_a_full_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(datafolder, "ENOUGH_MB", DataFolder(tmp_path).free_mb + 1000)
        with pytest.raises(Problem, match="清理磁盘"):
            open_folder(tmp_path / "data")
