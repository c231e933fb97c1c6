"""``docs/adding-an-act.md`` names files that there are, and rows that still stand where its diffs put the new ones."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs" / "adding-an-act.md").read_text(encoding="utf-8")
FILES = set(re.findall(r"`((?:knowledge|api|tests|docs)/[^`\s]*)`", PAGE))
CHANGED = (
    "knowledge/cases/record/act.py",
    "knowledge/cases/acts/correction.py",
    "knowledge/cases/procedure/transitions.py",
)


def test_every_file_that_it_names_exists() -> None:
    assert len(FILES) >= 12
    assert not [path for path in FILES if not (ROOT / path).exists()]


def test_the_lines_around_its_changes_are_in_the_files() -> None:
    around = [line[1:] for line in PAGE.splitlines() if line.startswith("     ") and line.strip()]
    assert len(around) >= 4
    text = "\n".join((ROOT / path).read_text(encoding="utf-8") for path in CHANGED)
    assert not [line for line in around if line not in text]


def test_the_example_has_been_left_out_again() -> None:
    assert not [path for path in CHANGED if "REMIND_BY_PHONE" in (ROOT / path).read_text(encoding="utf-8")]
