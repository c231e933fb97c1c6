"""The clocks of a case: five days, promise and law, extension, pauses, inspection, delivery, renewal, silence."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.limits.clocks import (
    ClockState,
    clocks,
    clocks_and_gaps,
    nearer,
    remaining_text,
)
from knowledge.cases.limits.renewal import renewal_due, renewal_in_time
from knowledge.cases.procedure.projection import facts_at, fold
from knowledge.cases.procedure.sweep import next_look, pending
from knowledge.cases.record.terms import TermLimit
from knowledge.catalogue.item import ItemType
from tests.knowledge.stories import CALENDAR, DECEMBER_ON, TERMS, Story, accepted, at, correction, decided

HEARING = {"kind": "hearing", "expected_days": 5, "reason": "重大利益", "notice": "听告1号"}
EXTENDED = {"days": 10, "reason": "外地核查", "approval": "批3号", "notice": "延告3号"}


def look(story: Story, day: str) -> datetime | None:
    """When the case has to be looked at again, seen from a day."""
    return next_look(pending(story.facts, CALENDAR, at(day)).running)


def received(day: str) -> Story:
    return Story(day).did("receive", day)


class TestFiveDays:
    def test_counts_from_the_papers_and_names_its_article(self) -> None:
        clock = Story("2026-11-24").clock("answer", "2026-11-24")
        assert (clock.due, clock.counted_from, clock.left) == (date(2026, 12, 1), date(2026, 11, 24), 5)
        assert "《行政许可法》第三十二条第一款第四项" in clock.rule

    @pytest.mark.parametrize(
        ("submitted", "due"),
        [
            ("2026-11-27", date(2026, 12, 4)),
            ("2026-09-30", date(2026, 10, 13)),
            ("2026-09-18", date(2026, 9, 24)),
            ("2026-02-13", date(2026, 2, 27)),
            ("2026-12-24", date(2026, 12, 31)),
        ],
    )
    def test_over_month_holiday_and_make_up_day(self, submitted: str, due: date) -> None:
        assert Story(submitted).clock("answer", submitted).due == due

    def test_one_second_before_at_and_after_the_end(self) -> None:
        story = received("2026-11-24")
        last = at("2026-12-01", 23, 59).replace(second=59)
        assert story.clock("answer", last).state is ClockState.RUNNING
        assert story.refused("accept", last) == []
        after = last + timedelta(seconds=1)
        assert story.clock("answer", after).state is ClockState.MISSED
        assert story.swept(last) == []
        assert story.swept(after) == ["overdue", "deemed_accepted"]

    def test_restarts_with_the_corrected_papers(self) -> None:
        story = received("2026-11-02").did("request_correction", "2026-11-06", **correction("lease"))
        assert story.clock("answer", "2026-11-20").state is ClockState.MET
        assert story.swept("2026-11-20") == []
        story.did("correct", "2026-11-20", materials=["lease"])
        assert story.clock("answer", "2026-11-20").due == date(2026, 11, 27)

    def test_deemed_accepted_from_the_day_of_the_corrected_papers(self) -> None:
        story = received("2026-11-02").did("request_correction", "2026-11-06", **correction("lease"))
        story.did("correct", "2026-11-13", materials=["lease"])
        assert story.swept("2026-11-21") == ["overdue", "deemed_accepted"]
        assert (story.state, story.facts.accepted_on) == ("accepted", date(2026, 11, 13))
        assert story.clock("legal", "2026-11-23").counted_from == date(2026, 11, 13)
        assert story.clock("answer", "2026-11-23").state is ClockState.MISSED

    def test_other_matters_follow_the_law_of_licences(self) -> None:
        service = TERMS.model_copy(update={"type": ItemType.SERVICE})
        assert (
            Story("2026-11-24", service)
            .clock("answer", "2026-11-24")
            .article.startswith("参照《行政许可法》")
        )


class TestPromiseAndLaw:
    def test_both_run_and_the_nearer_is_shown(self) -> None:
        story = accepted("2026-11-03")
        running = clocks(story.facts, CALENDAR, at("2026-11-03"))
        promised, legal = story.clock("promised", "2026-11-03"), story.clock("legal", "2026-11-03")
        assert (promised.due, legal.due) == (date(2026, 11, 12), date(2026, 12, 1))
        assert nearer(running) == promised
        assert promised.rule == "本中心承诺办结时限：承诺7个工作日内办结"
        assert legal.rule == "《行政许可法》第四十二条：受理之日起20个工作日内作出决定"

    @pytest.mark.parametrize(
        ("day", "text"),
        [
            ("2026-11-09", "还剩3个工作日"),
            ("2026-11-12", "今天到期"),
            ("2026-11-13", "已超过1个工作日"),
            ("2026-11-14", "已超过1个工作日"),
        ],
    )
    def test_remaining(self, day: str, text: str) -> None:
        assert remaining_text(accepted("2026-11-03").clock("promised", day)) == text

    def test_decided_in_time_and_late(self) -> None:
        assert decided("2026-11-12").clock("promised", "2026-11-30").state is ClockState.MET
        late = decided("2026-11-13")
        assert late.clock("promised", "2026-11-30").state is ClockState.MISSED
        assert late.clock("legal", "2026-11-30").state is ClockState.MET
        assert remaining_text(late.clock("promised", "2026-11-30")) == "逾期完成"

    def test_a_licence_without_own_limit_has_that_of_the_law(self) -> None:
        plain = TERMS.model_copy(update={"legal": None, "promised": None})
        clock = accepted("2026-11-03", plain).clock("legal", "2026-11-03")
        assert (clock.due, clock.article) == (date(2026, 12, 1), "《行政许可法》第四十二条第一款")
        service = plain.model_copy(update={"type": ItemType.SERVICE})
        assert "legal" not in accepted("2026-11-03", service).clock_codes("2026-11-03")

    def test_natural_days_months_hours(self) -> None:
        def legal(days: int, unit: Unit) -> Story:
            return accepted(
                "2026-11-03",
                TERMS.model_copy(update={"legal": TermLimit(days=days, unit=unit, rule="《护照法》第六条")}),
            )

        assert legal(15, Unit.DAY).clock("legal", "2026-11-03").due == date(2026, 11, 18)
        assert legal(1, Unit.MONTH).clock("legal", "2026-11-03").due == date(2026, 12, 3)
        hours = legal(24, Unit.HOUR).clock("legal", at("2026-11-03", 20))
        assert (hours.due_at, hours.left, remaining_text(hours)) == (at("2026-11-04", 10), 14, "还剩14小时")
        assert legal(24, Unit.HOUR).clock("legal", at("2026-11-04", 11)).state is ClockState.MISSED

    def test_withdrawn_has_nothing_left_to_run(self) -> None:
        story = accepted("2026-11-03").did("withdraw", "2026-11-04")
        assert {clock.state for clock in clocks(story.facts, CALENDAR, at("2026-12-31"))} == {
            ClockState.MET,
            ClockState.DROPPED,
        }

    def test_a_year_that_is_missing_is_named_and_the_others_are_counted(self) -> None:
        story = accepted("2026-12-22")
        with pytest.raises(CalendarGap, match="2027年"):
            clocks(story.facts, CALENDAR, at("2026-12-22"))
        counted, gaps = clocks_and_gaps(story.facts, CALENDAR, at("2026-12-22"))
        assert [clock.code for clock in counted] == ["answer", "promised"]
        assert [gap.year for gap in gaps] == [2027]


class TestExtension:
    def test_ten_working_days_once(self) -> None:
        story = accepted("2026-11-03").did("extend", "2026-11-10", **EXTENDED)
        assert story.clock("legal", "2026-11-10").due == CALENDAR.add(date(2026, 12, 1), 10)
        assert (
            "经批准延长10个工作日（《行政许可法》第四十二条第一款）"
            in story.clock("legal", "2026-11-10").rule
        )

    def test_of_a_limit_that_another_law_sets_only_by_its_own_rule(self) -> None:
        legal = TermLimit(days=15, unit=Unit.DAY, rule="《护照法》第六条")
        terms = TERMS.model_copy(update={"legal": legal})
        assert accepted("2026-11-03", terms).refused("extend", "2026-11-10", **EXTENDED) == ["no_extension"]
        own = terms.model_copy(update={"extension": TermLimit(days=10, rule="《护照法》第六条")})
        story = accepted("2026-11-03", own)
        assert story.refused("extend", "2026-11-10", **{**EXTENDED, "days": 11}) == ["extension_too_long"]
        story.did("extend", "2026-11-10", **EXTENDED)
        assert story.clock("legal", "2026-11-10").due == CALENDAR.add(date(2026, 11, 18), 10)

    def test_in_natural_days_where_the_rule_counts_them(self) -> None:
        limits = {
            name: TermLimit(days=days, unit=Unit.DAY, rule="《行政复议法》第六十二条第一款")
            for name, days in (("legal", 20), ("extension", 10))
        }
        story = accepted("2026-11-03", TERMS.model_copy(update=limits))
        assert story.refused("extend", "2026-11-10", **EXTENDED) == ["extension_too_long"]
        story.did("extend", "2026-11-10", **EXTENDED, unit="day")
        assert story.clock("legal", "2026-11-10").due == date(2026, 12, 3)
        assert "延长10日" in story.clock("legal", "2026-11-10").rule


class TestJoint:
    JOINT = TERMS.model_copy(update={"joint_with": ("fire", "housing")})

    def test_forty_five_and_fifteen(self) -> None:
        story = accepted("2026-11-03", self.JOINT, DECEMBER_ON)
        assert story.clock("legal", "2026-11-03").due == DECEMBER_ON.add(date(2026, 11, 3), 45)
        assert story.clock("legal", "2026-11-03").article == "《行政许可法》第四十二条第二款"
        story.did("extend", "2026-11-10", **{**EXTENDED, "days": 15})
        assert story.clock("legal", "2026-11-10").due == DECEMBER_ON.add(date(2026, 11, 3), 60)

    def test_what_another_law_sets_stays(self) -> None:
        terms = self.JOINT.model_copy(update={"legal": TermLimit(days=7, rule="《建筑法》第八条第二款")})
        assert accepted("2026-11-03", terms).clock("legal", "2026-11-03").due == date(2026, 11, 12)


class TestPauses:
    def test_the_clock_stands_still(self) -> None:
        story = accepted("2026-11-03").did("start_special", "2026-11-05", **HEARING)
        clock = story.clock("promised", "2026-11-30")
        assert (clock.state, clock.due, clock.left) == (ClockState.PAUSED, None, 5)
        assert remaining_text(clock) == "暂停计时，恢复后还有5个工作日"
        assert story.swept("2026-12-31") == []
        assert nearer(clocks(story.facts, CALENDAR, at("2026-11-30"))) == clock

    def test_several_overlapping(self) -> None:
        story = accepted("2026-11-03").did("start_special", "2026-11-05", **HEARING)
        story.did("start_special", "2026-11-06", **{**HEARING, "kind": "testing"})
        story.did("end_special", "2026-11-10", kind="hearing", result="已举行")
        story.did("end_special", "2026-11-12", kind="testing", result="合格")
        assert story.clock("promised", "2026-11-12").due == CALENDAR.add(date(2026, 11, 12), 5)
        assert "《行政许可法》第四十五条" in story.clock("legal", "2026-11-12").rule

    def test_before_and_after_are_told_apart_at_any_moment(self) -> None:
        story = accepted("2026-11-03").did("start_special", "2026-11-05", **HEARING)
        story.did("end_special", "2026-11-12", kind="hearing", result="已举行").did(
            "review", "2026-11-13", outcome="grant"
        )
        states = [
            facts_at(story.log, at(day, 23)).state
            for day in ("2026-11-02", "2026-11-03", "2026-11-06", "2026-11-12", "2026-11-13")
        ]
        assert states == [None, "accepted", "special", "accepted", "review"]
        then = facts_at(story.log, at("2026-11-06", 23))
        promised = next(c for c in clocks(then, CALENDAR, at("2026-11-06", 23)) if c.code == "promised")
        assert promised.state is ClockState.PAUSED

    def test_while_the_higher_authority_decides(self) -> None:
        terms = TERMS.model_copy(update={"passed_up_to": "市局"})
        story = (
            accepted("2026-11-03", terms)
            .did("review", "2026-11-04", outcome="grant")
            .did("approve", "2026-11-05")
        )
        story.did("pass_up", "2026-11-05", authority="市局")
        assert story.clock("legal", "2026-11-30").state is ClockState.PAUSED
        story.did("pass_back", "2026-11-30", outcome="grant")
        assert story.clock("legal", "2026-11-30").left == 18
        assert "《行政许可法》第四十三条" in story.clock("legal", "2026-11-30").rule


class TestExaminations:
    def test_two_days_three_days_two_days(self) -> None:
        story = accepted("2026-11-03", TERMS.model_copy(update={"on_site": True, "expert": True}))
        assert story.clock("arrange_on_site", "2026-11-03").due == date(2026, 11, 5)
        assert story.clock("arrange_expert", "2026-11-03").due == date(2026, 11, 6)
        story.did("arrange_examination", "2026-11-05", kind="on_site", on="2026-11-06")
        assert story.clock("arrange_on_site", "2026-11-30").state is ClockState.MET
        assert "on_site_opinion" not in story.clock_codes("2026-11-30")
        story.did("hold_examination", "2026-11-06", kind="on_site", on="2026-11-06", officers=["a", "b"])
        assert story.clock("on_site_opinion", "2026-11-06").due == date(2026, 11, 10)
        story.did("conclude_examination", "2026-11-11", kind="on_site", passed=True, opinion="合格")
        assert story.clock("on_site_opinion", "2026-11-30").state is ClockState.MISSED

    def test_none_where_the_item_has_none(self) -> None:
        assert accepted().clock_codes("2026-11-04") == ["answer", "promised", "legal"]


class TestDelivery:
    def test_ten_days_from_the_decision(self) -> None:
        story = decided("2026-11-10")
        assert story.clock("delivery", "2026-11-10").due == date(2026, 11, 24)
        story.did("issue", "2026-11-11", name="证")
        assert story.swept("2026-11-25") == ["overdue"]
        assert (
            story.did("deliver", "2026-11-25", way="counter").clock("delivery", "2026-11-25").state
            is ClockState.MISSED
        )


class TestRenewal:
    RENEWAL = TERMS.model_copy(
        update={"valid_until": date(2026, 12, 25), "promised": None, "legal": TermLimit(days=20)}
    )

    def test_thirty_working_days_ahead(self) -> None:
        due = renewal_due(date(2026, 12, 25), CALENDAR)
        assert due.day == date(2026, 11, 13)
        assert CALENDAR.between(due.day, date(2026, 12, 25)) == 30
        assert "《行政许可法》第五十条第一款" in due.rule

    def test_what_the_item_says_comes_first(self) -> None:
        own = TermLimit(days=90, unit=Unit.DAY, rule="《某条例》第九条")
        assert renewal_due(date(2026, 12, 25), CALENDAR, own).day == date(2026, 9, 26)

    def test_no_decision_by_expiry_counts_as_granted(self) -> None:
        story = accepted("2026-11-13", self.RENEWAL, DECEMBER_ON)
        assert story.clock("expiry", "2026-12-24").state is ClockState.RUNNING
        assert story.swept("2026-12-25") == ["overdue"]
        assert story.swept("2026-12-26") == ["overdue", "deemed_granted"]
        assert (story.state, story.facts.decided_on, story.facts.decision_deemed) == (
            "decided",
            date(2026, 12, 25),
            True,
        )
        assert story.clock("delivery", "2026-12-26").due == DECEMBER_ON.add(date(2026, 12, 25), 10)

    def test_also_in_a_special_procedure_which_does_not_stop_the_expiry(self) -> None:
        story = accepted("2026-11-13", self.RENEWAL).did("start_special", "2026-11-16", **HEARING)
        assert story.swept("2026-12-26") == ["overdue", "deemed_granted"]
        assert story.facts.open_specials == ()

    def test_one_that_came_late_is_only_shown(self) -> None:
        assert not renewal_in_time(date(2026, 11, 26), date(2026, 12, 25), CALENDAR)
        assert renewal_in_time(date(2026, 11, 25), date(2026, 12, 25), CALENDAR)
        story = accepted("2026-11-26", self.RENEWAL)
        assert story.swept("2026-12-26") == ["overdue", "overdue"]
        assert story.state == "accepted"


class TestSilence:
    SILENT = TERMS.model_copy(update={"silence_is_consent": True})

    def test_past_the_legal_limit_counts_as_consent_and_past_the_promise_is_a_mark(self) -> None:
        story = accepted("2026-11-03", self.SILENT)
        assert story.swept("2026-11-12") == []
        assert story.swept("2026-11-13") == ["overdue"]
        assert story.clock("promised", "2026-11-13").state is ClockState.MISSED
        due = story.clock("legal", "2026-11-13").due
        assert due is not None and story.state == "accepted"
        assert story.swept(due.isoformat()) == []
        after = (due + timedelta(days=1)).isoformat()
        assert story.swept(after) == ["overdue", "deemed_granted"]
        assert (story.facts.decision, story.facts.decided_on) == ("grant", due)

    def test_without_a_legal_limit_there_is_no_silence(self) -> None:
        story = accepted("2026-11-03", self.SILENT.model_copy(update={"legal": None}))
        assert "deemed_granted" not in story.swept("2026-12-31")
        assert story.state == "accepted"

    def test_only_where_the_item_says_so(self) -> None:
        assert accepted("2026-11-03").swept("2026-11-13") == ["overdue"]

    def test_not_while_a_special_procedure_runs(self) -> None:
        story = accepted("2026-11-03", self.SILENT).did("start_special", "2026-11-05", **HEARING)
        assert story.swept("2026-12-31") == []


class TestSweep:
    def test_exactly_once(self) -> None:
        story = received("2026-11-02")
        assert story.swept("2026-11-10") == ["overdue", "deemed_accepted"]
        assert story.swept("2026-11-10") == []
        assert story.swept("2026-11-12") == ["overdue"]
        assert story.swept("2026-11-13") == []
        assert [sorted(story.facts.overdue)[n][0] for n in range(2)] == ["answer", "promised"]

    def test_a_long_downtime_comes_to_the_same(self) -> None:
        daily, once = received("2026-11-02"), received("2026-11-02")
        for n in range(60):
            daily.swept(at(date(2026, 11, 2) + timedelta(days=n), 0, 5))
        once.swept(at("2026-12-31", 0, 5))
        assert [(e.act, e.data) for e in daily.log] == [(e.act, e.data) for e in once.log]
        assert daily.facts.accepted_on == once.facts.accepted_on == date(2026, 11, 2)

    def test_nothing_for_a_case_that_has_ended(self) -> None:
        assert received("2026-11-02").did("withdraw", "2026-11-03").swept("2026-12-31") == []

    def test_a_missing_year_leaves_the_case_and_is_reported(self) -> None:
        story = accepted("2026-12-22", TERMS.model_copy(update={"promised": None}))
        found = pending(story.facts, CALENDAR, at("2027-03-01"))
        assert (found.entries, [gap.year for gap in found.gaps]) == ((), [2027])

    def test_when_to_look_again(self) -> None:
        story = received("2026-11-02")
        assert look(story, "2026-11-02") == at("2026-11-10", 0)
        story.did("accept", "2026-11-03")
        assert look(story, "2026-11-03") == at("2026-11-13", 0)
        assert look(story.did("withdraw", "2026-11-04"), "2026-11-04") is None


class TestOldLogs:
    def test_a_submission_without_terms(self) -> None:
        from knowledge.base.roles import Role
        from knowledge.cases.record.log import LogEntry

        bare = [LogEntry(at("2026-11-02"), "submit", Role.APPLICANT, "applicant", None, "submitted")]
        assert [clock.code for clock in clocks(fold(bare), CALENDAR, at("2026-11-02"))] == ["answer"]
        assert fold(bare, TERMS).terms == TERMS
