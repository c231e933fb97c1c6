"""The nearest window: by the name of the township, by distance, else the centre's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.nearest_window import distance_km, nearest_window
from tests.shipped import shipped_catalogue


@pytest.fixture
def placed() -> Catalogue:
    """The shipped centre with coordinates: the centre and its two outposts."""
    shipped = shipped_catalogue()
    points = {"centre": (30.0, 110.0), "hexi_centre": (30.2, 109.9), "linjiang_centre": (29.8, 110.3)}
    sites = {
        key: site.model_copy(update={"coordinates": points.get(key)}) for key, site in shipped.sites.items()
    }
    return replace(shipped, sites=sites)


class TestNearestWindow:
    def test_the_township_that_the_address_names(self, placed: Catalogue) -> None:
        window, is_near = nearest_window(placed, (30.0, 110.0), "河东县河西镇人民路5号")
        assert (window.site, is_near) == ("hexi_centre", True)

    @pytest.mark.parametrize(
        ("point", "site"), [((29.81, 110.29), "linjiang_centre"), ((30.01, 110.01), "centre")]
    )
    def test_the_nearest_by_distance(self, placed: Catalogue, point: tuple[float, float], site: str) -> None:
        assert nearest_window(placed, point, "")[0].site == site

    def test_far_away_and_unknown_it_is_the_centre(self, placed: Catalogue) -> None:
        for point in ((39.9, 116.4), None):
            window, is_near = nearest_window(placed, point, "")
            assert (window.site, is_near) == ("centre", False)

    def test_a_degree_of_latitude(self) -> None:
        assert distance_km((30.0, 110.0), (31.0, 110.0)) == pytest.approx(111.2, abs=0.1)
