"""From acceptance to the decision: special procedures, extension, review and approval, examinations, the higher authority."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.acts.attempt import Context
from knowledge.cases.procedure.act_messages import applicant_message
from tests.knowledge.stories import CALENDAR, TERMS, Story, accepted, decided


class TestSpecialProcedures:
    HEARING: ClassVar[dict[str, Any]] = {
        "kind": "hearing",
        "expected_days": 20,
        "reason": "涉及邻里重大利益",
        "notice": "听告〔2026〕1号",
    }

    def test_needs_time_reason_and_written_notice(self) -> None:
        found = accepted().refused("start_special", "2026-11-04", kind="hearing")
        assert found == ["expected_days_missing", "reason_missing", "notice_missing"]

    def test_several_at_once_and_back_to_where_it_was(self) -> None:
        story = accepted().did("start_special", "2026-11-04", **self.HEARING)
        assert story.refused("start_special", "2026-11-05", **self.HEARING) == ["already_running"]
        story.did("start_special", "2026-11-05", **{**self.HEARING, "kind": "testing"})
        assert story.refused("end_special", "2026-11-06", kind="auction", result="好") == ["not_running"]
        story.did("end_special", "2026-11-06", kind="hearing", result="已举行")
        assert story.state == "special"
        story.did("end_special", "2026-11-09", kind="testing", result="合格")
        assert story.state == "accepted"

    def test_from_review_back_to_review(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant")
        story.did("start_special", "2026-11-04", **self.HEARING).did(
            "end_special", "2026-11-09", kind="hearing", result="已举行"
        )
        assert story.state == "review"


class TestExtension:
    DATA: ClassVar[dict[str, Any]] = {
        "days": 10,
        "reason": "需要外地核查",
        "approval": "批〔2026〕3号",
        "notice": "延告〔2026〕3号",
    }

    def test_once(self) -> None:
        story = accepted().did("extend", "2026-11-10", **self.DATA)
        assert story.refused("extend", "2026-11-11", **self.DATA) == ["already_extended"]
        assert (
            applicant_message(story.log[-1])
            == "您的办件经批准延长10个工作日，只延长这一次。理由：需要外地核查。"
        )

    def test_with_approval_reason_and_notice_and_not_too_long(self) -> None:
        found = accepted().refused("extend", "2026-11-10", days=11)
        assert found == ["extension_too_long", "reason_missing", "approval_missing", "notice_missing"]

    def test_fifteen_days_for_joint_handling(self) -> None:
        joint = TERMS.model_copy(update={"joint_with": ("fire", "housing")})
        assert accepted(terms=joint).refused("extend", "2026-11-10", **{**self.DATA, "days": 15}) == []

    def test_not_after_the_limit(self) -> None:
        assert accepted().refused("extend", "2026-12-02", **self.DATA) == ["extension_too_late"]
        assert accepted().refused("extend", "2026-12-01", **self.DATA) == []


class TestOneReviewsAnotherApproves:
    def test_the_reviewer_may_neither_approve_nor_decide(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant", actor="r1")
        assert story.refused("approve", "2026-11-05", actor="r1") == ["same_person"]
        story.did("approve", "2026-11-05", actor="h1")
        assert story.refused("decide", "2026-11-05", actor="r1", outcome="grant") == ["same_person"]

    def test_nor_one_who_reviewed_before_it_was_sent_back(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant", actor="r1")
        story.did("send_back", "2026-11-05", reason="再核一次").did(
            "review", "2026-11-06", outcome="deny", opinion="不合格", actor="r2"
        )
        assert story.refused("approve", "2026-11-06", actor="r1") == ["same_person"]
        assert story.refused("approve", "2026-11-06", actor="h1") == []

    def test_the_decision_is_what_was_approved(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant").did("approve", "2026-11-05")
        found = story.refused("decide", "2026-11-05", outcome="deny", reason="不行")
        assert found == ["decision_differs", "remedies_missing"]

    def test_a_denial_tells_the_remedies(self) -> None:
        story = decided(outcome="deny")
        assert (
            applicant_message(story.log[-1])
            == "您的申请已作出不予批准的决定。理由：场所不符合条件。不服的，可以依法申请行政复议或者提起行政诉讼。"
        )

    def test_prerequisites_come_first(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant").did("approve", "2026-11-05")
        context = Context(CALENDAR, open_prerequisites=("营业执照",))
        assert story.refused("decide", "2026-11-05", context, outcome="grant") == ["prerequisite_open"]


class TestExaminations:
    def test_two_officers_go(self) -> None:
        story = accepted().did("arrange_examination", "2026-11-04", kind="on_site", on="2026-11-05")
        held = {"kind": "on_site", "on": "2026-11-05"}
        assert story.refused("hold_examination", "2026-11-05", **held, officers=["a", "a"]) == [
            "two_officers"
        ]
        story.did("hold_examination", "2026-11-05", **held, officers=["a", "b"])
        assert story.refused("review", "2026-11-05", outcome="grant") == ["examination_open"]
        story.did("conclude_examination", "2026-11-06", kind="on_site", passed=True, opinion="合格")
        assert story.refused("review", "2026-11-06", outcome="grant") == []

    def test_an_item_that_provides_for_one(self) -> None:
        story = accepted(terms=TERMS.model_copy(update={"on_site": True}))
        assert story.refused("review", "2026-11-04", outcome="grant") == ["examination_missing"]
        assert story.refused("review", "2026-11-04", outcome="grant", without_examination="告知承诺") == []

    def test_one_for_all(self) -> None:
        story = accepted().did(
            "arrange_examination",
            "2026-11-04",
            kind="on_site",
            on="2026-11-05",
            departments=["fire", "health"],
        )
        again = {"kind": "on_site", "on": "2026-11-06"}
        assert story.refused("arrange_examination", "2026-11-05", **again) == ["already_arranged"]
        assert story.refused("arrange_examination", "2026-11-05", **again, reason="下雨没去成") == []

    def test_dates(self) -> None:
        story = accepted()
        assert story.refused("arrange_examination", "2026-11-04", kind="on_site", on="2026-11-03") == [
            "date_in_past"
        ]
        story.did("arrange_examination", "2026-11-04", kind="expert", on="2026-11-05")
        assert story.refused("hold_examination", "2026-11-04", kind="expert", on="2026-11-05") == [
            "date_in_future"
        ]
        assert story.refused("hold_examination", "2026-11-04", kind="expert", on="2026-11-02") == [
            "date_in_past"
        ]
        assert story.refused(
            "conclude_examination", "2026-11-05", kind="expert", passed=True, opinion="行"
        ) == ["not_held"]


class TestPassingUp:
    TERMS = TERMS.model_copy(update={"passed_up_to": "市市场监督管理局"})

    def test_up_and_back(self) -> None:
        story = (
            accepted(terms=self.TERMS)
            .did("review", "2026-11-04", outcome="grant")
            .did("approve", "2026-11-05")
        )
        assert story.refused("decide", "2026-11-05", outcome="grant") == ["not_passed_up"]
        assert story.refused("pass_up", "2026-11-05", authority="省局") == ["wrong_authority"]
        story.did("pass_up", "2026-11-05", authority="市市场监督管理局")
        assert story.state == "passed_up"
        story.did("pass_back", "2026-11-20", outcome="deny", opinion="不符合")
        assert story.state == "approved"
        assert story.refused("decide", "2026-11-20", outcome="grant") == ["decision_differs"]
        assert story.refused("pass_up", "2026-11-20", authority="市市场监督管理局") == ["already_passed_up"]
        assert (
            story.refused("decide", "2026-11-20", outcome="deny", reason="上级不同意", remedies_told=True)
            == []
        )


class TestTheYearAheadIsNotEntered:
    """At the end of 2026 limits reach into 2027, whose holidays are not known: the window goes on working."""

    def test_a_case_of_the_last_week_can_be_accepted(self) -> None:
        story = Story("2026-12-30").did("receive", "2026-12-30")
        assert story.refused("accept", "2026-12-31") == []

    def test_and_extended(self) -> None:
        assert accepted("2026-12-15").refused("extend", "2026-12-31", **TestExtension.DATA) == []

    def test_in_the_year_itself_the_calendar_is_asked_for(self) -> None:
        story = Story("2026-12-30").did("receive", "2026-12-30")
        with pytest.raises(CalendarGap, match="2027年"):
            story.refused("accept", "2027-01-20")
