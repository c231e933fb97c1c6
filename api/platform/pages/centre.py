"""What a page says of the centre itself."""

from __future__ import annotations

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import WindowKind


def centre_name(catalogue: Catalogue) -> str:
    """The name of the centre: of the site in which the unified window stands."""
    windows = list(catalogue.windows.values())
    main = next((window for window in windows if window.kind is WindowKind.UNIFIED), None)
    chosen = main or (windows[0] if windows else None)
    return catalogue.sites[chosen.site].name if chosen else ""
