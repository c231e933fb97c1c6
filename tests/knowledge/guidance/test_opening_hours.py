"""When windows are open: hours, holidays, make-up days, temporary days."""

from __future__ import annotations

from datetime import date, time

import pytest

from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.calendar.working_days import CalendarGap
from knowledge.catalogue.window import Hours, Site, Window, WindowKind
from knowledge.guidance.opening_hours import is_open, next_opening, open_spans
from tests.knowledge.stories import at

CALENDAR = load_calendar()
WEEK = (1, 2, 3, 4, 5)
SITE = Site(
    id="centre", name="中心", address="路1号", phone="1",
    hours=(Hours(days=WEEK, opens=time(9), closes=time(12)), Hours(days=WEEK, opens=time(13), closes=time(17))),
)  # fmt: skip


def window(**fields: object) -> Window:
    return Window.model_validate(
        {
            "id": "w",
            "number": "1号",
            "name": "窗口",
            "kind": WindowKind.DEPARTMENT,
            "site": "centre",
            **fields,
        }
    )


ORDINARY = window()
SATURDAYS = window(hours=(Hours(days=(1, 2, 3, 4, 5, 6), opens=time(8, 30), closes=time(17)),))
TEMPORARY = window(hours=(Hours(days=(2, 4), opens=time(9), closes=time(11, 30)),))
DATED = window(open_dates=(date(2026, 11, 24), date(2026, 12, 8)))


class TestOpen:
    @pytest.mark.parametrize(
        ("which", "moment", "opened"),
        [
            (ORDINARY, at("2026-11-23", 9), True),
            (ORDINARY, at("2026-11-23", 8, 59), False),
            (ORDINARY, at("2026-11-23", 12), False),
            (ORDINARY, at("2026-11-23", 16, 59), True),
            (ORDINARY, at("2026-11-28", 10), False),
            (ORDINARY, at("2026-10-05", 10), False),
            (ORDINARY, at("2026-10-10", 10), True),
            (SATURDAYS, at("2026-11-28", 10), True),
            (SATURDAYS, at("2026-10-03", 10), False),
            (TEMPORARY, at("2026-11-24", 10), True),
            (TEMPORARY, at("2026-11-25", 10), False),
            (TEMPORARY, at("2026-10-10", 10), False),
            (DATED, at("2026-11-24", 10), True),
            (DATED, at("2026-11-25", 10), False),
        ],
    )
    def test_at(self, which: Window, moment: object, opened: bool) -> None:
        assert is_open(which, SITE, moment, CALENDAR) is opened  # type: ignore[arg-type]

    def test_a_missing_year_is_named(self) -> None:
        with pytest.raises(CalendarGap, match="2027年"):
            open_spans(ORDINARY, SITE, date(2027, 1, 4), CALENDAR)


class TestNextOpening:
    def test_now_the_afternoon_after_the_holiday_and_the_next_date(self) -> None:
        assert next_opening(ORDINARY, SITE, at("2026-11-23", 10), CALENDAR) == at("2026-11-23", 10)
        assert next_opening(ORDINARY, SITE, at("2026-11-23", 12, 30), CALENDAR) == at("2026-11-23", 13)
        assert next_opening(ORDINARY, SITE, at("2026-09-30", 18), CALENDAR) == at("2026-10-08", 9)
        assert next_opening(DATED, SITE, at("2026-11-24", 18), CALENDAR) == at("2026-12-08", 9)
        assert next_opening(DATED, SITE, at("2026-12-08", 18), CALENDAR) is None
