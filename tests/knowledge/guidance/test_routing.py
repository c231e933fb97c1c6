"""Which window, by which rule, and why: every rule with its explanation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Audience
from knowledge.guidance.routing import (
    RULE_NAMES,
    RULES,
    Request,
    Route,
    body_in_charge,
    is_open_from,
    route,
    transferred_item,
)
from tests.knowledge.catalogues import TEMPORARY_DAYS, TRANSFER_DAY, affair, small_catalogue, windows

CATALOGUE = small_catalogue()
TODAY = date(2026, 11, 23)


def routed(
    which: str,
    place: str | None = None,
    audience: Audience | None = None,
    on: date = TODAY,
    catalogue: Catalogue = CATALOGUE,
) -> Route:
    found = route(Request(affair(which, catalogue), on, place, audience), catalogue)
    assert found is not None
    return found


class TestRules:
    def test_a_bundle_goes_to_the_lead_window(self) -> None:
        found = routed("restaurant")
        assert (found.window, found.rule, found.why) == (
            "unified",
            "bundle_lead",
            "一件事由综合窗口统一收件，再分送各部门",
        )

    def test_a_bundle_without_lead_window_goes_to_the_department(self) -> None:
        catalogue = small_catalogue(windows=windows({"unified": None}))
        assert routed("restaurant", catalogue=catalogue).rule == "department_window"

    @pytest.mark.parametrize("audience", [None, Audience.NATURAL])
    def test_a_delegated_item_is_done_in_the_township(self, audience: Audience | None) -> None:
        found = routed("card.reissue", "hexi", audience)
        assert (found.window, found.rule) == ("hexi", "delegated_to_township")
        assert found.why == "这个事项已下放到乡镇，河西镇的申请人就近办理，不用到县里"

    def test_a_township_without_a_centre_is_told_whose_takes_it(self) -> None:
        found = routed("card.reissue", "hexibei")
        assert "的申请人由河西便民服务中心就近办理" in found.why

    @pytest.mark.parametrize(
        ("place", "audience"), [(None, None), ("nanhu", None), ("hexi", Audience.ENTERPRISE)]
    )
    def test_a_delegated_item_otherwise_at_the_department(
        self, place: str | None, audience: Audience | None
    ) -> None:
        assert routed("card.reissue", place, audience).rule == "department_window"

    def test_who_has_not_said_where_they_live_hears_where_it_is_done_nearer(self) -> None:
        assert "河西镇" in routed("card.reissue").nearer

    @pytest.mark.parametrize(
        ("item", "place", "audience"),
        [
            ("card.reissue", "hexi", None),
            ("card.reissue", "nanhu", None),
            ("card.reissue", None, Audience.ENTERPRISE),
            ("food.new", None, None),
            ("restaurant", None, None),
        ],
    )
    def test_otherwise_nobody_is_asked(self, item: str, place: str | None, audience: Audience | None) -> None:
        assert routed(item, place, audience).nearer == ()

    def test_an_item_that_is_not_delegated_stays_at_the_centre(self) -> None:
        assert routed("food.new", "hexi").window == "market"

    def test_a_sub_centre_names_the_main_item(self) -> None:
        found = routed("vehicle.transfer")
        assert (found.window, found.rule, found.site) == ("vehicles", "named_item", "车管分中心")
        assert found.why == "机动车登记由车管窗口专门受理"

    def test_a_window_may_name_the_business_item(self) -> None:
        named = {
            "number": "7号",
            "name": "变更窗口",
            "kind": "部门窗口",
            "site": "centre",
            "items": ["food.change"],
        }
        catalogue = small_catalogue(windows=windows({"named": named}))
        assert routed("food.change", catalogue=catalogue).window == "named"
        assert routed("food.new", catalogue=catalogue).window == "market"

    def test_the_department_in_charge(self) -> None:
        found = routed("food.new")
        assert (found.window, found.rule, found.why) == (
            "market",
            "department_window",
            "这个事项由市场监督管理局办理",
        )

    def test_whatever_has_no_window_is_received_by_the_unified_one(self) -> None:
        found = routed("water.new")
        assert (found.window, found.rule) == ("unified", "unified")
        assert found.why == "水利局没有单设窗口，由综合窗口统一受理"

    def test_an_imported_item_that_no_window_takes_is_not_done_here(self) -> None:
        catalogue = small_catalogue()
        elsewhere = catalogue.items["water.new"].model_copy(update={"origin": "imported"})
        catalogue = replace(catalogue, items={**catalogue.items, "water.new": elsewhere})
        assert route(Request(affair("water.new", catalogue), TODAY), catalogue) is None

    def test_no_window_at_all(self) -> None:
        catalogue = small_catalogue(windows={})
        assert route(Request(affair("water.new", catalogue), TODAY), catalogue) is None

    def test_every_rule_is_reached(self) -> None:
        cases = [
            ("restaurant", None),
            ("card.reissue", "hexi"),
            ("vehicle.transfer", None),
            ("food.new", None),
            ("water.new", None),
        ]
        by_date = {transferred_item.__name__}  # tests/knowledge/centre/test_register.py
        reached = [routed(which, place).rule for which, place in cases]
        assert reached == [rule.__name__ for rule in RULES if rule.__name__ not in by_date]


class TestTemporaryWindow:
    @pytest.mark.parametrize("on", [TODAY, *TEMPORARY_DAYS, date(2026, 11, 25)])
    def test_until_its_last_day(self, on: date) -> None:
        found = routed("tobacco.new", on=on)
        assert (found.window, found.why) == ("tobacco", "这个事项由烟草专卖局办理，在临时窗口按开放时间受理")
        assert found.hours == "星期二、星期四 9:00-11:30"

    def test_afterwards_at_the_unified_window(self) -> None:
        assert routed("tobacco.new", on=max(TEMPORARY_DAYS) + timedelta(days=1)).rule == "unified"

    def test_a_permanent_window_comes_first(self) -> None:
        permanent = {
            "number": "41号",
            "name": "烟草窗口",
            "kind": "部门窗口",
            "site": "centre",
            "departments": ["tobacco"],
        }
        assert (
            routed("tobacco.new", catalogue=small_catalogue(windows=windows({"zz": permanent}))).window
            == "zz"
        )

    def test_a_window_without_dates_is_never_over(self) -> None:
        assert is_open_from(CATALOGUE.windows["market"], date(2099, 1, 1))


class TestTransfer:
    @pytest.mark.parametrize(
        ("on", "department", "window"),
        [
            (TRANSFER_DAY - timedelta(days=1), "market", "market"),
            (TRANSFER_DAY, "approval", "approval"),
            (TRANSFER_DAY + timedelta(days=400), "approval", "approval"),
        ],
    )
    def test_before_on_and_after_the_day(self, on: date, department: str, window: str) -> None:
        assert body_in_charge(CATALOGUE.items["licence.new"], on, CATALOGUE) == department
        found = routed("licence.new", on=on)
        assert (found.window, found.department) == (window, department)

    def test_other_items_stay(self) -> None:
        assert body_in_charge(CATALOGUE.items["food.new"], TRANSFER_DAY, CATALOGUE) == "market"

    def test_back_again(self) -> None:
        first = CATALOGUE.transfers[0]
        back = first.model_copy(
            update={"from_department": "approval", "to_department": "market", "effective": date(2027, 6, 1)}
        )
        catalogue = small_catalogue(transfers=(back, first))
        days = [TODAY, TRANSFER_DAY, date(2027, 5, 31), date(2027, 6, 1)]
        named = [body_in_charge(catalogue.items["licence.new"], day, catalogue) for day in days]
        assert named == ["market", "approval", "approval", "market"]

    def test_a_transfer_from_another_body_does_nothing(self) -> None:
        other = CATALOGUE.transfers[0].model_copy(update={"from_department": "police"})
        catalogue = small_catalogue(transfers=(other,))
        assert body_in_charge(catalogue.items["licence.new"], TRANSFER_DAY, catalogue) == "market"


class TestRoute:
    def test_is_complete_for_a_notice(self) -> None:
        found = routed("food.new")
        assert (found.number, found.name, found.address) == ("12号", "市场窗口", "政务服务中心路1号")
        assert found.hours == "星期一至星期五 9:00-12:00、13:00-17:00"
        assert found.phone == "0000-0000-0000"


def test_each_rule_has_a_name() -> None:
    assert list(RULE_NAMES) == [rule.__name__ for rule in RULES]


class TestWhereTheyStand:
    def test_a_window_that_takes_it_keeps_it(self) -> None:
        request = Request(affair("licence.new", CATALOGUE), TODAY, standing_at=frozenset({"unified"}))
        found = route(request, CATALOGUE)
        assert found is not None and found.window == "unified" and found.why == "您在这个窗口当面办理"

    def test_a_window_that_does_not_take_it_is_passed_over(self) -> None:
        request = Request(affair("licence.new", CATALOGUE), TODAY, standing_at=frozenset({"hexi"}))
        assert route(request, CATALOGUE) == routed("licence.new")
