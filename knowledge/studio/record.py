"""Records of the catalogue as they are edited: whole items, questions and materials, in the place of those published."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from knowledge.base.basis import Basis
from knowledge.base.validation import in_chinese
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem, Material, Question
from knowledge.studio.edit import Entry, EntryKind, LibraryEdit, LibraryEdits

MEMBERS: dict[str, type[BaseModel]] = {"items": BusinessItem, "questions": Question, "materials": Material}
"""What can be edited as a whole, by the catalogue's member."""

MEMBER_NAMES = {"items": "事项", "questions": "情形问题", "materials": "材料"}

NO_KEY = "编号用小写字母、数字和下划线；事项的编号写成 主项.操作，例如 dog_registration.reissue。"

_ID = re.compile(r"(items|questions|materials)/([^\s/]{1,120})")
_NEW = re.compile(r"items/[a-z0-9_]+\.[a-z0-9_]+|(questions|materials)/[a-z0-9_]+(\.[a-z0-9_]+)?")


def place_of(key: str) -> tuple[str, str] | None:
    """Member and id of a record; None for what cannot be one."""
    found = _ID.fullmatch(key)
    return (found[1], found[2]) if found else None


def may_be_new(key: str) -> bool:
    """Whether a new record may have this key: ids that people write are short and stay the same for ever."""
    return _NEW.fullmatch(key) is not None


def record_in(catalogue: Catalogue, key: str) -> BaseModel | None:
    """The record of a key, where the catalogue has one."""
    place = place_of(key)
    if place is None:
        return None
    found: BaseModel | None = getattr(catalogue, place[0]).get(place[1])
    return found


def record_keys(catalogue: Catalogue) -> Iterator[str]:
    """The keys of all records that can be edited."""
    for member in MEMBERS:
        yield from (f"{member}/{key}" for key in getattr(catalogue, member))


def called(key: str, record: BaseModel | Mapping[str, Any]) -> str:
    """What a record is called."""
    data = record if isinstance(record, Mapping) else record.model_dump()
    name = str(data.get("text" if key.startswith("questions/") else "name") or "")
    return f"{MEMBER_NAMES[key.partition('/')[0]]}：{name or key.partition('/')[2]}"


def plain_record(record: BaseModel) -> dict[str, Any]:
    """A record as it is edited: without what is left out anyway, and its citations as people write them."""
    data: dict[str, Any] = _written(record.model_dump(mode="json", exclude_defaults=True))
    return data


def read_record(key: str, data: Mapping[str, Any]) -> BaseModel:
    """The record that was written.

    Raises:
        pydantic.ValidationError: It is none.
    """
    member, own = key.split("/", 1)
    if member == "items":
        data = {**data, "id": own, "main": own.partition(".")[0], "origin": "staff"}
    return MEMBERS[member].model_validate(data)


def record_faults(key: str, data: Mapping[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Where a written record cannot be read, and why; nothing where it can."""
    if place_of(key) is None:
        return [((), NO_KEY)]
    try:
        read_record(key, data)
    except ValidationError as error:
        return [(_field_of(fault["loc"]), in_chinese(fault)) for fault in error.errors()]
    return []


def with_records(catalogue: Catalogue, released: LibraryEdits, today: date) -> Catalogue:
    """The catalogue with the records that a release has in the place of those published; the same object where there are none.

    Its version is its own: notices and cases name the catalogue by which they were made.
    """
    members: dict[str, dict[str, BaseModel]] = {}
    told = []
    for key, edit in sorted(released.of(EntryKind.RECORD, today).items()):
        member, own = key.split("/", 1)
        records = members.setdefault(member, dict(getattr(catalogue, member)))
        if edit.dropped:
            records.pop(own, None)
        elif edit.record is not None:
            records[own] = read_record(key, edit.record)
        told.append((key, edit.dropped, json.dumps(edit.record, sort_keys=True, ensure_ascii=False)))
    if not members:
        return catalogue
    version = hashlib.sha256(repr((catalogue.version, told)).encode()).hexdigest()[:12]
    changed: dict[str, Any] = {**members, "version": version}
    return replace(catalogue, **changed)


def readable(edits: LibraryEdits) -> tuple[LibraryEdits, list[tuple[Entry, str]]]:
    """The edits without records that an older release of the product wrote and this one cannot read; and those, with why."""
    good: dict[Entry, LibraryEdit] = {}
    bad: list[tuple[Entry, str]] = []
    for (kind, key), edit in edits.edits.items():
        faults = record_faults(key, edit.record) if kind is EntryKind.RECORD and edit.record else []
        bad += [((kind, key), f"{'.'.join(map(str, place))}：{message}") for place, message in faults]
        if not faults:
            good[kind, key] = edit
    return LibraryEdits(good), bad


def _written(value: Any) -> Any:
    """Plain data with each citation as its text, where nothing is lost by it."""
    if isinstance(value, list):
        return [_written(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "law" in value and value.keys() <= set(Basis.model_fields):
        return _citation(Basis.model_validate(value))
    return {key: _written(one) for key, one in value.items()}


def _citation(basis: Basis) -> str | dict[str, str]:
    try:
        if Basis.parse(str(basis)) == basis:
            return str(basis)
    except ValueError:
        pass
    return dict(basis.model_dump(exclude_defaults=True))


def _field_of(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A pydantic place without the names of validators and of kinds of conditions."""
    return tuple(part for part in loc if not str(part).startswith("function"))
