"""Edit an entry, take an edit back, add one phrasing; each in force at once in every process that shares the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.platform.errors import EditInvalid, EditStale, LibraryEntryNotFound, NothingToUndo
from api.published.models import LibraryEditRow
from api.services import Services
from api.studio.edit_schemas import EditWanted, LibraryEntry, PhrasingWanted
from api.studio.entries import NOTHING, entry, history_of, working
from knowledge.base.text import comparable_text, normalise
from knowledge.studio.edit import EntryKind, LibraryEdit
from knowledge.studio.faults import edit_faults, entry_name

Store = Callable[[AsyncSession], Awaitable[None]]


async def edit(
    kind: EntryKind, key: str, wanted: EditWanted, actor: Actor, services: Services
) -> LibraryEntry:
    """Keep an edit.

    Raises:
        EditInvalid: With everything that is wrong.
        EditStale: Somebody else has edited the entry since; theirs goes along.
        LibraryEntryNotFound: There is no such entry.
    """
    await _check(kind, key, wanted.edit, services)

    async def store(session: AsyncSession) -> None:
        history = await history_of(session, kind, key)
        now = history[0].version if history else 0
        if now != wanted.version:
            theirs = await entry(session, kind, key, services)
            raise EditStale(theirs=theirs.model_dump(mode="json"))
        session.add(_row(kind, key, now + 1, wanted.edit, actor, services, why=wanted.why))

    return await _kept(store, "library_edited", kind, key, actor, services)


async def undo(kind: EntryKind, key: str, version: int, actor: Actor, services: Services) -> LibraryEntry:
    """Take the last edit of an entry back: what was before it counts again, and it stays in the history.

    Raises:
        EditStale: Another edit is the last one; it goes along.
        NothingToUndo: The entry was never edited.
    """

    async def store(session: AsyncSession) -> None:
        history = await history_of(session, kind, key)
        if not history:
            raise NothingToUndo
        if history[0].version != version:
            theirs = await entry(session, kind, key, services)
            raise EditStale(theirs=theirs.model_dump(mode="json"))
        earlier = LibraryEdit.model_validate(history[1].data) if len(history) > 1 else NOTHING
        session.add(_row(kind, key, version + 1, earlier, actor, services, undoes=version))

    return await _kept(store, "library_undone", kind, key, actor, services)


async def add_phrasing(wanted: PhrasingWanted, actor: Actor, services: Services) -> LibraryEntry:
    """Add one phrasing to whatever the entry has now: two who add different ones at the same time both succeed.

    Raises:
        EditInvalid: With everything that is wrong.
        LibraryEntryNotFound: There is no such entry.
    """
    kind, key, text = wanted.kind, wanted.id, normalise(wanted.text).strip()
    await _check(kind, key, LibraryEdit(phrasings=(text,)), services)

    async def store(session: AsyncSession) -> None:
        history = await history_of(session, kind, key)
        before = LibraryEdit.model_validate(history[0].data) if history else NOTHING
        if comparable_text(text) in map(comparable_text, before.phrasings):
            return
        after = before.model_copy(update={"phrasings": (*before.phrasings, text)})
        now = history[0].version if history else 0
        session.add(_row(kind, key, now + 1, after, actor, services))

    return await _kept(store, "library_edited", kind, key, actor, services)


async def _check(kind: EntryKind, key: str, wanted: LibraryEdit, services: Services) -> None:
    await services.edits.refresh()
    library = working(services)
    is_new_record = kind is EntryKind.RECORD and (wanted.record is not None or wanted.changes_nothing)
    if entry_name(kind, key, library) is None and not is_new_record:
        raise LibraryEntryNotFound
    faults = edit_faults(kind, key, wanted, library, services.today())
    if faults:
        raise EditInvalid(faults=faults)


async def _kept(
    store: Store, act: str, kind: EntryKind, key: str, actor: Actor, services: Services
) -> LibraryEntry:
    await audit.record(services.database, services.now(), actor.id, act, f"{kind.value}/{key}"[:120])
    await services.database.transact(store)
    await services.edits.refresh()
    return await services.database.read(lambda session: entry(session, kind, key, services))


def _row(
    kind: EntryKind,
    key: str,
    version: int,
    edit: LibraryEdit,
    actor: Actor,
    services: Services,
    *,
    undoes: int = 0,
    why: str = "",
) -> LibraryEditRow:
    return LibraryEditRow(
        kind=kind.value,
        key=key,
        version=version,
        data=edit.model_dump(mode="json"),
        undoes=undoes,
        why=why,
        account=actor.id,
        at=services.now(),
    )
