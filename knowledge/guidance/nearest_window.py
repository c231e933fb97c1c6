"""The window that is nearest to where somebody is: of their township by its name in the address, else by distance, else the centre's own."""

from __future__ import annotations

import math
from collections.abc import Iterable

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Window, WindowKind

EARTH_KM = 6371.0
"""Mean radius (IUGG)."""
FARTHEST_KM = 60.0
"""Farther away no window is called near: a county is about so large."""

Point = tuple[float, float]
"""Latitude and longitude in degrees; all of one system (GCJ-02, as WeChat and Chinese maps have it)."""


def nearest_window(catalogue: Catalogue, point: Point | None, label: str) -> tuple[Window, bool]:
    """The window to go to, and whether it is one that was found by place.

    Args:
        label: The address in words, for example 河东县河西镇人民路; may be empty.
    """
    windows = tuple(catalogue.windows.values())
    found = _of_township(catalogue, windows, label) or (
        _by_distance(catalogue, windows, point) if point else None
    )
    if found is not None:
        return found, True
    return next((one for one in windows if one.kind is WindowKind.UNIFIED), windows[0]), False


def distance_km(one: Point, other: Point) -> float:
    """Distance along the earth (haversine)."""
    (a, b), (c, d) = (map(math.radians, point) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _of_township(catalogue: Catalogue, windows: Iterable[Window], label: str) -> Window | None:
    named = [place for place in catalogue.places.values() if place.name in label]
    if not named:
        return None
    place = max(named, key=lambda one: len(one.name)).id
    return next((one for one in windows if place in one.places and _is_general(one)), None)


def _by_distance(catalogue: Catalogue, windows: Iterable[Window], point: Point) -> Window | None:
    near = [
        (distance_km(point, coordinates), place, window)
        for place, window in enumerate(windows)
        if _is_general(window) and (coordinates := catalogue.sites[window.site].coordinates)
    ]
    km, _, window = min(near, default=(math.inf, 0, None))
    return window if km <= FARTHEST_KM else None


def _is_general(window: Window) -> bool:
    """Whether it takes more than what one department does."""
    return window.kind in (WindowKind.UNIFIED, WindowKind.TOWNSHIP)
