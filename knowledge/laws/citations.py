"""Every citation of a catalogue with what it is cited for: an item, a material, a time limit, a fee, a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.base.basis import Basis
from knowledge.calendar.unit import Unit
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem, Limit


@dataclass(frozen=True)
class Use:
    """One citation where it stands.

    Attributes:
        record: Id of the item, material or bundle.
        field: Its field, for example ``legal_limit``.
        about: Id of what is cited for: the material, else the item or bundle.
        matter: What is cited for, in the catalogue's words: name of the material, fee or item.
        days: The number and unit of a time limit, which the text must then name; none for 当场.
        is_of_a_paper: Whether it is cited for a material, that is, for what people have to bring.
    """

    basis: Basis
    record: str
    field: str
    about: str
    matter: str
    days: tuple[int, Unit] | None = None
    is_of_a_paper: bool = False


def uses(catalogue: Catalogue) -> Iterator[Use]:
    """Every citation, in the order of items, materials, bundles."""
    for item in catalogue.items.values():
        yield from _of_item(item, catalogue)
    for key, material in catalogue.materials.items():
        yield from (
            Use(basis, key, "basis", key, material.name, is_of_a_paper=True) for basis in material.basis
        )
    for bundle in catalogue.bundles.values():
        yield from (Use(basis, bundle.id, "bases", bundle.id, bundle.name) for basis in bundle.bases)


def _of_item(item: BusinessItem, catalogue: Catalogue) -> Iterator[Use]:
    yield from (Use(basis, item.id, "bases", item.id, item.name) for basis in item.bases)
    for needed in item.materials:
        known = catalogue.materials.get(needed.material)
        name = known.name if known else needed.material
        field = f"materials.{needed.material}"
        yield from (
            Use(basis, item.id, field, needed.material, name, is_of_a_paper=True) for basis in needed.basis
        )
    yield from _of_limit(item, "legal_limit", item.legal_limit)
    yield from _of_limit(item, "promised_limit", item.promised_limit)
    for fee in item.fees:
        yield from (Use(basis, item.id, "fees", item.id, fee.name) for basis in fee.basis)


def told_uses(catalogue: Catalogue) -> Iterator[Use]:
    """Every citation of what people are told in answer to their questions; a sentence shares few words with its law,
    so that only whether the place exists can be checked."""
    for item in catalogue.items.values():
        for fact in item.facts:
            yield from (Use(basis, item.id, "facts", item.id, fact.text) for basis in fact.basis)
        for faq in item.questions:
            yield from (Use(basis, item.id, "questions", item.id, faq.question) for basis in faq.basis)


def _of_limit(item: BusinessItem, field: str, limit: Limit | None) -> Iterator[Use]:
    if limit is not None:
        days = (limit.days, limit.unit) if limit.days else None
        matter = f"{item.name}：{limit.days}{limit.unit}" if days else item.name
        yield from (Use(basis, item.id, field, item.id, matter, days) for basis in limit.basis)
