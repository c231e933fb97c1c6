"""``intake library``: what was edited goes out to a file and comes in from one; releases are listed and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.intake.conftest import Intake
from tests.readonce import ReadOnce

WRITTEN = """
entries:
  - kind: item
    id: id_card.reissue
    name: 居民身份证（补领）
    phrasings: [火星土豆飞行证怎么弄]
    valid_until: 2099-01-01
conversations:
  - name: 问好
    turns: [你好]
    checks: [{all: [您好]}]
"""


@pytest.fixture(autouse=True)
def _read_once(read_once: ReadOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shipped is read once for all commands."""
    monkeypatch.setattr("intake.library.Loading", lambda: read_once.loading)


def test_a_file_comes_in_goes_out_and_is_taken_back(intake: Intake, data: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "in.yaml", tmp_path / "out.yaml"
    source.write_text(WRITTEN, encoding="utf-8")
    outcome = intake("library", "import", source, "--data-dir", data)
    assert outcome.code == 0 and "改了1个条目，多了1段对话" in outcome.out, outcome.err
    intake("library", "export", target, "--data-dir", data)
    written = yaml.safe_load(target.read_text("utf-8"))
    source.write_text(target.read_text("utf-8"), encoding="utf-8")
    assert "改了0个条目，多了0段对话" in intake("library", "import", source, "--data-dir", data).out
    (entry,), (kept,) = written["entries"], written["conversations"]
    assert (entry["name"], entry["phrasings"]) == ("居民身份证（补领）", ["火星土豆飞行证怎么弄"])
    assert (kept["turns"], kept["checks"][0]["all"]) == (["你好"], ["您好"])
    back = json.loads(intake("library", "rollback", 1, "--data-dir", data, "--json").out)
    assert (back["running"], back["releases"][0]["by_name"], back["unpublished"]) == (2, "命令行", [])


def test_faults_of_a_file_are_told_with_their_lines_and_nothing_is_taken(
    intake: Intake, data: Path, tmp_path: Path
) -> None:
    source = tmp_path / "in.yaml"
    source.write_text(
        "entries:\n  - kind: thing\n    id: a\n  - id: b\n    kind: item\n    say: x\n", "utf-8"
    )
    outcome = intake("library", "import", source, "--data-dir", data)
    assert outcome.code == 1
    assert "种类只能是" in outcome.err and "没有这一项" in outcome.err and "6" in outcome.err
    taken = WRITTEN.replace("火星土豆飞行证怎么弄", "开饭店要办什么证")
    source.write_text(taken, encoding="utf-8")
    outcome = intake("library", "import", source, "--data-dir", data)
    assert outcome.code == 1 and "已经是事项「" in outcome.err
    sheet = tmp_path / "in.xlsx"
    assert intake("library", "export", sheet, "--data-dir", data).code == 0
    book = openpyxl.load_workbook(sheet)
    rows = {row[1].value: row for row in book["知识库"].iter_rows()}
    rows["id_card.reissue"][4].value = "开饭店要办什么证"
    book.save(sheet)
    outcome = intake("library", "import", sheet, "--data-dir", data)
    assert outcome.code == 1 and f"知识库:{rows['id_card.reissue'][0].row}  加的说法" in outcome.err
    found = json.loads(intake("library", "releases", "--data-dir", data, "--json").out)
    assert (found["running"], found["unpublished"]) == (1, [])
