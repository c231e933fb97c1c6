"""``intake catalogue import``: what can be taken is stored, the rest is reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake import importing, prepare
from tests.intake.conftest import Intake

LINE = json.dumps(
    {
        "TASK_CODE": "1144000000693000AA0000000000001",
        "TASK_TYPE_TEXT": "行政许可",
        "TASK_NAME": "月面温室种植许可",
        "DEPT_NAME": "某省农业农村厅",
        "handle_time_limit": "8(工作日)",
        "material_intro": ["月面温室种植申请表", "其他材料"],
        "service_object_name": ["自然人"],
    },
    ensure_ascii=False,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "items.jsonl"


@pytest.fixture(autouse=True)
def _untrained(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is stored and reported does not depend on the matcher, whose training takes minutes for thousands of items."""
    for module in (prepare, importing):
        monkeypatch.setattr(module, "trained", lambda catalogue, models: None)


class TestImport:
    @pytest.mark.usefixtures("data")
    def test_taken_mended_and_refused_are_reported_and_stored(
        self, intake: Intake, file: Path, tmp_path: Path
    ) -> None:
        file.write_text(f"{LINE}\n{{broken\n", encoding="utf-8")
        outcome = intake("catalogue", "import", file, "--data-dir", tmp_path / "d", "--json")
        assert outcome.code == 0, outcome.err
        report = json.loads(outcome.out)
        assert (report["read"], report["taken"]) == (2, 1)
        assert [refused["line"] for refused in report["refused"]] == [2]
        stats = json.loads(intake("catalogue", "stats", "--data-dir", tmp_path / "d", "--json").out)
        assert stats["by_origin"]["imported"] == 1
        assert stats["version"] == report["catalogue_version"]

    @pytest.mark.usefixtures("data")
    def test_importing_again_replaces(self, intake: Intake, file: Path, tmp_path: Path) -> None:
        file.write_text(LINE, encoding="utf-8")
        versions = [
            json.loads(intake("catalogue", "import", file, "--data-dir", tmp_path / "d", "--json").out)
            for _ in range(2)
        ]
        assert versions[0]["catalogue_version"] == versions[1]["catalogue_version"]

    @pytest.mark.usefixtures("data")
    def test_a_table_for_people(self, intake: Intake, file: Path, tmp_path: Path) -> None:
        file.write_text(LINE, encoding="utf-8")
        out = intake("catalogue", "import", file, "--data-dir", tmp_path / "d").out
        assert "收下1个事项" in out
        assert "兜底" in out

    def test_nothing_taken_changes_nothing(self, intake: Intake, file: Path, tmp_path: Path) -> None:
        file.write_text("{broken\n[]\n", encoding="utf-8")
        outcome = intake("catalogue", "import", file, "--data-dir", tmp_path / "d")
        assert outcome.code == 1
        assert "事项库没有改动" in outcome.out
        assert not (tmp_path / "d" / "intake.db").exists()

    @pytest.mark.parametrize("content", [b"", b"  \n"])
    def test_an_empty_file(self, intake: Intake, file: Path, tmp_path: Path, content: bytes) -> None:
        file.write_bytes(content)
        outcome = intake("catalogue", "import", file, "--data-dir", tmp_path / "d")
        assert outcome.code == 1
        assert "是空的" in outcome.err

    def test_a_missing_file_and_a_folder(self, intake: Intake, tmp_path: Path) -> None:
        assert "没有文件" in intake("catalogue", "import", tmp_path / "x", "--data-dir", tmp_path / "d").err
        assert "没有文件" in intake("catalogue", "import", tmp_path, "--data-dir", tmp_path / "d").err

    @pytest.mark.usefixtures("data")
    def test_what_was_imported_is_exported(self, intake: Intake, file: Path, tmp_path: Path) -> None:
        file.write_text(LINE, encoding="utf-8")
        intake("catalogue", "import", file, "--data-dir", tmp_path / "d")
        target = tmp_path / "out.jsonl"
        assert intake("catalogue", "export", target, "--data-dir", tmp_path / "d").code == 0
        assert "月面温室种植许可" in target.read_text(encoding="utf-8")

    def test_an_unknown_format_is_refused(self, intake: Intake, tmp_path: Path) -> None:
        outcome = intake("catalogue", "export", tmp_path / "out.xls", "--data-dir", tmp_path / "d")
        assert outcome.code == 1
        assert ".jsonl" in outcome.err


class TestPublishedFile:
    def test_the_whole_file_goes_in(
        self, intake: Intake, guangzhou: bytes, file: Path, tmp_path: Path
    ) -> None:
        file.write_bytes(guangzhou)
        outcome = intake("catalogue", "import", file, "--data-dir", tmp_path / "d", "--json")
        assert outcome.code == 0, outcome.err
        assert json.loads(outcome.out)["taken"] > 2200
