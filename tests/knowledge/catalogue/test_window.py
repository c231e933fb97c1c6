"""Opening hours as written and as shown."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.catalogue.window import Appointments, Hours, Window, opening_text


def hours(days: list[int], opens: Any = "09:00", closes: Any = "12:00") -> Hours:
    return Hours.model_validate({"days": days, "opens": opens, "closes": closes})


class TestOpeningText:
    def test_two_spans_of_the_same_days(self) -> None:
        spans = (hours([1, 2, 3, 4, 5]), hours([1, 2, 3, 4, 5], "13:00", "17:00"))
        assert opening_text(spans) == "星期一至星期五 9:00-12:00、13:00-17:00"

    def test_different_days(self) -> None:
        assert (
            opening_text((hours([2, 4]), hours([7], "08:30", "11:05")))
            == "星期二、星期四 9:00-12:00；星期日 8:30-11:05"
        )

    def test_two_days_in_a_row_are_named_both(self) -> None:
        assert str(hours([6, 7])) == "星期六、星期日 9:00-12:00"

    def test_none(self) -> None:
        assert opening_text(()) == ""


class TestHours:
    @pytest.mark.parametrize("days", [[], [0], [8], [-1]])
    def test_days_that_do_not_exist(self, days: list[int]) -> None:
        with pytest.raises(ValidationError):
            hours(days)

    def test_a_time_without_quotes_is_refused(self) -> None:
        """YAML reads 13:00 as 780."""
        with pytest.raises(ValidationError, match="时间要加引号"):
            hours([1], "09:00", 780)

    def test_closing_before_opening(self) -> None:
        with pytest.raises(ValidationError, match="开门时间应早于关门时间"):
            hours([1], "17:00", "09:00")


class TestAppointments:
    def test_slots_without_taking_appointments_are_refused(self) -> None:
        raw = {"id": "w", "number": "1号", "name": "窗口", "kind": "综合窗口", "site": "centre"}
        slots = {"slot_minutes": 30, "per_slot": 2, "days_ahead": 10}
        assert Window.model_validate({**raw, "takes_appointments": True, "appointments": slots}).appointments
        with pytest.raises(ValidationError, match="takes_appointments 应是 true"):
            Window.model_validate({**raw, "appointments": slots})

    @pytest.mark.parametrize("field", ["slot_minutes", "per_slot", "days_ahead"])
    def test_nothing_is_nought(self, field: str) -> None:
        with pytest.raises(ValidationError):
            Appointments.model_validate({"slot_minutes": 30, "per_slot": 2, "days_ahead": 10, field: 0})
