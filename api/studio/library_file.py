"""What was edited is written out, and taken in from a file: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.platform.errors import EditInvalid
from api.published.edits_holder import edits_of, last_rows
from api.published.models import LibraryEditRow
from api.services import Services
from api.studio.conversations import conversation_faults, conversation_of, conversation_row, kept_rows
from api.studio.entries import NOTHING, all_entries, said_of, shipped, working
from api.studio.measuring import services_with
from api.studio.publishing_record import refuse_while_publishing
from api.studio.releases import edits_through, through_of
from knowledge.base.faults import Fault
from knowledge.studio.edit import Entry, EntryKind, LibraryEdits
from knowledge.studio.faults import entry_name, library_faults
from knowledge.studio.library_file import LibraryFile, WrittenConversation, WrittenEntry
from knowledge.studio.library_sheet import SheetRow, is_listed


@dataclass(frozen=True)
class Taken:
    """How much of a file was new."""

    entries: int
    conversations: int


async def written(number: int | None, services: Services) -> LibraryFile:
    """What is edited now, or was in a release, and the conversations that staff have kept.

    Raises:
        ReleaseNotFound: There is none of that number.
    """

    async def read(session: AsyncSession) -> LibraryFile:
        through = await through_of(session, number) if number is not None else None
        edits = (
            await edits_through(session, through)
            if through is not None
            else edits_of(await last_rows(session))
        )
        library = shipped(services)
        entries = [
            WrittenEntry(kind=kind, id=key, name=entry_name(kind, key, library) or "", **edit.model_dump())
            for (kind, key), edit in edits.edits.items()
            if edit != NOTHING
        ]
        kept = [(row.name, conversation_of(row)) for row in reversed(await kept_rows(session))]
        return LibraryFile(
            entries=tuple(entries),
            conversations=tuple(
                WrittenConversation(name=name, turns=one.turns, checks=one.checks) for name, one in kept
            ),
        )

    return await services.database.read(read)


async def rows_of_sheet(services: Services) -> list[SheetRow]:
    """Every entry with its edit, those of one kind together."""
    edits = edits_of(await services.database.read(last_rows)).edits
    library = shipped(services)
    rows = []
    for kind in EntryKind:
        for own, key, name, phrasings, _ in all_entries(library, kind):
            edit = edits.get((own, key), NOTHING)
            if is_listed(own, edit):
                text = said_of(own, key, library)
                rows.append(
                    SheetRow((own, key), name, "\n".join([*phrasings, *([text] if text else [])]), edit)
                )
    return rows


async def take_in(
    file: LibraryFile,
    actor: Actor,
    services: Services,
    places: Mapping[Entry, Fault] | None = None,
    *,
    only_check: bool = False,
) -> Taken:
    """Make the entries of a file what they are there, and keep its conversations; entries that it does not name stay as they are.

    Args:
        places: Where in the file each entry stands, for those who mend it.
        only_check: Nothing is taken; what is wrong is told all the same.

    Raises:
        EditInvalid: With everything that is wrong; nothing is taken.
        PublishingUnderWay: Somebody publishes.
    """
    now = edits_of(await services.database.read(last_rows))
    wanted = {one.entry: one.edit for one in file.entries}
    after = LibraryEdits({**now.edits, **wanted})
    found = library_faults(after, working(await services_with(after, services)), services.today())
    where = places or {}
    faults = [
        *(str(replace(where[entry], message=fault)) if entry in where else fault for entry, fault in found),
        *(
            f"对话「{one.name}」：{fault}"
            for one in file.conversations
            for fault in conversation_faults(one.name, list(one.turns), list(one.checks))
        ),
    ]
    if faults:
        raise EditInvalid(faults=faults)
    if only_check:
        changed = [entry for entry, edit in wanted.items() if now.edits.get(entry, NOTHING) != edit]
        return Taken(len(changed), len(file.conversations))
    await audit.record(services.database, services.now(), actor.id, "library_edited", "import")

    async def store(session: AsyncSession) -> Taken:
        await refuse_while_publishing(session, services.now())
        rows = {(row.kind, row.key): row for row in await last_rows(session)}
        before = edits_of(rows.values())
        changed = {entry: edit for entry, edit in wanted.items() if before.edits.get(entry, NOTHING) != edit}
        for (kind, key), edit in changed.items():
            last = rows.get((kind.value, key))
            session.add(
                LibraryEditRow(
                    kind=kind.value,
                    key=key,
                    version=last.version + 1 if last else 1,
                    data=edit.model_dump(mode="json"),
                    undoes=0,
                    why="从文件导入",
                    account=actor.id,
                    at=services.now(),
                )
            )
        kept = {(row.name, conversation_of(row).turns) for row in await kept_rows(session)}
        new = [one for one in file.conversations if (one.name, one.turns) not in kept]
        for one in new:
            session.add(conversation_row(one.name, list(one.turns), list(one.checks), actor, services))
        return Taken(len(changed), len(new))

    taken = await services.database.transact(store)
    await services.edits.refresh()
    return taken
