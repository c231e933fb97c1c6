"""A paper that was lost: every item named for it is there, and every kind of paper is asked for somewhere."""

from __future__ import annotations

import pytest

from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.lost_papers import got_again_by, replacements
from tests.shipped import shipped_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def test_every_item_is_in_the_catalogue(catalogue: Catalogue) -> None:
    assert [item for item in replacements().values() if item not in catalogue.items] == []


def test_every_paper_is_asked_for_by_some_item(catalogue: Catalogue) -> None:
    names = [material.name for material in catalogue.materials.values()]
    assert [paper for paper in replacements() if not any(name.endswith(paper) for name in names)] == []


@pytest.mark.parametrize(
    ("material", "item"),
    [
        ("居民户口簿", "household_registration.book"),
        ("代办人居民身份证", "id_card.reissue"),
        ("不动产权证书（原件）", "real_estate.replacement"),
        ("申请补领婚姻登记证声明书", None),
        ("房屋租赁合同", None),
    ],
)
def test_which_item_gives_it_again(material: str, item: str | None) -> None:
    assert got_again_by(material) == item
