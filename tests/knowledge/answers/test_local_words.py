"""The centre's own words: they follow local.yaml and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from knowledge.answers.local_words import (
    FLOORS,
    HOURS,
    PHONE,
    PLACES,
    SITE,
    SUB_CENTRES,
    SUPERVISE,
    TEMPORARY_WINDOWS,
    TOWNSHIPS,
    centre_site,
    is_example,
    local_words,
)
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Department
from knowledge.catalogue.window import CentreFact, Hours, Site, Window, WindowKind

WEEKDAYS = (1, 2, 3, 4, 5)


def site(key: str, name: str) -> Site:
    hours = (
        Hours(days=WEEKDAYS, opens=time(9), closes=time(12)),
        Hours(days=WEEKDAYS, opens=time(13), closes=time(17)),
    )
    return Site(
        id=key, name=name, address=f"{name}路1号", phone="0000-1", hours=hours, how_to_get_there="公交1路"
    )


def window(key: str, kind: WindowKind, at: str = "hall", **fields: object) -> Window:
    return Window.model_validate(
        {"id": key, "number": "1号", "name": f"{key}窗口", "kind": kind, "site": at, **fields}
    )


def catalogue(*windows: Window) -> Catalogue:
    return Catalogue(
        items={},
        questions={},
        materials={},
        departments={
            "approval": Department(id="approval", name="审批局", short="审批局", supervise="0000-9")
        },
        windows={one.id: one for one in windows},
        sites={"hall": site("hall", "大厅"), "cars": site("cars", "车管"), "town": site("town", "南镇")},
    )


UNIFIED = window("综合", WindowKind.UNIFIED, floor="1楼")


class TestCentreSite:
    def test_is_where_the_unified_window_stands(self) -> None:
        other = window("车辆", WindowKind.SUB_CENTRE, at="cars")
        assert centre_site(catalogue(other, UNIFIED)).name == "大厅"

    def test_a_catalogue_without_one_says_so(self) -> None:
        with pytest.raises(ValueError, match="没有综合窗口"):
            centre_site(catalogue())


class TestLocalWords:
    def test_every_place_has_its_words(self) -> None:
        assert set(local_words(catalogue(UNIFIED), "approval")) == set(PLACES)

    def test_hours_are_one_line(self) -> None:
        assert local_words(catalogue(UNIFIED), "approval")[HOURS] == "星期一至星期五 9:00-12:00、13:00-17:00"

    def test_supervision_is_that_of_the_owner(self) -> None:
        assert local_words(catalogue(UNIFIED), "approval")[SUPERVISE] == "0000-9"

    def test_floors_name_the_windows_of_the_centre_only(self) -> None:
        words = local_words(
            catalogue(
                UNIFIED,
                window("民政", WindowKind.DEPARTMENT, floor="2楼"),
                window("公安", WindowKind.DEPARTMENT, floor="2楼"),
                window("车辆", WindowKind.SUB_CENTRE, at="cars", floor="1楼"),
            ),
            "approval",
        )
        assert words[FLOORS] == "1楼综合；2楼民政、公安"
        assert words[SUB_CENTRES] == "车管（车管路1号）"

    def test_temporary_windows_carry_their_days(self) -> None:
        days = [{"days": [2, 4], "opens": "09:00", "closes": "11:30"}]
        words = local_words(catalogue(UNIFIED, window("烟草", WindowKind.TEMPORARY, hours=days)), "approval")
        assert words[TEMPORARY_WINDOWS] == "烟草窗口（星期二、星期四 9:00-11:30）"

    def test_a_township_with_two_windows_is_named_once(self) -> None:
        windows = [window(key, WindowKind.TOWNSHIP, at="town") for key in ("甲", "乙")]
        assert local_words(catalogue(UNIFIED, *windows), "approval")[TOWNSHIPS] == "南镇"

    def test_what_the_centre_has_not_is_empty(self) -> None:
        words = local_words(catalogue(UNIFIED), "approval")
        assert words[TEMPORARY_WINDOWS] == words[SUB_CENTRES] == words[TOWNSHIPS] == ""

    def test_facts_of_the_centre_are_places_too(self) -> None:
        parking = {"停车": CentreFact(id="停车", text="楼前能停")}
        assert local_words(replace(catalogue(UNIFIED), facts=parking), "approval")["停车"] == "楼前能停"

    def test_a_window_elsewhere_takes_the_place_of_the_centre(self) -> None:
        cars = window("车辆", WindowKind.SUB_CENTRE, at="cars", phone="0000-7")
        words = local_words(catalogue(UNIFIED, cars), "approval", cars)
        assert (words[SITE], words[PHONE], words[FLOORS]) == (
            "车管",
            "0000-7",
            local_words(catalogue(UNIFIED, cars), "approval")[FLOORS],
        )


class TestIsExample:
    """What an answer says of the centre is marked as long as the shipped example is in force."""

    def test_by_the_building_that_it_speaks_of(self) -> None:
        whole = catalogue(UNIFIED)
        examples = {key: one.model_copy(update={"example": True}) for key, one in whole.sites.items()}
        assert is_example("请打{中心电话}", replace(whole, sites=examples), "approval")
        assert not is_example("请打{中心电话}", whole, "approval")
        assert not is_example("请打12345", replace(whole, sites=examples), "approval")

    def test_by_the_fact(self) -> None:
        facts = {"停车": CentreFact(id="停车", text="楼前能停", example=True)}
        assert is_example("{停车}", replace(catalogue(UNIFIED), facts=facts), "approval")

    def test_by_the_owner_of_the_phone(self) -> None:
        whole = catalogue(UNIFIED)
        owner = whole.departments["approval"].model_copy(update={"example": True})
        marked = replace(whole, departments={"approval": owner})
        assert is_example("投诉打{监督电话}", marked, "approval")
        assert not is_example("投诉打{监督电话}", whole, "approval")
