"""Who stands where, transfers by date, and the register of what is present with what the notice asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.catalogue.affair import Catalogue
from knowledge.centre.effect import CentreInForce
from knowledge.centre.entry import ENTRY, entry_faults, entry_line
from knowledge.centre.register import register
from knowledge.guidance.routing import Request, Route, body_of_case, route
from tests.clocks import MONDAY
from tests.knowledge.centre.test_effect import entered
from tests.shipped import shipped_catalogue

TODAY = MONDAY.date()
FIRST = date(2027, 1, 4)
ITEM = "food_operation.new"

MOVED: dict[str, Any] = {
    "kind": "transfer",
    "items": [ITEM],
    "from_department": "market",
    "to_department": "approval",
    "effective": str(FIRST),
    "document": "东政发〔2026〕9号",
}


def post(**fields: Any) -> dict[str, Any]:
    said = {"kind": "post", "window": "market", "name": "陈晓", "duty": "chief", "department": "market"}
    return said | {"first": "2026-11-01", "rank": "与股室负责人同级", "licensed": True} | fields


def there(state: CentreInForce, day: date = TODAY) -> Catalogue:
    return state.catalogue(shipped_catalogue(), day)


def routed(state: CentreInForce, day: date) -> Route:
    catalogue = there(state, day)
    affair = catalogue.affair(ITEM)
    assert affair
    found = route(Request(affair, day), catalogue)
    assert found
    return found


class TestTransfers:
    def test_new_cases_go_there_from_the_day_on_and_running_ones_stay(self) -> None:
        state = entered(MOVED)
        before, after = routed(state, FIRST - timedelta(days=1)), routed(state, FIRST)
        assert (before.department, before.window) == ("market", "market")
        assert (after.department, after.window) == ("approval", "unified")
        item, catalogue = shipped_catalogue().items[ITEM], there(state)
        assert body_of_case(item, TODAY, FIRST, catalogue) == "market", "以前受理的留下"
        assert body_of_case(item, None, FIRST, catalogue) == "approval"

    def test_the_window_that_is_named_receives_it(self) -> None:
        found = routed(entered(MOVED | {"to_window": "health"}), FIRST)
        assert (found.department, found.window, found.rule) == ("approval", "health", "transferred_item")
        assert "东政发〔2026〕9号" in found.why

    def test_only_the_window_may_change(self) -> None:
        state = entered(MOVED | {"to_department": "market", "to_window": "unified"})
        assert (routed(state, FIRST).department, routed(state, FIRST).window) == ("market", "unified")


class TestWindows:
    def test_a_window_stands_elsewhere_for_a_time(self) -> None:
        moved = {"kind": "window_place", "window": "market", "first": "2026-11-23", "last": "2026-11-24"}
        state = entered(moved | {"floor": "3楼", "phone": "0000-8600-1900"})
        found = routed(state, TODAY)
        assert (found.number, found.floor, found.phone) == ("12号", "3楼", "0000-8600-1900")
        assert routed(state, date(2026, 11, 25)).floor == "2楼"

    def test_a_temporary_window_takes_its_items_while_it_opens(self) -> None:
        window = {"kind": "temporary_window", "number": "41号", "name": "年检临时窗口", "site": "centre"}
        days = {"dates": ["2026-11-24", "2026-11-26"], "opens": "09:00", "closes": "11:30"}
        state = entered(window | days | {"items": [ITEM]})
        assert routed(state, TODAY).name == "年检临时窗口"
        assert routed(state, date(2026, 11, 27)).window == "market"

    def test_who_sits_there_by_weekday_and_shift_the_chief_first(self) -> None:
        state = entered(
            post(name="王丽", duty="clerk", opens="09:00", closes="12:00"),
            post(name="赵敏", duty="first", days=[2]),
            post(),
            post(name="孙平", last="2026-11-20"),
        )
        assert [one.name for one in state.posts(TODAY)] == ["陈晓", "王丽"]
        assert [one.name for one in state.posts(TODAY + timedelta(days=1))] == ["陈晓", "赵敏", "王丽"]
        assert state.posts(TODAY)[1].shift == "9:00-12:00"


class TestRegister:
    def test_what_the_notice_asks_for_is_told_until_it_is_there(self) -> None:
        catalogue = shipped_catalogue()
        only = replace(catalogue, items={ITEM: catalogue.items[ITEM]}, bundles={})
        empty = register(only, CentreInForce(), TODAY)
        assert (empty.present, empty.absent) == (1, 0)
        assert empty.missing == (
            "河东县市场监督管理局没有登记首席代表。",
            "河东县市场监督管理局没有登记首问责任人。",
            "河东县市场监督管理局没有登记窗口授权。",
        )
        powers = {"kind": "powers", "department": "market", "document": "市监发〔2026〕1号"}
        whole = ["accept", "review", "coordinate", "approve", "certify", "deliver"]
        state = entered(
            post(), post(name="王丽", duty="first", licensed=False), powers | {"powers": whole[:5]}
        )
        assert register(only, state, TODAY).missing == (
            "河东县市场监督管理局派驻的王丽没有行政执法资格。",
            "河东县市场监督管理局的窗口还没有授权：送达。",
        )
        full = entered(post(), post(name="王丽", duty="first"), powers | {"powers": whole})
        assert register(only, full, TODAY).missing == ()

    def test_an_item_that_is_not_present_stands_in_the_report_with_why(self) -> None:
        catalogue = shipped_catalogue()
        only = replace(catalogue, items={ITEM: catalogue.items[ITEM]}, bundles={})
        absent = {"kind": "presence", "items": [ITEM], "present": False, "reason": "涉密场所办理"}
        state = entered(absent | {"opinion": "市政管函〔2026〕3号", "decision": "东政函〔2026〕8号"})
        found = register(only, state, TODAY)
        assert (found.present, found.absent, found.missing) == (0, 1, ())
        (row,) = found.tables[0].rows
        assert row[3:] == ("没有进驻", "", "涉密场所办理", "", "市政管函〔2026〕3号", "东政函〔2026〕8号")


class TestFaults:
    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            (post(window="nothing"), "没有窗口 nothing"),
            (post(opens="12:00", closes="09:00"), "起止时间"),
            (post(last="2026-10-01"), "不能早于"),
            (MOVED | {"from_department": "health"}, "归河东县市场监督管理局"),
            (MOVED | {"to_department": "market"}, "请选换到哪个窗口"),
            (MOVED | {"items": ["nothing"]}, "没有事项 nothing"),
            ({"kind": "presence", "items": [ITEM], "present": False}, "请写没有进驻的原因。没有进驻的"),
            ({"kind": "window_place", "window": "market", "first": "2026-11-23"}, "要改的"),
        ],
    )
    def test_each_is_told(self, entry: dict[str, Any], said: str) -> None:
        found = ENTRY.validate_python(entry)
        assert said in "".join(entry_faults(found, shipped_catalogue(), MONDAY))

    @pytest.mark.parametrize("entry", [post(), MOVED, MOVED | {"to_window": "health"}])
    def test_what_is_right_has_none_and_says_what_it_is(self, entry: dict[str, Any]) -> None:
        found = ENTRY.validate_python(entry)
        assert not entry_faults(found, shipped_catalogue(), MONDAY)
        assert entry_line(found, shipped_catalogue())
