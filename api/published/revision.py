"""What staff have revised: the difference between a whole catalogue that they hand in and the one in the store.

A record that they changed or added becomes theirs (origin ``staff``), one that they left out goes out of force and stays out;
all others keep their origin, so that the next release and the next import still reach them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.published import repository
from api.published.models import CatalogueRecord
from api.published.records import records_of
from knowledge.catalogue.affair import Catalogue

STAFF = "staff"

Key = tuple[str, str]


@dataclass(frozen=True)
class Revision:
    """Kind and id of what was added, changed and taken out of force."""

    added: tuple[Key, ...]
    changed: tuple[Key, ...]
    removed: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


async def revise(session: AsyncSession, catalogue: Catalogue) -> Revision:
    """Make the store hold this catalogue, in the session's transaction."""
    stored = await repository.everything(session)
    wanted = {(record["kind"], record["id"]): record for record in records_of(catalogue)}
    in_force = {key for key, record in stored.items() if record.active}
    added = tuple(key for key in wanted if key not in in_force)
    changed = tuple(key for key in wanted if key in in_force and wanted[key]["data"] != stored[key].data)
    removed = tuple(key for key in stored if key in in_force and key not in wanted)
    for key in (*added, *changed):
        await repository.put(session, STAFF, wanted[key])
    for key in removed:
        await repository.put(session, STAFF, _written(stored[key]), active=False)
    return Revision(added, changed, removed)


async def keep_what_staff_name(session: AsyncSession, coming: set[Key]) -> None:
    """Before a release replaces the shipped records: those that staff's records name and it lacks become staff's too."""
    stored = await repository.everything(session)
    theirs = [record for record in stored.values() if record.origin == STAFF and record.active]
    while theirs:
        named = {key for record in theirs for key in _named(record)}
        theirs = [stored[key] for key in named - coming if key in stored and stored[key].origin == "shipped"]
        for record in theirs:
            record.origin = STAFF
    await session.flush()


def _named(record: CatalogueRecord) -> Iterator[Key]:
    """The records that an item, a bundle or a window names."""
    data: dict[str, Any] = record.data
    yield from (("materials", need["material"]) for need in data.get("materials", ()))
    yield from (("materials", paper["material"]) for paper in data.get("shared", ()))
    yield from (("questions", asked["question"]) for asked in data.get("asks", ()))
    yield from (("items", part["item"]) for part in data.get("parts", ()))
    yield from (("items", item) for item in data.get("prerequisites", ()))
    yield from (("departments", department) for department in data.get("joint_with", ()))
    for kind, field in (("departments", "department"), ("sites", "site")):
        if field in data:
            yield kind, data[field]


def _written(record: CatalogueRecord) -> dict[str, Any]:
    return {"kind": record.kind, "id": record.id, "position": record.position, "data": record.data}
