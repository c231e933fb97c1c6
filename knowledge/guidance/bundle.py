"""Several items wanted at once: the bundle (一件事) in which they are."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue.affair import Catalogue


def bundle_of(wanted: Sequence[str], catalogue: Catalogue) -> str | None:
    """The smallest bundle that holds all the items; None where there is none, or only one item is wanted.

    Args:
        wanted: Ids of items.
    """
    items = set(wanted)
    if len(items) < 2:
        return None
    fitting = [one for one in catalogue.bundles.values() if items <= {part.item for part in one.parts}]
    return min(fitting, key=lambda one: len(one.parts)).id if fitting else None
