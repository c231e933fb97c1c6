"""``intake exchange export`` and ``intake archive`` on a data folder that has cases."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import anyio
import pytest
from openpyxl import load_workbook
from sqlalchemy import text as sql

from api.archive.zip_packing import unpacked
from api.exchange.national_records import Checked
from api.platform.settings import Settings
from intake import console, recording
from intake.cli import commands
from intake.problems import guarded
from knowledge.cases.archive.index import check
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, client_of
from tests.api.conftest import OpenApp


@pytest.fixture
def number(settings: Settings, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case in the data folder, and the command line pointed at it."""
    monkeypatch.setenv("INTAKE_DATABASE_URL", settings.database_url)

    async def make() -> str:
        async with open_app(settings) as app, client_of(app) as client:
            number = await ended(Applicant(client, "one"), app.state.services)
            await Applicant(client, "two").submitted()
            return number

    return anyio.run(make)


def intake(*arguments: object) -> int:
    console.out.quiet = False
    return guarded(lambda: commands([str(one) for one in arguments], standalone_mode=False))


def export(settings: Settings, out: Path, *more: object) -> int:
    return intake(
        "exchange", "export", "--data-dir", settings.data_dir, "--out", out,
        "--from", "2026-11-23", "--to", "2026-11-23", *more,
    )  # fmt: skip


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class TestExport:
    def test_json_lines_with_what_is_faulty_apart(
        self, settings: Settings, number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "out"
        assert export(settings, out, "--json") == 1
        said = json.loads(capsys.readouterr().out)
        assert said["cases"] == 2 and said["records"]["application"] == 2
        name = "records-20261123-20261123"
        assert len(rows(out / f"{name}-application.jsonl")) == 2
        faulty = rows(out / f"{name}-faulty.jsonl")
        assert len(faulty) == sum(said["faulty"].values()) > 0
        assert {fault["field"] for one in faulty for fault in one["faults"]} == {"handle_user_name"}
        total = sum(said["records"].values()) + sum(said["faulty"].values())
        assert all(1 <= one["line"] <= total for one in faulty)
        assert (out / f"{name}-application.jsonl").stat().st_mode & 0o077 == 0
        assert not list(out.glob("*.part"))

    def test_a_workbook_whose_cells_are_no_formulas(
        self, settings: Settings, number: str, tmp_path: Path
    ) -> None:
        assert export(settings, tmp_path / "out", "--format", "xlsx") == 1
        book = load_workbook(tmp_path / "out" / "records-20261123-20261123.xlsx")
        assert book.sheetnames[0] == "办事申请" and book.sheetnames[-1] == "有误"
        sheet = book["办事申请"]
        head, title, *numbers = [cell.value for cell in sheet["A"]]
        assert (head, title) == ("project_no", "办件编号") and number in numbers
        assert all(cell.data_type != "f" for one in book for line in one for cell in line)
        assert book["有误"].max_row > 1

    def test_everything_that_is_wrong_is_said_at_once(
        self, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        wrong = ("--from", "昨天", "--to", "2026-13-01", "--format", "csv")
        assert intake("exchange", "export", "--out", tmp_path, *wrong) == 1
        said = capsys.readouterr().err
        assert "--from" in said and "--to" in said and "csv" in said

    def test_an_unknown_department_is_said(
        self, settings: Settings, number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert export(settings, tmp_path / "out", "--department", "nobody") == 1
        assert "没有部门「nobody」" in capsys.readouterr().err


class TestArchive:
    def test_written_checked_and_on_record(
        self,
        settings: Settings,
        number: str,
        open_app: OpenApp,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        target = tmp_path / "case.zip"
        assert intake("archive", number, "--out", target, "--data-dir", settings.data_dir) == 0
        assert "校验无误" in capsys.readouterr().out
        record, found = unpacked(io.BytesIO(target.read_bytes()))
        assert check(record, found) == () and target.stat().st_mode & 0o077 == 0

        async def audited() -> list[str]:
            async with open_app(settings) as app:

                async def read(session: Any) -> list[str]:
                    query = sql("SELECT actor FROM staff_log WHERE act = 'archived'")
                    return list((await session.execute(query)).scalars())

                found: list[str] = await app.state.services.database.read(read)
                return found

        assert anyio.run(audited) == ["console"]

    def test_a_number_that_is_none(
        self, settings: Settings, number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / "none.zip"
        assert intake("archive", "261123999994", "--out", target, "--data-dir", settings.data_dir) == 1
        assert "没有办件 261123999994" in capsys.readouterr().err
        assert not target.exists()


class TestSheets:
    def test_a_formula_is_a_text_and_a_full_sheet_goes_on_in_the_next(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(recording, "MOST_ROWS", 2)
        counted = recording.Counted()
        with recording.workbook(tmp_path, "book", counted) as writer:
            for name in ("=1+1", "-cmd", "a\x07b"):
                one = Checked("result", {"project_no": name}, ())
                writer.write(one, counted.count(one))
        book = load_workbook(tmp_path / "book.xlsx")
        assert [book["事项办结"]["A3"].value, book["事项办结2"]["A3"].value] == ["'=1+1", "'-cmd"]
        assert book["事项办结2"]["A4"].value == "ab"
        assert counted.files == ["book.xlsx"] and not list(tmp_path.glob("*.part"))

    def test_what_was_begun_and_not_finished_bears_no_finished_name(self, tmp_path: Path) -> None:
        with pytest.raises(KeyError), recording.json_lines(tmp_path, "run", recording.Counted()) as writer:
            writer.write(Checked("nothing", {}, ()), 1)
        assert {path.suffix for path in tmp_path.iterdir()} == {".part"}
