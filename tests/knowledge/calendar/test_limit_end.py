"""Where limits end: units, pauses, months' ends, and what always holds of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.centre_time import centre_day
from knowledge.calendar.limit_end import Pause, end_of, left_at, month_later
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import WorkCalendar
from tests.knowledge.stories import CALENDAR, at

SPAN = WorkCalendar(years=frozenset(range(2027, 2031)))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(
    lambda moment: at(moment.date(), moment.hour)
)
UNITS = st.sampled_from(Unit)
AMOUNTS = st.integers(0, 24)


@st.composite
def pauses(draw: st.DrawFn) -> tuple[Pause, ...]:
    starts = draw(st.lists(MOMENTS, max_size=4))
    return tuple(Pause(start, start + timedelta(hours=draw(st.integers(0, 700)))) for start in starts)


def last_day(
    start: datetime, amount: int, unit: Unit, *without: Pause, calendar: WorkCalendar = CALENDAR
) -> date:
    end = end_of(start, amount, unit, calendar, without)
    assert end is not None
    return end.day


class TestUnits:
    @pytest.mark.parametrize(
        ("start", "amount", "unit", "end"),
        [
            ("2026-11-02", 5, Unit.WORKING_DAY, date(2026, 11, 9)),
            ("2026-11-02", 0, Unit.WORKING_DAY, date(2026, 11, 2)),
            ("2026-11-02", 15, Unit.DAY, date(2026, 11, 17)),
            ("2026-11-02", 5, Unit.DAY, date(2026, 11, 9)),
            ("2026-09-17", 15, Unit.DAY, date(2026, 10, 8)),
            ("2026-08-31", 1, Unit.MONTH, date(2026, 9, 30)),
            ("2026-01-31", 1, Unit.MONTH, date(2026, 2, 28)),
            ("2026-10-15", 1, Unit.MONTH, date(2026, 11, 16)),
            ("2026-01-15", 3, Unit.MONTH, date(2026, 4, 15)),
        ],
        ids=str,
    )
    def test_last_day(self, start: str, amount: int, unit: Unit, end: date) -> None:
        assert last_day(at(start), amount, unit) == end

    def test_hours_run_at_once_through_weekends(self) -> None:
        end = end_of(at("2026-11-06", 16), 24, Unit.HOUR, CALENDAR)
        assert end is not None and end.moment == at("2026-11-07", 16)

    def test_a_month_later(self) -> None:
        assert month_later(date(2026, 12, 31), 2) == date(2027, 2, 28)
        assert month_later(date(2028, 1, 30), 1) == date(2028, 2, 29)


class TestPauses:
    def test_a_special_procedure_of_n_working_days_moves_the_end_by_n(self) -> None:
        start = at("2026-11-02")
        pause = Pause(at("2026-11-04"), at("2026-11-11"))
        assert CALENDAR.between(date(2026, 11, 4), date(2026, 11, 11)) == 5
        assert last_day(start, 20, Unit.WORKING_DAY, pause) == CALENDAR.add(
            last_day(start, 20, Unit.WORKING_DAY), 5
        )

    def test_overlapping_ones_count_once(self) -> None:
        start = at("2026-11-02")
        both = (Pause(at("2026-11-04"), at("2026-11-10")), Pause(at("2026-11-06"), at("2026-11-11")))
        assert last_day(start, 9, Unit.WORKING_DAY, *both) == last_day(
            start, 9, Unit.WORKING_DAY, Pause(at("2026-11-04"), at("2026-11-11"))
        )

    def test_an_open_one_stops_the_clock(self) -> None:
        start, pause = at("2026-11-02"), Pause(at("2026-11-04"))
        assert end_of(start, 20, Unit.WORKING_DAY, CALENDAR, [pause]) is None
        assert left_at(start, 20, Unit.WORKING_DAY, CALENDAR, [pause], at("2026-11-30")) == 18

    def test_not_where_it_had_ended_before(self) -> None:
        assert last_day(at("2026-11-02"), 2, Unit.WORKING_DAY, Pause(at("2026-11-05"))) == date(2026, 11, 4)

    def test_hours(self) -> None:
        start = at("2026-11-02", 9)
        closed = (
            Pause(at("2026-11-02", 12), at("2026-11-02", 18)),
            Pause(at("2026-11-02", 14), at("2026-11-02", 20)),
        )
        end = end_of(start, 24, Unit.HOUR, CALENDAR, closed)
        assert end is not None and end.moment == at("2026-11-03", 17)
        stopped = (*closed, Pause(at("2026-11-03", 9)))
        assert end_of(start, 24, Unit.HOUR, CALENDAR, stopped) is None
        assert left_at(start, 24, Unit.HOUR, CALENDAR, stopped, at("2026-11-09", 9)) == 8

    def test_a_day_is_the_centres_day(self) -> None:
        from datetime import UTC

        late = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)
        assert centre_day(late) == date(2026, 11, 4)
        with pytest.raises(ValueError, match="zone"):
            centre_day(datetime(2026, 11, 3))


class TestAlways:
    @given(MOMENTS, AMOUNTS, UNITS, pauses())
    def test_pauses_never_shorten(
        self, start: datetime, amount: int, unit: Unit, stops: tuple[Pause, ...]
    ) -> None:
        plain, paused = end_of(start, amount, unit, SPAN), end_of(start, amount, unit, SPAN, stops)
        assert plain is not None and paused is not None and paused.day >= plain.day

    @given(MOMENTS, AMOUNTS, UNITS, pauses(), pauses())
    def test_one_more_pause_never_shortens(
        self, start: datetime, amount: int, unit: Unit, stops: tuple[Pause, ...], more: tuple[Pause, ...]
    ) -> None:
        fewer, all_ = (
            end_of(start, amount, unit, SPAN, stops),
            end_of(start, amount, unit, SPAN, stops + more),
        )
        assert fewer is not None and all_ is not None and all_.day >= fewer.day

    @given(MOMENTS, AMOUNTS, UNITS, pauses())
    def test_a_longer_limit_ends_no_earlier(
        self, start: datetime, amount: int, unit: Unit, stops: tuple[Pause, ...]
    ) -> None:
        ends = [end_of(start, amount + more, unit, SPAN, stops) for more in (0, 1)]
        assert ends[0] and ends[1] and ends[0].day <= ends[1].day

    @given(MOMENTS, AMOUNTS, UNITS, pauses())
    def test_the_order_of_pauses_is_nothing(
        self, start: datetime, amount: int, unit: Unit, stops: tuple[Pause, ...]
    ) -> None:
        assert end_of(start, amount, unit, SPAN, stops) == end_of(
            start, amount, unit, SPAN, tuple(reversed(stops))
        )

    @given(MOMENTS, st.integers(1, 24), pauses())
    def test_as_many_working_days_count_as_were_given(
        self, start: datetime, amount: int, stops: tuple[Pause, ...]
    ) -> None:
        end = end_of(start, amount, Unit.WORKING_DAY, SPAN, stops)
        assert end is not None
        assert left_at(start, amount, Unit.WORKING_DAY, SPAN, stops, at(end.day)) == 0
        assert left_at(start, amount, Unit.WORKING_DAY, SPAN, stops, at(end.day - timedelta(days=1))) == 1

    @given(MOMENTS, st.integers(1, 200), pauses())
    def test_as_many_hours_count_as_were_given(
        self, start: datetime, amount: int, stops: tuple[Pause, ...]
    ) -> None:
        end = end_of(start, amount, Unit.HOUR, SPAN, stops)
        assert end is not None and end.moment is not None
        assert left_at(start, amount, Unit.HOUR, SPAN, stops, end.moment) == 0
