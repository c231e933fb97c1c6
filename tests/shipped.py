"""The catalogue that comes with the product, read once in a test process; it is frozen, so that tests can share it."""

from __future__ import annotations

from functools import cache

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import load_catalogue


@cache
def shipped_catalogue() -> Catalogue:
    """What :func:`load_catalogue` makes of the shipped files."""
    return load_catalogue()
