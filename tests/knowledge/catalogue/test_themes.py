"""Every item is found in the list by what it has to do with in a life."""

from __future__ import annotations

import pytest

from knowledge.catalogue.themes import themes, themes_of
from tests.shipped import shipped_catalogue


def test_every_shipped_item_has_a_theme() -> None:
    catalogue = shipped_catalogue()
    offers = [*catalogue.items.values(), *catalogue.bundles.values()]
    assert [one.name for one in offers if not themes_of(one.name, one.scenario)] == []


def test_every_theme_has_items() -> None:
    catalogue = shipped_catalogue()
    offers = [*catalogue.items.values(), *catalogue.bundles.values()]
    used = {name for one in offers for name in themes_of(one.name, one.scenario)}
    assert {theme.name for theme in themes()} == used


@pytest.mark.parametrize(
    ("name", "scenario", "said"),
    [
        ("普通护照（首次申请）", "办护照", ("出国、去港澳台",)),
        ("职工就业登记（单位办理）", "", ("找工作、就业、失业",)),
        ("一个谁也没见过的事项", "", ()),
    ],
)
def test_by_name(name: str, scenario: str, said: tuple[str, ...]) -> None:
    assert themes_of(name, scenario) == said
