"""The records in docs/decisions: each has its number and the four parts, the index lists all of them, what they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "docs" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
PARTS = ["背景", "决定", "没选的做法", "后果"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name[:4])
class TestRecord:
    def test_it_has_number_date_and_the_four_parts(self, record: Path) -> None:
        text = record.read_text(encoding="utf-8")
        number = record.name[:4]
        assert re.match(rf"# {number} \S.*\n\n\d{{4}}-\d\d-\d\d ", text)
        assert re.findall(r"(?m)^## (.+)$", text) == PARTS

    def test_no_part_is_empty_and_what_lost_is_named(self, record: Path) -> None:
        _, *parts = re.split(r"(?m)^## .+$", record.read_text(encoding="utf-8"))
        assert all(part.strip() for part in parts)
        assert parts[2].strip().startswith("- ")

    def test_the_index_lists_it_under_its_title(self, record: Path) -> None:
        number, title = record.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(" ", 1)
        assert f"| {number} | [{title}]({record.name}) |" in (FOLDER / "README.md").read_text(
            encoding="utf-8"
        )


def test_numbers_follow_one_another() -> None:
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))


def test_the_index_lists_nothing_else() -> None:
    listed = re.findall(r"\((\d{4}-[^)]+\.md)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert listed == [record.name for record in RECORDS]
