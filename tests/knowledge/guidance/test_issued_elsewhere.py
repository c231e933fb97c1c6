"""Licences that a question names and that another item gives."""

from __future__ import annotations

import pytest

from knowledge.guidance.issued_elsewhere import issued_elsewhere
from tests.shipped import shipped_catalogue


def named(item: str, text: str) -> list[str]:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(next(one.id for one in catalogue.items.values() if one.name == item))
    assert affair is not None
    return [issuing.name for _, issuing in issued_elsewhere(text, affair, catalogue)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("要不要卫生许可证", "公共场所卫生许可（新办）"),
        ("卫生证要吗", "公共场所卫生许可（新办）"),
        ("还要办食品经营许可证不", "食品经营许可（新办）"),
        ("排污许可证要吗", "排污许可证核发（首次申请）"),
    ],
)
def test_the_item_by_which_it_is_got(text: str, item: str) -> None:
    assert named("个体工商户登记（设立）", text) == [item]


@pytest.mark.parametrize("text", ["要户口本吗", "要不要身份证", "要驾驶证吗", "要照片吗", "执照要多久"])
def test_papers_of_persons_and_its_own_result_are_none(text: str) -> None:
    assert named("个体工商户登记（设立）", text) == []


def test_what_the_item_itself_asks_for_is_none() -> None:
    assert named("公共场所卫生许可（新办）", "要营业执照吗") == []
