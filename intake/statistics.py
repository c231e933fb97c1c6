"""Figures of a catalogue: how many items by department, kind and operation, how many have scenarios, aliases and bases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from knowledge.answers.load import read_answers
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.coverage import deciding_questions, repeated_aliases
from knowledge.catalogue.item import BusinessItem
from knowledge.elsewhere.load import read_register
from knowledge.laws.citations import uses
from knowledge.laws.verified_yaml import read_record


def figures(catalogue: Catalogue) -> dict[str, Any]:
    """The figures as plain data; counts are of business items unless the name says otherwise."""
    items = list(catalogue.items.values())
    cited = {str(use.basis) for use in uses(catalogue)}
    return {
        "version": catalogue.version,
        "main_items": len({item.main for item in items}),
        "business_items": len(items),
        "departments": len({item.department for item in items}),
        "items_with_scenarios": len([item for item in items if len(deciding_questions(item)) >= SCENARIOS]),
        "bundles": len(catalogue.bundles),
        "answers": len(read_answers(catalogue)[0].answers),
        "matters_elsewhere": len(read_register(catalogue)[0].matters),
        "min_aliases": fewest_aliases(items),
        "repeated_aliases": len(repeated_aliases(catalogue)),
        "bases": len(cited),
        "bases_verified": len(cited & read_record(SHIPPED)),
        "materials": len(catalogue.materials),
        "questions": len(catalogue.questions),
        "windows": len(catalogue.windows),
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
        "laws": len({citation.partition("》")[0] for citation in cited}),
    }


SCENARIOS = 2
"""Questions that change the list of materials, from which on an item counts as one with scenarios."""


def fewest_aliases(items: Iterable[BusinessItem]) -> int:
    """The smallest number of aliases of an item; imported ones, which come without, count only where there are no others."""
    items = list(items)
    own = [item for item in items if item.origin != "imported"] or items
    return min((len(item.aliases) for item in own), default=0)


def counted(values: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, most frequent first, equal ones by name."""
    counts = Counter(values)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def share(part: int, whole: int) -> float:
    """A quotient with three places; 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0
