"""Write the working catalogue: the shipped release, and items imported from elsewhere."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.published import repository
from api.published.models import CatalogueState
from api.published.records import records, records_of
from api.published.revision import STAFF, Revision, keep_what_staff_name, revise
from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem, Department, Material, Question
from knowledge.catalogue.load import folder_version, load_catalogue

RECORD_FORMAT = 2
"""Counted up when the records' layout changes, so that the shipped release is written anew."""


async def load_shipped(
    session: AsyncSession, now: datetime, folder: Path = SHIPPED, local: Path | None = None
) -> bool:
    """Put the shipped release into the store, if it is not the one that is there. Imported records stay.

    What staff have revised stays as they wrote it, and so does whatever their records name that the release no longer has.

    Args:
        local: The centre's own ``local.yaml`` in the place of the shipped example.

    Returns:
        Whether anything was written.

    Raises:
        CatalogueFaults: The shipped files are faulty; the store is left as it was.
    """
    digest = f"{folder_version(folder, local)}.{RECORD_FORMAT}"
    state = await _state(session, now)
    if state.shipped == digest:
        return False
    shipped = await asyncio.to_thread(load_catalogue, folder, local)
    revised = await repository.ids_of(session, STAFF)
    written = [one for one in records_of(shipped) if (one["kind"], one["id"]) not in revised]
    keys = {(record["kind"], record["id"]) for record in written}
    clash = keys & (await repository.ids_outside(session, "shipped", "") - revised)
    if clash:
        raise _already_used(clash)
    await keep_what_staff_name(session, keys)
    await repository.replace(session, "shipped", "", written)
    _stamp(state, now, shipped=digest)
    return True


async def store_imported(
    session: AsyncSession,
    items: Iterable[BusinessItem],
    materials: Mapping[str, Material],
    *,
    source: str,
    now: datetime,
    questions: Mapping[str, Question] | None = None,
    departments: Mapping[str, Department] | None = None,
) -> int:
    """Put imported items in the place of all earlier ones from the same source, in the session's transaction.

    Args:
        source: Name of the source; the same name replaces.
        departments: Those that the store does not have yet; known ones are left as they are.

    Returns:
        How many items were stored.

    Raises:
        CatalogueFaults: Ids that belong to somebody else, or materials, questions and departments that do not exist.
    """
    state = await _state(session, now)
    revised = await repository.ids_of(session, STAFF)
    taken = await repository.ids_outside(session, "imported", source)
    new_departments = {
        key: department
        for key, department in (departments or {}).items()
        if ("departments", key) not in taken
    }
    members: dict[str, Mapping[str, Any]] = {
        "items": {
            item.id: item.model_copy(update={"origin": "imported", "source": source}) for item in items
        },
        "materials": materials,
        "questions": questions or {},
        "departments": new_departments,
    }
    clash = {(kind, key) for kind, group in members.items() for key in group} & (taken - revised)
    faults = list(_already_used(clash).faults) if clash else []
    faults += _dangling(members, taken)
    if faults:
        raise CatalogueFaults(faults)
    written = [
        record
        for kind, group in members.items()
        for record in records(kind, group)
        if (kind, record["id"]) not in revised
    ]
    await repository.replace(session, "imported", source, written)
    digest = hashlib.sha256(repr([(r["kind"], r["id"], r["data"]) for r in written]).encode()).hexdigest()[
        :12
    ]
    _stamp(state, now, imported={**state.imported, source: digest})
    return len(members["items"])


async def store_revised(session: AsyncSession, catalogue: Catalogue, now: datetime) -> Revision:
    """Make the store hold this catalogue, in the session's transaction; what differs from it becomes the staff's own."""
    state = await _state(session, now)
    revision = await revise(session, catalogue)
    if revision:
        theirs = [
            (*key, record.active, record.data)
            for key, record in sorted((await repository.everything(session)).items())
            if record.origin == STAFF
        ]
        digest = hashlib.sha256(repr(theirs).encode()).hexdigest()[:12]
        _stamp(state, now, imported={**state.imported, STAFF: digest})
    return revision


async def _state(session: AsyncSession, now: datetime) -> CatalogueState:
    state = await repository.state(session)
    if state is None:
        state = CatalogueState(id=repository.STATE_ID, shipped="", imported={}, version="", changed_at=now)
        session.add(state)
        await session.flush()
    return state


def _stamp(
    state: CatalogueState,
    now: datetime,
    *,
    shipped: str | None = None,
    imported: dict[str, str] | None = None,
) -> None:
    state.shipped = shipped if shipped is not None else state.shipped
    state.imported = imported if imported is not None else state.imported
    state.changed_at = now
    state.version = _version(state)


def _version(state: CatalogueState) -> str:
    """The shipped release's own version where nothing was imported, else a digest of all parts."""
    shipped = state.shipped.partition(".")[0]
    if not state.imported:
        return shipped
    parts = [shipped, *(f"{source}={digest}" for source, digest in sorted(state.imported.items()))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _already_used(clash: Iterable[tuple[str, str]]) -> CatalogueFaults:
    return CatalogueFaults(
        Fault("-", 0, f"{kind}.{key}", "这个编号已经被别的来源用了，请换一个编号")
        for kind, key in sorted(clash)
    )


def _dangling(members: Mapping[str, Mapping[str, Any]], taken: set[tuple[str, str]]) -> list[Fault]:
    """Whatever the items name that neither they bring along nor the store has."""
    known = taken | {(kind, key) for kind, group in members.items() for key in group}
    faults = []
    for item in members["items"].values():
        named = [("materials", need.material) for need in item.materials]
        named += [("materials", paper.material) for paper in item.shared]
        named += [("questions", asked.question) for asked in item.asks]
        named += [("departments", item.department)]
        faults += [
            Fault("-", 0, item.id, f"用到的 {kind}.{key} 不存在")
            for kind, key in named
            if (kind, key) not in known
        ]
    return faults
