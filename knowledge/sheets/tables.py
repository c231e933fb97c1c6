"""The sheets: which record stands on which, and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.sheets.centre_tables import DEPARTMENTS, FACTS, PLACES, SITES, TRANSFERS, WINDOWS
from knowledge.sheets.columns import Column, Table
from knowledge.sheets.common_tables import BUNDLES, MATERIALS, OPTIONS, PARTS, QUESTIONS
from knowledge.sheets.item_tables import ASKED, FAQ, FEES, ITEMS, MAIN, NEEDED, SHARED, STEPS, TOLD

__all__ = [
    "BUNDLES",
    "CHILDREN",
    "ITEMS",
    "MAIN",
    "MATERIALS",
    "QUESTIONS",
    "RECORDS",
    "TABLES",
    "TRANSFERS",
    "WINDOWS",
    "Column",
    "Table",
]

RECORDS: tuple[Table, ...] = (
    ITEMS,
    QUESTIONS,
    MATERIALS,
    BUNDLES,
    DEPARTMENTS,
    WINDOWS,
    SITES,
    PLACES,
    FACTS,
)
"""Records of the catalogue that are kept by id."""

CHILDREN: Mapping[str, tuple[Table, ...]] = {
    "items": (ASKED, NEEDED, SHARED, FEES, STEPS, FAQ, TOLD),
    "questions": (OPTIONS,),
    "bundles": (ASKED, PARTS),
}
"""What belongs to a record, by the record's member."""

TABLES: tuple[Table, ...] = (
    MAIN,
    ITEMS,
    QUESTIONS,
    OPTIONS,
    MATERIALS,
    ASKED,
    NEEDED,
    SHARED,
    FEES,
    STEPS,
    FAQ,
    TOLD,
    BUNDLES,
    PARTS,
    DEPARTMENTS,
    WINDOWS,
    SITES,
    PLACES,
    FACTS,
    TRANSFERS,
)
"""All sheets beside 说明, in their order."""
