"""Whether somebody is of the age that an item asks for."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.guidance.age_asked import age_verdict
from tests.shipped import shipped_catalogue

ALLOWANCE = shipped_catalogue().items["elderly_allowance.new"]


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
    verdict = age_verdict(normalise(text), [ALLOWANCE])
    assert verdict is not None
    assert verdict.fits is fits
    assert "80周岁" in verdict.condition


@pytest.mark.parametrize("text", ["能代办吗", "我爷爷81", "多大能领", "老人不会写字，按个手印可以不"])
def test_nothing_is_told_or_asked(text: str) -> None:
    assert age_verdict(normalise(text), [ALLOWANCE]) is None


def test_an_item_without_a_condition_on_age() -> None:
    assert age_verdict("我妈七十八，够不够", [shipped_catalogue().items["food_operation.new"]]) is None
