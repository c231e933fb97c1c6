"""What is exported is read back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.exporting import read, write
from intake.statistics import figures
from tests.shipped import shipped_catalogue


class TestThereAndBack:
    @pytest.mark.parametrize("name", ["catalogue.jsonl", "catalogue.yaml"])
    def test_nothing_is_lost(self, tmp_path: Path, name: str) -> None:
        catalogue = shipped_catalogue()
        count = write(catalogue, tmp_path / name)
        assert count > len(catalogue.items)
        assert read(tmp_path / name, catalogue.version) == catalogue

    def test_text_that_looks_like_markup_or_a_formula_stays(self, tmp_path: Path) -> None:
        catalogue = shipped_catalogue()
        key, item = next(iter(catalogue.items.items()))
        odd = item.model_copy(update={"remarks": ("=1+1", "a\u2028b", "'; --", "- x: {y}")})
        catalogue = replace(catalogue, items={**catalogue.items, key: odd})
        write(catalogue, tmp_path / "c.yaml")
        assert read(tmp_path / "c.yaml").items[key].remarks == odd.remarks


class TestFigures:
    def test_counts_add_up(self) -> None:
        catalogue = shipped_catalogue()
        counted = figures(catalogue)
        assert counted["business_items"] == len(catalogue.items) == sum(counted["by_department"].values())
        assert counted["items_with_basis"] == 1.0

    def test_the_shipped_library_serves_a_county_centre(self) -> None:
        counted = figures(shipped_catalogue())
        assert counted["business_items"] >= 120
        assert counted["main_items"] >= 45
        assert counted["departments"] >= 20
        assert counted["items_with_scenarios"] >= 60
        assert counted["bundles"] >= 6
        assert counted["answers"] >= 100
        assert 0 < counted["bases_verified"] <= counted["bases"]

    def test_imported_items_do_not_hide_the_aliases_of_our_own(self) -> None:
        catalogue = shipped_catalogue()
        item = next(iter(catalogue.items.values()))
        foreign = item.model_copy(update={"id": "foreign.new", "aliases": (), "origin": "imported"})
        counted = figures(replace(catalogue, items={**catalogue.items, "foreign.new": foreign}))
        assert counted["min_aliases"] >= 8
