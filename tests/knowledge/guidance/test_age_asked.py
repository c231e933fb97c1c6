"""Whether somebody is of the age that an item asks for."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base.text import normalise
from knowledge.guidance.age_asked import age_verdict
from tests.shipped import shipped_catalogue

ALLOWANCE = shipped_catalogue().items["elderly_allowance.new"]
MARRIAGE = shipped_catalogue().items["marriage.marry"]
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("我妈七十八，够不够", False),
        ("78岁能领不", False),
        ("我妈八十二了能领不", True),
        ("老人81岁，够条件了吗", True),
    ],
)
def test_by_the_condition(text: str, fits: bool) -> None:
    verdict = age_verdict(normalise(text), [ALLOWANCE], TODAY)
    assert verdict is not None
    assert verdict.fits is fits
    assert "80周岁" in verdict.condition


@pytest.mark.parametrize("text", ["能代办吗", "我爷爷81", "多大能领", "老人不会写字，按个手印可以不"])
def test_nothing_is_told_or_asked(text: str) -> None:
    assert age_verdict(normalise(text), [ALLOWANCE], TODAY) is None


def test_an_item_without_a_condition_on_age() -> None:
    assert age_verdict("我妈七十八，够不够", [shipped_catalogue().items["food_operation.new"]], TODAY) is None


@pytest.mark.parametrize(
    ("text", "fits", "counted"),
    [
        ("我2005年1月生的男的，12月24行不行", False, "到2026年12月24日（星期四）是21周岁"),
        ("男的2004年11月30日出生，今天够不够岁数", True, "到2026年11月30日（星期一）是22周岁"),
        ("女方2006年12月1日生的，够条件吗", False, "到2026年11月30日（星期一）是19周岁"),
        ("她是2005年生的女娃，能领证吗", True, ""),
        ("我2004年生的，男的，够不够", None, ""),
    ],
)
def test_by_the_day_of_birth_and_the_sex(text: str, fits: bool | None, counted: str) -> None:
    verdict = age_verdict(normalise(text), [MARRIAGE], TODAY)
    assert verdict is not None
    assert (verdict.fits, verdict.counted) == (fits, counted)


def test_a_day_of_birth_that_does_not_exist() -> None:
    assert age_verdict("我2005年13月生的，够不够", [MARRIAGE], TODAY) is None
