"""YAML with the line of every field, and faults that sort and print."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.marked_yaml import Marked, read


def marked(tmp_path: Path, text: str) -> Marked:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return read(path, tmp_path)


class TestLines:
    def test_of_fields_and_entries(self, tmp_path: Path) -> None:
        found = marked(tmp_path, "id: a\nitems:\n  - name: 甲\n  - name: 乙\n    when:\n      x: y\n")
        assert found.data["items"][1]["when"] == {"x": "y"}
        assert found.line(("items", 1, "when", "x")) == 6
        assert found.line(("items", 1)) == 4

    def test_of_a_missing_field_the_nearest_around_it(self, tmp_path: Path) -> None:
        found = marked(tmp_path, "id: a\nitems:\n  - name: 甲\n")
        assert found.line(("items", 0, "law")) == 3
        assert found.line(("nothing",)) == 1

    def test_fault(self, tmp_path: Path) -> None:
        found = marked(tmp_path, "id: a\nitems:\n  - name: 甲\n")
        assert found.fault(("items", 0, "name"), "不对") == Fault("a.yaml", 3, "items.0.name", "不对")
        assert found.fault((), "不对").field == "-"


class TestTwice:
    def test_every_key_that_stands_twice(self, tmp_path: Path) -> None:
        with pytest.raises(CatalogueFaults) as raised:
            marked(tmp_path, "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")
        assert [(fault.line, fault.field) for fault in raised.value.faults] == [(2, "a"), (5, "b.c")]


class TestFaults:
    def test_sorted_and_counted(self) -> None:
        late, early = Fault("b.yaml", 9, "x", "丙"), Fault("a.yaml", 12, "y", "甲")
        error = CatalogueFaults([late, early])
        assert error.faults == (early, late)
        assert str(error) == "事项库有 2 处错误"
        assert str(early) == "a.yaml:12  y  甲"
