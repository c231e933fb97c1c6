"""Papers of the procedure as the archive keeps them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.roles import Role
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.archive.case_papers import kind_of, paper_text, title_of
from knowledge.cases.archive.index import PaperKind
from knowledge.cases.record.log import LogEntry

AT = datetime(2026, 11, 23, 9, 30, tzinfo=CENTRE_ZONE)


def entry(act: str, before: str, after: str, **data: Any) -> LogEntry:
    return LogEntry(AT, act, Role.APPROVER, "A1", before, after, data)


class TestPapers:
    def test_every_paper_has_a_title_of_its_own(self) -> None:
        titles = [definition.words.paper for definition in ACTS.values() if definition.words.paper]
        assert titles and len(titles) == len(set(titles))

    def test_a_denial_says_so_in_its_title_and_holds_number_reason_and_remedies(self) -> None:
        denied = entry(
            "decide", "approved", "decided", outcome="deny", document="不准〔2026〕1号", reason="场所不符"
        )
        text = paper_text("261123000017", "食品经营许可（新办）", denied)
        assert text.startswith("不予决定书\n文号：不准〔2026〕1号\n办件编号：261123000017\n")
        assert "2026年11月23日" in text and "场所不符" in text and "行政复议" in text
        assert kind_of(denied) is PaperKind.RESULT

    def test_an_opinion_that_was_not_told_stands_in_its_paper(self) -> None:
        opinion = entry("review", "accepted", "review", outcome="grant", opinion="材料齐全，符合条件")
        assert "材料齐全，符合条件" in paper_text("261123000017", "某事项", opinion)
        assert kind_of(opinion) is PaperKind.DOCUMENT

    @pytest.mark.parametrize("act", ["receive", "overdue", "urge", "correct"])
    def test_acts_that_leave_no_paper(self, act: str) -> None:
        assert title_of(entry(act, "submitted", "received")) == ""
