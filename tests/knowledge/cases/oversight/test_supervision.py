"""What supervision is shown of a case."""

from __future__ import annotations

import inspect
import re
from datetime import date

from api.desk.neglect_job import MARK
from knowledge.cases.limits.clocks import clocks
from knowledge.cases.oversight import supervision
from knowledge.cases.oversight.supervision import MARK_NAMES, Finding, findings, special_overruns
from tests.knowledge.stories import CALENDAR, Story, accepted, at, correction


def codes(story: Story, day: str) -> list[str]:
    return [finding.code for finding in findings(story.facts, clocks(story.facts, CALENDAR, at(day)))]


class TestMarkNames:
    def test_everything_that_is_found_has_a_name(self) -> None:
        known = re.findall(r'Finding\(\s*"(\w+)"', inspect.getsource(supervision))
        assert known and {*known, MARK} == set(MARK_NAMES)


class TestFindings:
    def test_a_clean_case_has_none(self) -> None:
        assert codes(accepted("2026-11-03"), "2026-11-04") == []

    def test_a_second_request_shows_with_its_reason(self) -> None:
        story = (
            Story("2026-11-02")
            .did("receive", "2026-11-02")
            .did("request_correction", "2026-11-02", **correction("lease"))
        )
        story.did("correct", "2026-11-03", materials=["lease"])
        story.did("request_correction", "2026-11-04", **correction("layout", reason="图纸和合同不符"))
        found = findings(story.facts, clocks(story.facts, CALENDAR, at("2026-11-04")))
        assert [one.code for one in found] == ["second_correction", "late_request"]
        assert "写明的原因：图纸和合同不符。" in found[1].say

    def test_soon_and_overdue(self) -> None:
        story = accepted("2026-11-03")
        assert codes(story, "2026-11-10") == ["soon"]
        assert codes(story, "2026-11-13") == ["overdue"]

    def test_silence_and_transfer(self) -> None:
        story = Story("2026-11-02").did("transfer", "2026-11-02", to_window="unified", reason="分错了")
        story.swept("2026-11-10")
        assert codes(story, "2026-11-10") == ["overdue", "soon", "deemed_accepted", "misrouted"]


class TestSpecialOverruns:
    def test_longer_than_the_applicant_was_told(self) -> None:
        story = accepted("2026-11-03").did(
            "start_special", "2026-11-04", kind="testing", expected_days=3, reason="送检", notice="1号"
        )
        assert special_overruns(story.facts, CALENDAR, date(2026, 11, 9)) == ()
        say = "检测超过了告知申请人的时间，应在2026年11月9日（星期一）前完成。"
        assert special_overruns(story.facts, CALENDAR, date(2026, 11, 10)) == (
            Finding("special_overrun", say, date(2026, 11, 9)),
        )
        story.did("end_special", "2026-11-09", kind="testing", result="合格")
        assert special_overruns(story.facts, CALENDAR, date(2026, 11, 30)) == ()
