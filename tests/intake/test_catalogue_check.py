"""``intake catalogue check``: every fault in one list, exit code 1."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from knowledge.base.shipped import CATALOGUE as SHIPPED
from tests.intake.conftest import Intake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "catalogue"))


class TestCheck:
    def test_the_shipped_catalogue_is_free_of_faults(self, intake: Intake) -> None:
        assert intake("catalogue", "check").code == 0

    def test_every_fault_has_file_line_and_field(self, intake: Intake, folder: Path) -> None:
        file = folder / "items" / "id_card.yaml"
        text = file.read_text(encoding="utf-8").replace("    visits: 1", "    visits: 一次", 1)
        file.write_text(text, encoding="utf-8")
        line = text[: text.index("    visits: 一次")].count("\n") + 1
        outcome = intake("catalogue", "check", folder)
        assert outcome.code == 1
        assert f"items/id_card.yaml:{line}  " in outcome.out
        assert "visits" in outcome.out
        assert "正在使用的事项库不变" in outcome.out
        assert "Traceback" not in outcome.out + outcome.err

    def test_faults_of_several_files_come_together(self, intake: Intake, folder: Path) -> None:
        (folder / "items" / "a.yaml").write_text("a: [", encoding="utf-8")
        (folder / "items" / "b.yaml").write_bytes(b"\xff\xfe")
        outcome = intake("catalogue", "check", folder)
        assert "items/a.yaml" in outcome.out
        assert "items/b.yaml" in outcome.out

    def test_json_is_one_object(self, intake: Intake, folder: Path) -> None:
        (folder / "local.yaml").unlink()
        outcome = intake("catalogue", "check", folder, "--json")
        assert outcome.code == 1
        report = json.loads(outcome.out)
        assert report["ok"] is False
        assert report["faults"][0]["file"] == "local.yaml"

    def test_a_missing_folder_is_one_sentence(self, intake: Intake, tmp_path: Path) -> None:
        outcome = intake("catalogue", "check", tmp_path / "nowhere")
        assert outcome.code == 1
        assert outcome.err.startswith("没有文件夹")


class TestLocal:
    """``intake catalogue local``: the centre's own values are begun from the example and checked with the rest."""

    def test_is_begun_once(self, intake: Intake, tmp_path: Path) -> None:
        begun = intake("catalogue", "local", "--data-dir", tmp_path)
        assert (begun.code, (tmp_path / "local.yaml").read_bytes()) == (
            0,
            (SHIPPED / "local.yaml").read_bytes(),
        )
        again = intake("catalogue", "local", "--data-dir", tmp_path)
        assert again.code == 1
        assert "已经有" in again.err

    def test_its_faults_are_listed_with_its_lines(self, intake: Intake, tmp_path: Path) -> None:
        data = tmp_path / "data"
        intake("catalogue", "local", "--data-dir", data)
        text = (data / "local.yaml").read_text(encoding="utf-8").replace("site: estate_centre", "site: moon")
        (data / "local.yaml").write_text(text, encoding="utf-8")
        outcome = intake("catalogue", "check", "--data-dir", data)
        line = text[: text.index("site: moon")].count("\n") + 1
        assert outcome.code == 1
        assert f"data/local.yaml:{line}  windows.estate.site  没有办事地点 moon" in outcome.out

    def test_answers_on_what_the_centre_has_not_are_named(self, intake: Intake, tmp_path: Path) -> None:
        intake("catalogue", "local", "--data-dir", tmp_path)
        text = (tmp_path / "local.yaml").read_text(encoding="utf-8").replace("  停车:", "  # 停车:")
        (tmp_path / "local.yaml").write_text(text, encoding="utf-8")
        report = json.loads(intake("catalogue", "check", "--data-dir", tmp_path, "--json").out)
        assert (report["ok"], report["answers_left_out"]) == (True, {"parking": ["停车"]})
