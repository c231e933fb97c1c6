"""What is entered over the shipped calendar and catalogue is in force at once, and what is faulty is refused whole."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.calendar.working_days import CalendarGap
from knowledge.catalogue.window import spans_text
from knowledge.centre.closure import Closure
from knowledge.centre.effect import CentreInForce
from knowledge.centre.entry import ENTRY, CentreEntry, entry_faults, entry_line
from knowledge.guidance.opening_hours import is_open, next_opening, open_spans
from tests.clocks import MONDAY
from tests.knowledge.centre.entries import YEAR_2027, closure
from tests.shipped import shipped_catalogue

SHIPPED = load_calendar()
TODAY = MONDAY.date()
TUESDAY = date(2026, 11, 24)


def entered(*entries: dict[str, Any]) -> CentreInForce:
    return CentreInForce({str(n): ENTRY.validate_python(entry) for n, entry in enumerate(entries)})


def hours(state: CentreInForce, window: str, day: date = TUESDAY) -> str:
    catalogue = state.catalogue(shipped_catalogue(), TODAY)
    found = catalogue.windows[window]
    return spans_text(open_spans(found, catalogue.sites[found.site], day, SHIPPED))


class TestClosures:
    @pytest.mark.parametrize(
        ("where", "market", "estate"),
        [
            ({}, "9:00-10:00、14:00-17:00", "9:00-10:00、14:00-17:00"),
            ({"sites": ["centre"]}, "9:00-10:00、14:00-17:00", "9:00-12:00、13:00-17:00"),
            ({"windows": ["estate"]}, "9:00-12:00、13:00-17:00", "9:00-10:00、14:00-17:00"),
            ({"closed": False}, "9:00-12:00、13:00-17:00", "9:00-12:00、13:00-17:00"),
        ],
    )
    def test_only_what_it_reaches_is_closed(self, where: dict[str, Any], market: str, estate: str) -> None:
        state = entered(closure(**where))
        assert (hours(state, "market"), hours(state, "estate")) == (market, estate)

    def test_while_it_lasts_the_window_is_not_open_and_opens_again_after_it(self) -> None:
        state = entered(closure(begins="2026-11-23T09:00", ends="2026-11-24T00:00"))
        catalogue = state.catalogue(shipped_catalogue(), TODAY)
        window = catalogue.windows["market"]
        site = catalogue.sites[window.site]
        assert not is_open(window, site, MONDAY, SHIPPED)
        assert next_opening(window, site, MONDAY, SHIPPED) == datetime(2026, 11, 24, 9, tzinfo=CENTRE_ZONE)

    def test_limits_do_not_wait_for_a_window(self) -> None:
        assert entered(closure()).calendar(SHIPPED) == SHIPPED

    def test_it_is_shown_from_its_day_until_it_is_over_the_urgent_first(self) -> None:
        quiet, urgent = closure(shown_from="2026-11-24"), closure(urgent=True, text="暴雨停办。")
        state = entered(quiet, urgent)
        texts = [one.text for one in state.notices(MONDAY).values()]
        later = [one.text for one in state.notices(MONDAY.replace(day=24)).values()]
        assert texts == ["暴雨停办。"] and later == ["暴雨停办。", "线路检修。"]
        assert not state.notices(MONDAY.replace(day=25))

    @pytest.mark.parametrize(
        ("begins", "ends", "said"),
        [
            ("2026-11-24T00:00", "2026-11-25T00:00", "2026年11月24日（星期二）全天"),
            ("2026-11-24T00:00", "2026-11-26T00:00", "2026年11月24日（星期二）至2026年11月25日（星期三）"),
            ("2026-11-24T09:00", "2026-11-24T12:00", "2026年11月24日（星期二）9:00至12:00"),
        ],
    )
    def test_the_period_in_words(self, begins: str, ends: str, said: str) -> None:
        found = ENTRY.validate_python(closure(begins=begins, ends=ends))
        assert isinstance(found, Closure) and found.period == said


class TestCalendar:
    def test_a_year_that_was_unknown_can_be_counted(self) -> None:
        with pytest.raises(CalendarGap):
            SHIPPED.add(date(2026, 12, 31), 1)
        calendar = entered(YEAR_2027).calendar(SHIPPED)
        assert calendar.add(date(2026, 12, 31), 1) == date(2027, 1, 4)
        assert calendar.is_working_day(date(2027, 2, 14)) and calendar.is_announced_off(date(2027, 2, 10))
        assert calendar.add(TODAY, 5) == SHIPPED.add(TODAY, 5), "今年的不变"

    def test_the_centres_own_day_goes_before_the_year(self) -> None:
        own = {
            "kind": "own_day",
            "day": "2027-01-04",
            "working": False,
            "notice": "某政发〔2026〕1号",
            "why": "某某节",
        }
        assert entered(own, YEAR_2027).calendar(SHIPPED).add(date(2026, 12, 31), 1) == date(2027, 1, 5)

    def test_of_two_entries_of_a_year_the_later_counts(self) -> None:
        first = YEAR_2027 | {"working": ["2027-02-14", "2027-05-08", "2027-09-26", "2027-10-16"]}
        calendar = entered(first, YEAR_2027).calendar(SHIPPED)
        assert calendar.is_working_day(date(2027, 10, 9)) and not calendar.is_working_day(date(2027, 10, 16))


class TestFaults:
    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            (closure(ends="2026-11-24T10:00"), "结束要晚于开始"),
            (closure(begins="2026-11-20T09:00", ends="2026-11-20T12:00"), "已经过去"),
            (closure(windows=["nothing"], sites=["nowhere"]), "没有办事地点 nowhere。没有窗口 nothing。"),
            (closure(shown_from="2026-11-25"), "不能晚于开始"),
            (YEAR_2027 | {"working": []}, "相差应是13天"),
            (YEAR_2027 | {"days_off": YEAR_2027["days_off"][1:]}, "没有写元旦"),
            (YEAR_2027 | {"notice": "口头通知的"}, "文号应像"),
        ],
    )
    def test_each_is_told(self, entry: dict[str, Any], said: str) -> None:
        assert said in "".join(entry_faults(ENTRY.validate_python(entry), shipped_catalogue(), MONDAY))

    @pytest.mark.parametrize("entry", [closure(), YEAR_2027])
    def test_what_is_right_has_none_and_says_what_it_is(self, entry: dict[str, Any]) -> None:
        found: CentreEntry = ENTRY.validate_python(entry)
        assert not entry_faults(found, shipped_catalogue(), MONDAY)
        assert entry_line(found, shipped_catalogue())
        assert ENTRY.validate_python(found.model_dump(mode="json")) == found
