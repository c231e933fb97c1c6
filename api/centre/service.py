"""Look at a change, make it, undo it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.access.models import StaffAccountRow
from api.appointments.displaced import displaced
from api.appointments.repository import Visit
from api.centre import limit_change
from api.centre.limit_change import Shifts
from api.centre.schemas import (
    CentrePlaces,
    ChangePreview,
    ChangeWanted,
    DisplacedVisit,
    EntryList,
    EntryView,
    EntryWanted,
    NamedPlace,
)
from api.platform.clock import at_centre
from api.platform.errors import EntryInvalid, EntryNotFound, EntryUndone
from api.published.models import CentreEntryRow
from api.services import Services
from knowledge.base.roles import Role
from knowledge.catalogue.affair import Catalogue
from knowledge.centre.effect import CentreInForce
from knowledge.centre.entry import ENTRY, KINDS, CentreEntry, entry_faults, entry_line
from knowledge.language.resume_code import ALPHABET

EDITORS = (Role.TUNER, Role.ADMINISTRATOR)
"""中心管理人员."""

MOST_LISTED = 500


async def entries(session: AsyncSession, kind: str, actor: Actor, services: Services) -> EntryList:
    """What was entered, the latest first."""
    query = select(CentreEntryRow).order_by(CentreEntryRow.at.desc(), CentreEntryRow.id).limit(MOST_LISTED)
    rows = (await session.scalars(query.where(CentreEntryRow.kind == kind) if kind else query)).all()
    named = await session.execute(select(StaffAccountRow.id, StaffAccountRow.name))
    names = {account: name for account, name in named}
    return EntryList(
        entries=[_view(row, names, services.catalogue) for row in rows], may_enter=actor.may(*EDITORS)
    )


def places(catalogue: Catalogue) -> CentrePlaces:
    """What entries can name, in the catalogue's order."""
    return CentrePlaces(
        sites=[NamedPlace(id=site.id, name=site.name) for site in catalogue.sites.values()],
        windows=[
            NamedPlace(id=window.id, name=f"{window.number}{window.name}", of=window.site)
            for window in catalogue.windows.values()
        ],
        departments=[NamedPlace(id=one.id, name=one.name) for one in catalogue.departments.values()],
        items=[
            NamedPlace(id=item.id, name=item.name, of=item.department)
            for item in catalogue.items.values()
            if item.origin != "imported"
        ],
    )


async def preview(wanted: ChangeWanted, services: Services) -> ChangePreview:
    """What a change would move.

    Raises:
        EntryInvalid: With everything that is wrong.
        EntryNotFound: There is nothing to be replaced.
    """
    now, catalogue = services.now(), services.catalogue
    changed = _changed(wanted.entry, wanted.replaces, services)
    calendar = changed.calendar(services.centre.shipped)
    found = Shifts()
    if calendar != services.calendar:
        found = await limit_change.shifts(services, calendar)
    later = changed.catalogue(services.holder.current, services.today())
    visits = await services.database.read(lambda session: displaced(session, later, calendar, now))
    return ChangePreview(
        line=entry_line(wanted.entry, catalogue) if wanted.entry else "",
        looked_at=found.looked,
        shifted=found.count,
        limits=found.listed,
        appointments=[_displaced(visit, later) for visit in visits],
    )


async def enter(wanted: EntryWanted, actor: Actor, services: Services) -> EntryView:
    """Enter something; it is in force at once, here and within a moment in every other process.

    Raises:
        EntryInvalid: With everything that is wrong.
        EntryNotFound: There is nothing to be replaced.
        EntryUndone: What is to be replaced was undone before.
    """
    changed = _changed(wanted.entry, wanted.replaces, services)
    row = CentreEntryRow(
        id="".join(secrets.choice(ALPHABET) for _ in range(8)),
        kind=wanted.entry.kind,
        data=wanted.entry.model_dump(mode="json"),
        replaces=wanted.replaces,
        account=actor.id,
        at=services.now(),
        undone_by="",
    )
    about = {"kind": row.kind, "replaces": row.replaces}
    await audit.record(services.database, row.at, actor.id, "centre_entered", row.id, about)
    moves = changed.calendar(services.centre.shipped) != services.calendar

    async def store(session: AsyncSession) -> None:
        if wanted.replaces:
            await _undo(session, wanted.replaces, actor, services)
        session.add(row)
        if moves:
            await limit_change.look_again(session, services.now())

    await services.database.transact(store)
    await services.centre.refresh()
    return _view(row, {actor.id: actor.name}, services.catalogue)


async def undo(entry_id: str, actor: Actor, services: Services) -> None:
    """Take an entry back: it stays in the history.

    Raises:
        EntryNotFound: There is none.
        EntryUndone: It was undone before.
    """
    await audit.record(services.database, services.now(), actor.id, "centre_undone", entry_id)
    before = services.calendar

    async def store(session: AsyncSession) -> None:
        await _undo(session, entry_id, actor, services)

    await services.database.transact(store)
    await services.centre.refresh()
    if services.calendar != before:
        await services.database.transact(lambda session: limit_change.look_again(session, services.now()))


async def _undo(session: AsyncSession, entry_id: str, actor: Actor, services: Services) -> None:
    row = await session.get(CentreEntryRow, entry_id, with_for_update=True)
    if row is None:
        raise EntryNotFound
    if row.undone_at is not None:
        raise EntryUndone
    row.undone_by, row.undone_at = actor.id, services.now()


def _changed(entry: CentreEntry | None, replaces: str, services: Services) -> CentreInForce:
    """What would be in force."""
    kept = services.centre.in_force
    if replaces:
        if replaces not in kept.entries:
            raise EntryNotFound
        kept = kept.without(replaces)
    if entry is None:
        return kept
    catalogue = kept.catalogue(services.holder.current, services.today())
    if faults := entry_faults(entry, catalogue, services.now()):
        raise EntryInvalid("".join(faults), faults=faults)
    return kept.with_entry(entry)


def _view(row: CentreEntryRow, names: Mapping[str, str], catalogue: Catalogue) -> EntryView:
    entry = ENTRY.validate_python(row.data)
    return EntryView(
        id=row.id,
        kind=row.kind,
        kind_name=KINDS[row.kind],
        line=entry_line(entry, catalogue),
        entry=entry,
        by=row.account,
        by_name=names.get(row.account, row.account),
        at=at_centre(row.at),
        replaces=row.replaces,
        undone_by_name=names.get(row.undone_by, row.undone_by),
        undone_at=at_centre(row.undone_at) if row.undone_at else None,
    )


def _displaced(visit: Visit, catalogue: Catalogue) -> DisplacedVisit:
    row = visit.appointment
    window = catalogue.windows.get(row.window)
    return DisplacedVisit(
        window=row.window,
        window_name=f"{window.number}{window.name}" if window else row.window,
        day=row.day,
        start=row.start,
        end=row.end,
        code=row.code,
        item=row.item,
    )
