"""What is shipped, as the catalogue from which a poorer one learns what evidence is worth."""

from __future__ import annotations

from functools import cache

from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.finder import entries, told_from
from knowledge.elsewhere.load import load_register
from knowledge.matching import Entry


@cache
def tutor() -> tuple[Entry, ...]:
    """The shipped items and the matters that others do, with all their phrasings."""
    catalogue = load_catalogue()
    return (*told_from(catalogue), *entries(load_register(catalogue)))
