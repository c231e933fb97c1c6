"""Acts on a case: what stands against each of them, said at once, with codes that stay."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from knowledge.acting import ActRefused, Attempt, objections, perform, told
from knowledge.case_log import Role
from knowledge.deadline import CalendarGap
from knowledge.preconditions import Context
from tests.knowledge.stories import CALENDAR, TERMS, Story, accepted, at, correction, decided


def received(day: str = "2026-11-02") -> Story:
    return Story(day).did("receive", day)


class TestStateAndRole:
    def test_says_what_is_possible_instead(self) -> None:
        found = objections(
            received().facts, Attempt("decide", Role.WINDOW, "w1", at("2026-11-02"), {}), Context(CALENDAR)
        )
        assert [one.code for one in found] == ["wrong_state"]
        assert found[0].say.startswith("办件现在是「已收件」，不能决定。现在可以：要求补正、当场更正、受理")

    def test_wrong_role_says_whose_it_is(self) -> None:
        found = objections(
            received().facts,
            Attempt("accept", Role.APPLICANT, "applicant", at("2026-11-02")),
            Context(CALENDAR),
        )
        assert [(one.code, one.say) for one in found] == [
            ("wrong_role", "「受理」由受理窗口来做，您现在的身份是申请人。")
        ]

    def test_unknown_act(self) -> None:
        assert received().refused("burn", "2026-11-02") == ["unknown_act"]

    def test_raises_with_every_objection(self) -> None:
        story = received()
        with pytest.raises(ActRefused) as refused:
            perform(
                story.facts, story.attempt("refuse", "2026-11-02", ground="other_body"), Context(CALENDAR)
            )
        assert [one.code for one in refused.value.objections] == ["reason_missing", "authority_missing"]
        assert refused.value.code == "reason_missing"

    def test_data_of_the_wrong_shape(self) -> None:
        story = received()
        with pytest.raises(ValidationError):
            story.refused("refuse", "2026-11-02", ground="mood")

    def test_all_roles_in_all_states_either_act_or_are_told(self) -> None:
        from knowledge.case_states import STATES, TRANSITIONS
        from knowledge.transitions import ACT_NAMES

        facts = received().facts
        from dataclasses import replace

        allowed = {(row.state, row.act): row.roles for row in TRANSITIONS}
        for state in STATES:
            for act in ACT_NAMES:
                for role in Role:
                    here = replace(facts, state=state)
                    if role in allowed.get((state, act), ()):
                        continue
                    found = objections(here, Attempt(act, role, "x", at("2026-11-02")), Context(CALENDAR))
                    assert [one.code for one in found] in (["wrong_state"], ["wrong_role"])


class TestCorrection:
    def test_whole_list_then_everything_corrected(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease", "form"))
        assert story.state == "correction"
        assert story.refused("correct", "2026-11-04", materials=["lease"]) == ["still_missing"]
        story.did("correct", "2026-11-04", materials=["lease", "form"])
        assert (story.state, story.facts.papers_day) == ("received", at("2026-11-04").date())

    def test_an_empty_list(self) -> None:
        assert received().refused("request_correction", "2026-11-03", points=[]) == ["points_missing"]

    def test_what_is_not_on_the_notice_needs_a_reason(self) -> None:
        story = received()
        assert story.refused("request_correction", "2026-11-03", **correction("diploma")) == ["not_on_notice"]
        story.did("request_correction", "2026-11-03", **correction("diploma", reason="地方标准要求"))
        assert [point.material for point in story.facts.corrections[0].late] == ["diploma"]

    def test_a_second_request_for_what_the_first_did_not_name(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease"))
        story.did("correct", "2026-11-04", materials=["lease"])
        assert story.refused("request_correction", "2026-11-05", **correction("layout")) == [
            "not_on_first_list"
        ]
        story.did(
            "request_correction", "2026-11-05", **correction("layout", reason="合同换了地址，图纸对不上")
        )
        assert story.facts.corrections[1].late

    def test_a_second_request_for_the_same_paper_needs_none(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease"))
        story.did("correct", "2026-11-04", materials=["lease"])
        assert story.refused("request_correction", "2026-11-05", **correction("lease")) == []

    def test_several_faults_at_once(self) -> None:
        points = [
            {"material": "lease", "name": "租赁合同", "what": ""},
            {"material": "lease", "name": "租赁合同", "what": "盖章"},
            {"material": "diploma", "name": "学历证", "what": "补交"},
        ]
        found = received().refused("request_correction", "2026-11-03", points=points, correct_by="2026-11-01")
        assert found == ["point_unclear", "point_twice", "not_on_notice", "date_in_past"]

    def test_unknown_material(self) -> None:
        story = received().did("request_correction", "2026-11-03", **correction("lease"))
        assert story.refused("correct", "2026-11-04", materials=["lease", "moon"]) == ["unknown_material"]

    @pytest.mark.parametrize("act", ["request_correction", "accept", "refuse"])
    def test_nothing_after_the_five_days(self, act: str) -> None:
        data = {
            "request_correction": correction("lease"),
            "accept": {},
            "refuse": {"ground": "not_needed", "reason": "不用办"},
        }
        assert received().refused(act, "2026-11-09", **data[act]) == []
        assert received().refused(act, "2026-11-10", **data[act]) == ["deemed_accepted"]

    def test_what_the_applicant_is_told(self) -> None:
        story = received().did(
            "request_correction", "2026-11-03", **correction("lease", "layout", by="2026-11-20")
        )
        assert told(story.log[-1]) == (
            "您的材料需要补正：1. 「lease」：请盖章；2. 「layout」：请盖章。"
            "请在2026年11月20日（星期五）以前一次补齐，补齐后重新计算答复期限。"
        )


class TestRefusal:
    def test_names_the_right_authority(self) -> None:
        story = received().did(
            "refuse", "2026-11-02", ground="other_body", reason="属于市级权限", authority="市市场监督管理局"
        )
        assert "请向市市场监督管理局申请。" in told(story.log[-1])
        assert story.state == "refused"


class TestTransfer:
    def test_before_acceptance_to_another_body(self) -> None:
        story = received().did(
            "transfer", "2026-11-02", to_window="approval", to_department="approval", reason="事项已划转"
        )
        assert (story.state, story.facts.window, story.facts.department) == (
            "received",
            "approval",
            "approval",
        )
        assert story.facts.transfers[0].rule == "department_window"

    def test_faults(self) -> None:
        context = Context(CALENDAR, windows=frozenset({"market", "estate"}))
        assert received().refused("transfer", "2026-11-02", context, to_window="market") == [
            "reason_missing",
            "same_window",
        ]
        assert received().refused("transfer", "2026-11-02", context, to_window="moon", reason="错") == [
            "unknown_window"
        ]

    def test_an_accepted_case_stays_with_its_body(self) -> None:
        story = accepted()
        moved = {"to_window": "approval", "to_department": "approval", "reason": "事项已划转"}
        assert story.refused("transfer", "2026-11-04", **moved) == ["accepted_stays"]
        assert story.refused("transfer", "2026-11-04", to_window="market2", reason="人手调整") == []


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
        assert told(story.log[-1]) == "您的办件经批准延长10个工作日，只延长这一次。理由：需要外地核查。"

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
            told(story.log[-1])
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


class TestEntry:
    def test_holds_only_what_was_said(self) -> None:
        entry = accepted().log[-1]
        assert (entry.before, entry.after, entry.data) == ("received", "accepted", {})


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
