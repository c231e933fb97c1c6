"""Which slots a window offers: within its hours, on the days it is open, as long as there is room."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.window import Site, Window
from knowledge.guidance.appointment_slots import (
    free_seat,
    offer,
    reminder,
    take_number,
    when_text,
)

MONDAY = date(2026, 11, 23)
CALENDAR = load_calendar()
HOURS = [
    {"days": [1, 2, 3, 4, 5], "opens": "09:00", "closes": "12:00"},
    {"days": [1, 2, 3, 4, 5], "opens": "13:00", "closes": "17:00"},
]
SITE = Site.model_validate({"id": "centre", "name": "中心", "address": "路1号", "phone": "1", "hours": HOURS})


def window(minutes: int = 30, per_slot: int = 2, ahead: int = 10, **rest: Any) -> Window:
    slots = {"slot_minutes": minutes, "per_slot": per_slot, "days_ahead": ahead}
    raw = {"id": "w", "number": "12号", "name": "窗口", "kind": "部门窗口", "site": "centre"}
    return Window.model_validate({**raw, "takes_appointments": True, "appointments": slots, **rest})


def offered(
    of: Window,
    now: datetime = datetime(2026, 11, 23, 8, 0),
    first: date = MONDAY,
    taken: dict[tuple[date, time], int] | None = None,
    calendar: WorkCalendar = CALENDAR,
) -> dict[date, list[tuple[str, str, int]]]:
    found = offer(of, SITE, now=now, first=first, taken=taken or {}, calendar=calendar)
    return {
        day: [(f"{slot.start:%H:%M}", f"{slot.end:%H:%M}", slot.free) for slot in slots]
        for day, slots in found.days.items()
    }


class TestOffer:
    def test_slots_stand_within_the_opening_hours(self) -> None:
        monday = offered(window())[MONDAY]
        assert monday[0] == ("09:00", "09:30", 2)
        assert ("11:30", "12:00", 2) in monday and ("13:00", "13:30", 2) in monday
        assert monday[-1] == ("16:30", "17:00", 2)
        assert len(monday) == 14

    def test_none_runs_into_the_lunch_break(self) -> None:
        monday = offered(window(minutes=50))[MONDAY]
        assert [start for start, _, _ in monday] == [
            "09:00",
            "09:50",
            "10:40",
            "13:00",
            "13:50",
            "14:40",
            "15:30",
        ]

    def test_a_slot_longer_than_the_opening_is_none(self) -> None:
        short = [{"days": [1], "opens": "09:00", "closes": "09:20"}]
        assert offered(window(hours=short)) == {}

    def test_weekends_are_left_out(self) -> None:
        days = list(offered(window()))
        assert days == [date(2026, 11, n) for n in (23, 24, 25, 26, 27, 30)] + [
            date(2026, 12, n) for n in (1, 2, 3)
        ]

    def test_what_has_begun_is_no_longer_offered(self) -> None:
        monday = offered(window(), now=datetime(2026, 11, 23, 16, 0))[MONDAY]
        assert monday == [("16:30", "17:00", 2)]
        assert MONDAY not in offered(window(), now=datetime(2026, 11, 23, 18, 0))

    def test_what_is_taken_is_counted_and_shown_when_full(self) -> None:
        taken = {(MONDAY, time(9)): 1, (MONDAY, time(9, 30)): 2, (MONDAY, time(10)): 5}
        assert [free for _, _, free in offered(window(), taken=taken)[MONDAY][:3]] == [1, 0, 0]

    def test_from_a_later_day(self) -> None:
        assert next(iter(offered(window(), first=date(2026, 11, 26)))) == date(2026, 11, 26)

    def test_a_day_that_is_over_is_no_beginning(self) -> None:
        assert next(iter(offered(window(), first=date(2026, 1, 1)))) == MONDAY

    def test_holidays_are_left_out_and_make_up_days_are_not(self) -> None:
        national = offered(window(ahead=20), now=datetime(2026, 9, 25, 8, 0), first=date(2026, 9, 25))
        off = {day for day in (date(2026, 10, n) for n in range(1, 8)) if day in national}
        assert not off
        working = [day for day in national if day.weekday() >= 5]
        assert working and all(CALENDAR.is_working_day(day) for day in working)

    def test_a_temporary_window_offers_its_dates_only(self) -> None:
        assert list(offered(window(open_dates=["2026-11-25"]))) == [date(2026, 11, 25)]

    def test_a_year_that_is_not_announced_ends_the_offer_with_a_sentence(self) -> None:
        late = datetime(2026, 12, 30, 8, 0)
        found = offer(window(), SITE, now=late, first=late.date(), taken={}, calendar=WorkCalendar())
        assert max(found.days) <= date(2026, 12, 31)
        assert "2027年" in found.note


class TestSeat:
    def test_full(self) -> None:
        assert free_seat({0, 1}, 2, 7) is None

    @pytest.mark.parametrize("turn", range(5))
    def test_any_turn_finds_a_free_one(self, turn: int) -> None:
        assert free_seat({1}, 3, turn) in (0, 2)

    def test_more_taken_than_there_are(self) -> None:
        assert free_seat({0, 1, 2, 3}, 2, 0) is None


class TestWords:
    @pytest.mark.parametrize(
        ("position", "running", "code"),
        [(0, 12, "A012"), (25, 1, "Z001"), (26, 7, "AA007"), (27, 1000, "AB1000")],
    )
    def test_take_number(self, position: int, running: int, code: str) -> None:
        assert take_number(position, running) == code

    def test_when(self) -> None:
        assert when_text(date(2026, 11, 24), time(9), time(9, 30)) == "2026年11月24日（星期二）9:00-9:30"

    def test_reminder(self) -> None:
        said = reminder("A012", date(2026, 11, 24), time(9), "中心2楼12号窗口")
        assert "A012" in said and "提前10分钟" in said and said.endswith("。")
