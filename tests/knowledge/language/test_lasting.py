"""How long something has lasted is nobody's age."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.age import age_in
from knowledge.language.agent import people_in
from knowledge.language.clause import clauses_of
from knowledge.language.stated_age import age_of_holder


@pytest.mark.parametrize(
    "text",
    [
        "离厂到现在一个月了",
        "离厂三个月了",
        "医保断了两个月了",
        "驾驶证丢了一个月了",
        "等了三个月了",
        "辞职到现在五个月了",
    ],
)
def test_months_that_lasted(text: str) -> None:
    assert age_in(normalise(text)) is None
    assert _stated(text) is None


@pytest.mark.parametrize("text", ["娃三个月了", "宝宝才三个月了", "我家孩子刚满两个月了", "孙子五个月了"])
def test_months_that_are_an_age(text: str) -> None:
    found = age_in(normalise(text))
    assert found is not None and found.high < 3
    assert _stated(text) is not None


@pytest.mark.parametrize(("text", "age"), [("我都28了还不满十六哈哈", 28), ("俺今年40了咋还不满十六", 40)])
def test_the_number_of_a_person_decides(text: str, age: int) -> None:
    found = age_in(normalise(text))
    assert found is not None and found.low == age


@pytest.mark.parametrize("text", ["我还不满十六", "孩子还差一个月才满16", "没满十六呢"])
def test_who_is_under_an_age_stays_under_it(text: str) -> None:
    found = age_in(normalise(text))
    assert found is not None and found.high < 16


def _stated(text: str) -> object:
    said = normalise(text)
    return age_of_holder(people_in(said), clauses_of(said))
