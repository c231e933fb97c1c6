"""The catalogue as records and back: what is written into the store and what is read out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Department, Material, Question
from knowledge.catalogue.window import BodyTransfer, CentreFact, Place, Site, Window

KINDS: dict[str, type[BaseModel]] = {
    "items": BusinessItem,
    "questions": Question,
    "materials": Material,
    "departments": Department,
    "bundles": Bundle,
    "windows": Window,
    "sites": Site,
    "places": Place,
    "facts": CentreFact,
}
"""Kinds of records that are kept by id; the name is the catalogue's member."""

TRANSFER = "transfers"


def records_of(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Every record of a catalogue, ready for the store."""
    for kind in KINDS:
        yield from records(kind, getattr(catalogue, kind))
    for position, transfer in enumerate(catalogue.transfers):
        yield _record(TRANSFER, str(position), position, transfer)


def records(kind: str, members: Mapping[str, BaseModel]) -> Iterator[dict[str, Any]]:
    """The records of one kind."""
    for position, (key, member) in enumerate(members.items()):
        yield _record(kind, key, position, member)


def _record(kind: str, key: str, position: int, member: BaseModel) -> dict[str, Any]:
    data = member.model_dump(mode="json", exclude_defaults=True)
    return {"kind": kind, "id": key, "position": position, "data": data}


def catalogue_of(stored: Sequence[tuple[str, str, Any]], version: str) -> Catalogue:
    """The catalogue that these records make.

    Raises:
        pydantic.ValidationError: A record was written by another release and does not fit this one.
    """
    members: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for kind, key, data in stored:
        if kind in KINDS:
            members[kind][key] = KINDS[kind].model_validate(data)
    return Catalogue(**members, transfers=tuple(_transfers(stored)), version=version)


def _transfers(stored: Iterable[tuple[str, str, Any]]) -> Iterator[BodyTransfer]:
    for kind, _, data in stored:
        if kind == TRANSFER:
            yield BodyTransfer.model_validate(data)
