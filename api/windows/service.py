"""The windows that are in force, with their sites."""

from __future__ import annotations

from api.windows.schemas import WindowList, WindowView
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Window, opening_text


def list_windows(catalogue: Catalogue) -> WindowList:
    """All windows, in the order of the catalogue."""
    return WindowList(windows=[_view(window, catalogue) for window in catalogue.windows.values()])


def _view(window: Window, catalogue: Catalogue) -> WindowView:
    site = catalogue.sites[window.site]
    return WindowView(
        id=window.id,
        **catalogue.place_of(window),
        kind=window.kind,
        hours=opening_text(window.hours or site.hours),
        departments=[catalogue.department_name(key) for key in window.departments],
        places=[catalogue.places[key].name for key in window.places],
        takes_appointments=window.takes_appointments,
        open_dates=list(window.open_dates),
        how_to_get_there=site.how_to_get_there,
        example=site.example,
    )
