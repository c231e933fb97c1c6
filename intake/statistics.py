"""Figures of a catalogue: how many items by department, kind and operation, how many have scenarios, aliases and bases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from knowledge.affair import Catalogue


def figures(catalogue: Catalogue) -> dict[str, Any]:
    """The figures as plain data; counts are of business items unless the name says otherwise."""
    items = list(catalogue.items.values())
    cited = {str(basis) for item in items for basis in item.bases} | {
        str(basis) for material in catalogue.materials.values() for basis in material.basis
    }
    return {
        "version": catalogue.version,
        "items": len(items),
        "main_items": len({item.main for item in items}),
        "bundles": len(catalogue.bundles),
        "materials": len(catalogue.materials),
        "questions": len(catalogue.questions),
        "windows": len(catalogue.windows),
        "departments": len({item.department for item in items}),
        "by_origin": counted(item.origin for item in items),
        "by_department": counted(catalogue.department_name(item.department) for item in items),
        "by_type": counted(item.type.value for item in items),
        "by_case_kind": counted(item.case_kind.value for item in items),
        "by_operation": counted(item.operation for item in items),
        "with_scenario_questions": share(len([item for item in items if item.asks]), len(items)),
        "aliases_per_item": share(sum(len(item.aliases) for item in items), len(items)),
        "items_with_basis": share(len([item for item in items if item.bases]), len(items)),
        "materials_with_basis": share(
            len([material for material in catalogue.materials.values() if material.basis]),
            len(catalogue.materials),
        ),
        "citations": len(cited),
        "laws": len({citation.partition("》")[0] for citation in cited}),
    }


def counted(values: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, most frequent first, equal ones by name."""
    counts = Counter(values)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def share(part: int, whole: int) -> float:
    """A quotient with three places; 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0
