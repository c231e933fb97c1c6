"""Items that applicants can hardly tell apart are listed for the tuners."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from api.published.matcher_files import Models
from intake.alike import alike, as_data
from knowledge.embedding.encoder import NONE
from tests.shipped import shipped_catalogue


class TestAlike:
    def test_an_item_under_two_names_is_listed_with_both(self, tmp_path: Path) -> None:
        catalogue = shipped_catalogue()
        kept = dict(list(catalogue.items.items())[:20])
        key, item = next(iter(kept.items()))
        twin = item.model_copy(update={"id": "twin", "name": item.name + "事项"})
        pairs = alike(replace(catalogue, items={**kept, "twin": twin}, bundles={}), Models(tmp_path, NONE))
        assert {pairs[0].first, pairs[0].second} == {key, "twin"}
        assert as_data(pairs)["pairs"][0]["likeness"] > 0.92

    def test_items_that_differ_are_not_listed(self, tmp_path: Path) -> None:
        catalogue = shipped_catalogue()
        by_main = {item.main: (key, item) for key, item in catalogue.items.items()}
        kept = dict(list(by_main.values())[:20])
        assert alike(replace(catalogue, items=kept, bundles={}), Models(tmp_path, NONE)) == []
