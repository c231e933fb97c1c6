"""The index of a case's archive: its order, its names, and every difference found."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cases.archive.index import (
    Paper,
    PaperKind,
    check,
    index,
    index_record,
    index_text,
)
from tests.knowledge.stories import at


def paper(kind: PaperKind, name: str, day: str = "2026-11-02", suffix: str = "pdf") -> Paper:
    return Paper(kind, name, suffix, at(day), hashlib.sha256(name.encode()).hexdigest(), len(name))


PAPERS = [
    paper(PaperKind.LOG, "办理日志", "2026-11-20", "jsonl"),
    paper(PaperKind.MATERIAL, "租赁合同", suffix="jpg"),
    paper(PaperKind.DOCUMENT, "受理通知书", "2026-11-03"),
    paper(PaperKind.DOCUMENT, "补正通知书", "2026-11-02"),
    paper(PaperKind.RESULT, "食品经营许可证", "2026-11-12"),
]


class TestIndex:
    def test_result_first_log_last(self) -> None:
        assert [line.path for line in index(PAPERS)] == [
            "001-食品经营许可证.pdf", "002-补正通知书.pdf", "003-受理通知书.pdf", "004-租赁合同.jpg", "005-办理日志.jsonl",
        ]  # fmt: skip

    @given(st.permutations(PAPERS))
    def test_the_order_given_is_nothing(self, papers: list[Paper]) -> None:
        assert index(papers) == index(PAPERS)

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "a\r\nSet-Cookie: x", "证\x00\u202egpj", "长" * 300, "a/b\\c", ""]
    )
    def test_names_are_only_names(self, name: str) -> None:
        path = index([paper(PaperKind.MATERIAL, name)])[0].path
        assert path.startswith("001-") and path.endswith(".pdf")
        assert not set(path) & set("/\\\r\n\x00\u202e:") and ".." not in path
        assert len(path.encode()) < 255

    def test_for_people(self) -> None:
        text = index_text("261123000014", index(PAPERS))
        assert text.splitlines()[0] == "办件 261123000014 卷内目录"
        assert "001  结果  食品经营许可证  2026-11-12" in text


class TestCheck:
    RECORD = index_record("261123000014", index(PAPERS), "abc")
    FOUND: ClassVar[dict[str, tuple[str, int]]] = {
        line["path"]: (line["sha256"], line["size"]) for line in RECORD["papers"]
    }

    def test_nothing_differs(self) -> None:
        assert check(self.RECORD, self.FOUND) == ()

    def test_every_difference(self) -> None:
        found = dict(self.FOUND)
        del found["001-食品经营许可证.pdf"]
        found["099-多的.pdf"] = ("x", 1)
        found["002-补正通知书.pdf"] = ("y", 1)
        assert [(fault.path, fault.say) for fault in check(self.RECORD, found)] == [
            ("001-食品经营许可证.pdf", "目录上有，档案里没有。"),
            ("099-多的.pdf", "档案里有，目录上没有。"),
            ("002-补正通知书.pdf", "内容和归档时不一样。"),
        ]

    def test_the_same_paper_twice_has_two_names(self) -> None:
        again = replace(PAPERS[1], at=at("2026-11-05"))
        assert len({line.path for line in index([PAPERS[1], again])}) == 2
