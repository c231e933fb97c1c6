"""Talks with a person: by when somebody is called back, and that everything that is said of a talk has its words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from string import Formatter

import pytest

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import WorkCalendar
from knowledge.staff.talk_rules import callback_due, is_past, talk_rules

NOON = datetime(2026, 11, 23, 12, tzinfo=CENTRE_ZONE)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 26), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 9, 30), date(2026, 10, 8)),
    ],
)
def test_a_call_back_is_due_by_the_next_working_day(asked: date, due: date) -> None:
    assert callback_due(asked, 1, WorkCalendar()) == due


def test_no_day_is_guessed_where_the_calendar_is_not_entered() -> None:
    assert callback_due(date(2099, 3, 2), 1, WorkCalendar()) is None


def test_a_time_passes_to_the_minute() -> None:
    assert is_past(NOON, 3, NOON + timedelta(minutes=3))
    assert not is_past(NOON, 3, NOON + timedelta(minutes=2, seconds=59))
    assert not is_past(None, 3, NOON)


def test_every_turn_of_events_has_its_words() -> None:
    places = {
        key: {name for _, name, _, _ in Formatter().parse(text) if name}
        for key, text in talk_rules().told.items()
    }
    assert places == {
        "accepted": set(),
        "missed": {"minutes", "phone", "hours"},
        "silent": set(),
        "signed_out": set(),
        "released": set(),
        "back": {"summary"},
        "idle": {"minutes"},
    }
