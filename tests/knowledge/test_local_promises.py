"""A centre's own promises stand in one file and take the place of those of the release."""

import shutil
from pathlib import Path

import pytest

from knowledge.faults import Fault
from knowledge.load import SHIPPED, load_catalogue, read_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def faults_of(folder: Path, text: str) -> list[Fault]:
    (folder / "local.yaml").write_text(text, encoding="utf-8")
    return read_catalogue(folder)[1]


class TestPromises:
    def test_take_the_place_of_the_shipped_ones(self, folder: Path) -> None:
        assert (
            faults_of(folder, "promised_limits:\n  food_operation.new: {days: 3, note: 本中心承诺}\n") == []
        )
        limit = load_catalogue(folder).items["food_operation.new"].promised_limit
        assert limit is not None
        assert (limit.days, limit.note) == (3, "本中心承诺")

    def test_the_file_may_be_missing(self, folder: Path) -> None:
        (folder / "local.yaml").unlink()
        assert load_catalogue(folder).items

    def test_shipped_ones_are_marked_as_examples(self) -> None:
        assert (SHIPPED / "local.yaml").read_text(encoding="utf-8").startswith("# 示例")


class TestFaults:
    def test_unknown_item_field_and_limit_at_once(self, folder: Path) -> None:
        text = "promised_limits:\n  no.such: {days: 3}\n  food_operation.new: {days: many}\nphones: {}\n"
        found = [(fault.file, fault.line) for fault in faults_of(folder, text)]
        assert sorted(found) == [("local.yaml", 2), ("local.yaml", 3), ("local.yaml", 4)]

    def test_longer_than_the_law_allows(self, folder: Path) -> None:
        (fault,) = faults_of(folder, "promised_limits:\n  food_operation.new: {days: 11}\n")
        assert "比法定时限" in fault.message
