"""``intake catalogue export --xlsx`` and ``import --xlsx``: staff revise the library in Excel."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.intake.conftest import Intake


@pytest.fixture(autouse=True)
def _no_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is imported is looked at, nobody asks for it: the matcher need not be trained."""
    monkeypatch.setattr("intake.importing.trained", lambda catalogue, models: None)


@pytest.fixture(scope="module")
def shipped_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test leaves what is shipped as a workbook."""
    return tmp_path_factory.mktemp("exported") / "catalogue.xlsx"


@pytest.fixture
def exported(intake: Intake, tmp_path: Path, data: Path, shipped_book: Path) -> Path:
    """What is shipped as a workbook of the test's own."""
    if not shipped_book.exists():
        outcome = intake("catalogue", "export", "--xlsx", shipped_book, "--data-dir", data)
        assert outcome.code == 0, outcome.err
    return shutil.copy(shipped_book, tmp_path / "catalogue.xlsx")


def revised(path: Path, change: Callable[[Workbook], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(book: Workbook, sheet: str, key: str, heading: str, value: object) -> None:
    rows = {row[0].value: row for row in book[sheet].iter_rows()}
    heads = [cell.value for cell in book[sheet][1]]
    rows[key][heads.index(heading)].value = value


class TestImport:
    def test_unchanged_it_changes_nothing(self, intake: Intake, exported: Path, tmp_path: Path) -> None:
        outcome = intake("catalogue", "import", "--xlsx", exported, "--data-dir", tmp_path / "d", "--json")
        assert outcome.code == 0, outcome.err
        report = json.loads(outcome.out)
        assert (report["added"], report["changed"], report["removed"]) == ([], [], [])

    def test_a_changed_cell_is_in_force_and_is_exported_again(
        self, intake: Intake, exported: Path, tmp_path: Path
    ) -> None:
        revised(exported, lambda book: put(book, "业务办理项", "food_operation.new", "到现场次数", 0))
        report = json.loads(
            intake("catalogue", "import", "--xlsx", exported, "--data-dir", tmp_path / "d", "--json").out
        )
        assert report["changed"] == [["items", "food_operation.new"]]
        again = tmp_path / "again.jsonl"
        intake("catalogue", "export", again, "--data-dir", tmp_path / "d")
        records = [json.loads(line) for line in again.read_text("utf-8").splitlines()]
        (item,) = [
            one["data"] for one in records if (one["kind"], one["id"]) == ("items", "food_operation.new")
        ]
        assert item["visits"] == 0

    def test_into_another_installation_without_loss(
        self, intake: Intake, exported: Path, tmp_path: Path
    ) -> None:
        revised(exported, lambda book: put(book, "部门", "market", "电话", "0000-1234-5678"))
        files = []
        for name in ("d", "other"):
            intake("catalogue", "import", "--xlsx", exported, "--data-dir", tmp_path / name)
            files.append(tmp_path / f"{name}.jsonl")
            intake("catalogue", "export", files[-1], "--data-dir", tmp_path / name)
        first, second = (sorted(file.read_text("utf-8").splitlines()) for file in files)
        assert first == second

    def test_faults_are_listed_with_sheet_row_and_column(
        self, intake: Intake, exported: Path, tmp_path: Path
    ) -> None:
        revised(
            exported, lambda book: put(book, "业务办理项", "food_operation.new", "设定依据", "食品安全法")
        )
        outcome = intake("catalogue", "import", "--xlsx", exported, "--data-dir", tmp_path / "d")
        assert outcome.code == 1
        assert "业务办理项" in outcome.out
        assert "设定依据" in outcome.out
        assert "正在使用的事项库不变" in outcome.out

    def test_faults_as_data(self, intake: Intake, tmp_path: Path) -> None:
        broken = tmp_path / "broken.xlsx"
        broken.write_bytes(b"not a workbook")
        outcome = intake("catalogue", "import", "--xlsx", broken, "--data-dir", tmp_path / "d", "--json")
        assert outcome.code == 1
        assert json.loads(outcome.out)["faults"][0]["message"].startswith("这不是一个能读的")


class TestMisuse:
    def test_two_files_or_none(self, intake: Intake, tmp_path: Path) -> None:
        assert intake("catalogue", "import", "--data-dir", tmp_path / "d").code == 1
        both = intake(
            "catalogue", "import", tmp_path / "a", "--xlsx", tmp_path / "b", "--data-dir", tmp_path / "d"
        )
        assert "--xlsx" in both.err
