"""A small catalogue, cut out of the shipped one, so that a workbook of it is made and read in no time."""

from dataclasses import replace

import pytest

from knowledge.catalogue.affair import Catalogue
from tests.shipped import shipped_catalogue


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return shipped_catalogue()


@pytest.fixture(scope="session")
def small(shipped: Catalogue) -> Catalogue:
    """The food licence with everything it needs; windows that take every item."""
    items = {key: item for key, item in shipped.items.items() if item.main == "food_operation"}
    asked = {asked.question for item in items.values() for asked in item.asks}
    needed = {need.material for item in items.values() for need in item.materials}
    return replace(
        shipped,
        items=items,
        questions={key: one for key, one in shipped.questions.items() if key in asked},
        materials={key: one for key, one in shipped.materials.items() if key in needed},
        bundles={},
        windows={key: window for key, window in shipped.windows.items() if not window.items},
    )


@pytest.fixture(scope="session")
def bare(shipped: Catalogue) -> Catalogue:
    """One imported item that has its texts only: imported ones need not be complete."""
    item = shipped.items["food_operation.new"].model_copy(
        update={
            "asks": (),
            "materials": (),
            "fees": (),
            "promise_instead": (),
            "prerequisites": (),
            "origin": "imported",
        }
    )
    return Catalogue(items={item.id: item}, questions={}, materials={}, departments={})
