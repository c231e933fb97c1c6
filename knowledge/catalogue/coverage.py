"""How well a catalogue is covered: aliases said of two items, questions that really change the list of materials."""

from __future__ import annotations

from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem

FEWEST_ALIASES = 8
"""Colloquial phrasings that each business item needs at least."""


def repeated_aliases(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Aliases that more than one item or bundle has, with their ids; written differently but normalised alike counts."""
    owners: dict[str, list[str]] = {}
    for group in (catalogue.items, catalogue.bundles):
        for key, one in group.items():
            for alias in {normalise(alias) for alias in one.aliases}:
                owners.setdefault(alias, []).append(key)
    return {alias: tuple(keys) for alias, keys in owners.items() if len(keys) > 1}


def deciding_questions(item: BusinessItem) -> tuple[str, ...]:
    """The questions, in order of asking, on whose answers some material depends."""
    deciding = {atom.question for need in item.materials if need.when for atom in need.when.atoms()}
    return tuple(asked.question for asked in item.asks if asked.question in deciding)
