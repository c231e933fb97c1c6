"""After the decision, and cases that end without one."""

from __future__ import annotations

from knowledge.base.roles import Role
from knowledge.cases.procedure.act_messages import timeline_text
from knowledge.cases.record.act import Act
from tests.knowledge.stories import TERMS, accepted, correction, decided, received


class TestAfterTheDecision:
    def test_issue_deliver(self) -> None:
        story = decided().did("issue", "2026-11-11", name="食品经营许可证", number="JY1")
        assert story.refused("deliver", "2026-11-11", way="post") == ["tracking_missing"]
        assert story.refused("deliver", "2026-11-11", way="place") == ["place_missing"]
        assert story.did("deliver", "2026-11-12", way="counter").state == "delivered"

    def test_materials_to_come_later_come_before_the_licence(self) -> None:
        terms = TERMS.model_copy(update={"later": ("layout",)})
        story = (
            accepted(terms=terms).did("review", "2026-11-04", outcome="grant").did("approve", "2026-11-05")
        )
        assert story.refused("supplement", "2026-11-05", materials=["lease"]) == ["not_awaited"]
        late = decided(terms=terms)
        assert late.refused("issue", "2026-11-11", name="证") == ["later_outstanding"]
        story.did("supplement", "2026-11-05", materials=["layout"]).did(
            "decide", "2026-11-05", outcome="grant"
        )
        assert story.refused("issue", "2026-11-05", name="证") == []

    def test_only_a_grant_is_revoked(self) -> None:
        revoked = {"reason": "以欺骗取得", "basis": "《行政许可法》第六十九条第二款"}
        assert decided(outcome="deny").refused("revoke", "2026-11-12", **revoked) == ["nothing_to_revoke"]
        assert decided().did("revoke", "2026-11-12", **revoked).state == "revoked"


class TestReturnAndTermination:
    def test_only_when_the_correction_day_has_passed(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease", by="2026-11-20"))
        data = {"ground": "not_corrected", "reason": "逾期没有补齐"}
        assert story.refused("return", "2026-11-20", **data) == ["correction_runs"]
        assert story.did("return", "2026-11-21", **data).state == "returned"

    def test_a_last_day_that_is_off_ends_with_the_next_working_day(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease", by="2026-11-21"))
        data = {"ground": "not_corrected", "reason": "逾期没有补齐"}
        for day in ("2026-11-21", "2026-11-22", "2026-11-23"):  # a Saturday, and up to the Monday behind it
            assert story.refused("return", day, **data) == ["correction_runs"]
        assert story.did("return", "2026-11-24", **data).state == "returned"

    def test_not_without_a_correction_request_or_its_day(self) -> None:
        data = {"ground": "not_corrected", "reason": "材料不行"}
        assert received().refused("return", "2026-11-03", **data) == ["not_asked_to_correct"]
        undated = received().did("request_correction", "2026-11-03", **correction("lease"))
        assert undated.refused("return", "2026-11-30", **data) == ["no_correction_date"]

    def test_a_duplicate_names_the_other(self) -> None:
        assert received().refused("return", "2026-11-03", ground="duplicate", reason="重复") == [
            "duplicate_of_missing"
        ]

    def test_termination_names_its_law(self) -> None:
        assert accepted().refused("terminate", "2026-11-04", ground="applicant_gone") == [
            "reason_missing",
            "basis_missing",
        ]


class TestWithdraw:
    def test_a_window_needs_the_applicants_signed_request(self) -> None:
        story = received()
        assert story.refused("withdraw", "2026-11-03", role=Role.WINDOW) == [
            "signed_request_missing",
            "reason_missing",
        ]
        story.did(
            "withdraw", "2026-11-03", role=Role.WINDOW, reason="不开店了", signed_request="11月3日，卷内第3页"
        )
        assert story.facts.state == "withdrawn"
        assert timeline_text(Act.WITHDRAW, story.log[-1].data) == "窗口按您签名的书面申请撤回了申请"

    def test_the_applicant_needs_nothing(self) -> None:
        story = received().did("withdraw", "2026-11-03", role=Role.APPLICANT)
        assert timeline_text(Act.WITHDRAW, story.log[-1].data) == "您撤回了申请"
