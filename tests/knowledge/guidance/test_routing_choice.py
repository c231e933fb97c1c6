"""The choice among equal windows by hours and load, cases that stay with their body, and misroutes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.cases.oversight.misroutes import MisrouteLine, worst_first
from knowledge.guidance.routing import Request, Route, body_of_case, route
from tests.knowledge.catalogues import TRANSFER_DAY, affair, small_catalogue, windows
from tests.knowledge.stories import at

MORE = {
    "number": "13号",
    "name": "市场监管二窗口",
    "kind": "部门窗口",
    "site": "centre",
    "departments": ["market"],
}


def routed(load: dict[str, int] | None = None, moment: datetime | None = None, **second: Any) -> Route:
    catalogue = small_catalogue(windows=windows({"market2": {**MORE, **second}}))
    request = Request(
        affair("food.new", catalogue),
        date(2026, 11, 23),
        load=load or {},
        at=moment,
        calendar=load_calendar() if moment else None,
    )
    found = route(request, catalogue)
    assert found is not None
    return found


class TestLoad:
    def test_the_one_with_fewest_open_cases(self) -> None:
        found = routed({"market": 12, "market2": 3})
        assert (found.window, found.rule) == ("market2", "department_window")
        assert found.why.endswith("；几个同样的窗口里，这个待办的最少")

    @pytest.mark.parametrize("load", [{}, {"market": 3, "market2": 3}, {"market": 1, "market2": 3}])
    def test_the_first_where_it_is_no_worse(self, load: dict[str, int]) -> None:
        assert routed(load).window == "market"

    def test_without_load_nothing_is_said_of_it(self) -> None:
        assert "待办" not in routed({"market": 3, "market2": 3}).why

    def test_a_temporary_window_is_never_equal_to_a_permanent_one(self) -> None:
        assert routed({"market": 99}, kind="临时窗口").window == "market"


class TestHours:
    TUESDAYS: tuple[dict[str, Any], ...] = ({"days": [2], "opens": "09:00", "closes": "11:30"},)

    def test_the_one_that_opens_first_before_load(self) -> None:
        found = routed({"market": 9, "market2": 0}, at("2026-11-23", 10), hours=self.TUESDAYS)
        assert found.window == "market"
        assert found.why.endswith("；几个同样的窗口里，这个最早开放")
        assert (
            routed({"market": 9, "market2": 0}, at("2026-11-24", 10), hours=self.TUESDAYS).window == "market2"
        )

    def test_the_last_evening_of_the_known_years_still_finds_a_window(self) -> None:
        assert routed({"market": 2, "market2": 1}, at("2026-12-31", 20)).window == "market2"


class TestTransferOfItems:
    def test_accepted_cases_stay_others_go_with_the_item(self) -> None:
        catalogue = small_catalogue()
        moved = [
            item
            for item in catalogue.items.values()
            if any(item.id in t.items or item.main in t.items for t in catalogue.transfers)
        ]
        assert moved
        item, transfer = moved[0], catalogue.transfers[0]
        before = TRANSFER_DAY - timedelta(days=1)
        after = TRANSFER_DAY + timedelta(days=9)
        assert body_of_case(item, before, after, catalogue) == transfer.from_department
        assert body_of_case(item, None, after, catalogue) == transfer.to_department
        assert body_of_case(item, TRANSFER_DAY, after, catalogue) == transfer.to_department
        assert body_of_case(item, None, before, catalogue) == transfer.from_department


class TestMisroutes:
    def test_the_worst_share_first(self) -> None:
        lines = [
            MisrouteLine("a", "unified", 2, 1),
            MisrouteLine("b", "named_item", 1, 0),
            MisrouteLine("b", "unified", 1, 1),
        ]
        assert [(line.item, line.share) for line in worst_first(lines)] == [
            ("b", 1.0),
            ("a", 0.5),
            ("b", 0.0),
        ]
        assert worst_first([]) == ()
