"""Corrections, refusals and transfers: what stands against each, all of it at once."""

from __future__ import annotations

import pytest

from knowledge.cases.acts.attempt import Context
from knowledge.cases.procedure.act_messages import applicant_message
from tests.knowledge.stories import CALENDAR, accepted, at, correction, received


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
        assert applicant_message(story.log[-1]) == (
            "您的材料需要补正：1. 「lease」：请盖章；2. 「layout」：请盖章。"
            "请在2026年11月20日（星期五）以前一次补齐，补齐后重新计算答复期限。"
        )


class TestRefusal:
    def test_names_the_right_authority(self) -> None:
        story = received().did(
            "refuse", "2026-11-02", ground="other_body", reason="属于市级权限", authority="市市场监督管理局"
        )
        assert "请向市市场监督管理局申请。" in applicant_message(story.log[-1])
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
