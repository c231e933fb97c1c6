"""What can be edited: found by words, and one entry with its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.audit import CONSOLE
from api.access.models import StaffAccountRow
from api.platform.errors import LibraryEntryNotFound
from api.published.edits_holder import edits_of, last_of_each, last_rows
from api.published.models import LibraryEditRow, LibraryReleaseRow
from api.services import Services
from api.studio.edit_schemas import ChangeLine, ChangeLines, EditView, EntryLine, EntryLines, LibraryEntry
from knowledge.base.text import comparable_text, normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.studio.edit import ENTRY_NAMES, EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.faults import WorkingLibrary, entry_name
from knowledge.studio.record import called, plain_record, readable, record_in, record_keys, with_records
from knowledge.studio.release import Difference, record_differences

MOST_LISTED, MOST_CHANGES = 50, 200
NOTHING = LibraryEdit()

Row = LibraryEditRow


def to_be(edits: LibraryEdits, services: Services) -> Catalogue:
    """The published catalogue with every record as it was edited last, released or not; those that cannot be read are left out."""
    return with_records(services.holder.published, readable(edits.records)[0], services.today())


def working(services: Services) -> WorkingLibrary:
    """What is published now, with the edits that count."""
    return WorkingLibrary(services.catalogue, services.library.finder.library, services.elsewhere.register)


def shipped(services: Services) -> WorkingLibrary:
    """What is published without edits."""
    edits = services.edits
    return WorkingLibrary(services.holder.published, edits.shipped_answers, edits.shipped_register)


async def entries(
    session: AsyncSession, words: str, kind: EntryKind | None, edited: bool, services: Services
) -> EntryLines:
    """The entries that have the words in their name or a phrasing; those edited first."""
    rows = {(row.kind, row.key): row for row in await session.scalars(_last())}
    said = comparable_text(normalise(words))
    found: list[EntryLine] = []
    for own, key, name, phrasings, review in [
        *all_entries(shipped(services), kind),
        *_new(rows, kind, services),
    ]:
        row = rows.get((own.value, key))
        edit = LibraryEdit.model_validate(row.data) if row else NOTHING
        if edited and (row is None or edit.changes_nothing):
            continue
        if said and not any(said in comparable_text(text) for text in (name, *phrasings, *edit.phrasings)):
            continue
        due = edit.review_by.isoformat() if edit.review_by else review
        found.append(
            EntryLine(
                kind=own,
                kind_name=ENTRY_NAMES[own],
                id=key,
                name=name,
                phrasings=len(phrasings) + len(edit.phrasings),
                added=len(edit.phrasings),
                version=row.version if row else 0,
                review_due=bool(due) and due < services.today().isoformat(),
            )
        )
    found.sort(
        key=lambda one: (
            comparable_text(one.name) != said,
            said not in comparable_text(one.name),
            not one.version,
        )
    )
    return EntryLines(entries=found[:MOST_LISTED], total=len(found))


async def entry(session: AsyncSession, kind: EntryKind, key: str, services: Services) -> LibraryEntry:
    """One entry.

    Raises:
        LibraryEntryNotFound: There is none of that id.
    """
    library = shipped(services)
    history = await history_of(session, kind, key)
    names = await account_names(session)
    last = history[0] if history else None
    edit = LibraryEdit.model_validate(last.data) if last else NOTHING
    name = entry_name(kind, key, library) or _new_name(kind, key, history)
    if name is None:
        raise LibraryEntryNotFound
    named = (
        to_be(edits_of(await last_rows(session)), services) if kind is EntryKind.RECORD else library.catalogue
    )
    published = record_in(library.catalogue, key) if kind is EntryKind.RECORD else None
    released = await session.scalar(select(func.max(LibraryReleaseRow.through))) or 0
    phrasings, text, review = _written(kind, key, library)
    return LibraryEntry(
        kind=kind,
        kind_name=ENTRY_NAMES[kind],
        id=key,
        name=name,
        shipped=list(phrasings),
        shipped_text=text,
        shipped_review=review,
        edit=edit,
        in_force=not edit.changes_nothing
        and edit.is_in_force(services.today())
        and (kind is not EntryKind.RECORD or (last is not None and last.id <= released)),
        published=plain_record(published) if published else None,
        version=last.version if last else 0,
        by_name=names.get(last.account, "") if last else "",
        history=[
            view_of(row, _before(history, place), names, library.catalogue, named)
            for place, row in enumerate(history)
        ],
    )


async def changes(session: AsyncSession, services: Services) -> ChangeLines:
    """The last edits of all entries."""
    rows = list(await session.scalars(select(Row).order_by(Row.id.desc()).limit(MOST_CHANGES)))
    names, library = await account_names(session), shipped(services)
    named = to_be(edits_of(await last_rows(session)), services)
    lines = []
    for place, row in enumerate(rows):
        kind = EntryKind(row.kind)
        earlier = next((one for one in rows[place + 1 :] if (one.kind, one.key) == (row.kind, row.key)), None)
        lines.append(
            ChangeLine(
                kind=kind,
                kind_name=ENTRY_NAMES[kind],
                id=row.key,
                name=entry_name(kind, row.key, library)
                or entry_name(kind, row.key, replace(library, catalogue=named))
                or row.key,
                change=view_of(row, earlier, names, library.catalogue, named),
            )
        )
    return ChangeLines(changes=lines)


async def history_of(session: AsyncSession, kind: EntryKind, key: str) -> Sequence[Row]:
    """Every edit of an entry, the latest first."""
    wanted = select(Row).where(Row.kind == kind.value, Row.key == key).order_by(Row.version.desc())
    return (await session.scalars(wanted)).all()


async def account_names(session: AsyncSession) -> dict[str, str]:
    """The names of all accounts, and what the command line is called."""
    rows = await session.execute(select(StaffAccountRow.id, StaffAccountRow.name))
    return {CONSOLE: "命令行"} | {account: name for account, name in rows}


def view_of(
    row: Row, earlier: Row | None, names: Mapping[str, str], published: Catalogue, named: Catalogue
) -> EditView:
    """A version, in words against the one before it.

    Args:
        published, named: See :func:`knowledge.studio.release.record_differences`.
    """
    edit = LibraryEdit.model_validate(row.data)
    before = LibraryEdit.model_validate(earlier.data) if earlier else NOTHING
    return EditView(
        version=row.version,
        line=changed_line(
            before, edit, row.undoes, record_differences(row.key, before, edit, published, named)
        ),
        edit=edit,
        why=row.why,
        by_name=names.get(row.account, row.account),
        at=row.at,
        undoes=row.undoes,
    )


def changed_line(
    before: LibraryEdit, after: LibraryEdit, undoes: int = 0, of_record: Sequence[Difference] = ()
) -> str:
    """What is different, as a sentence."""
    more = [one for one in after.phrasings if one not in before.phrasings]
    less = [one for one in before.phrasings if one not in after.phrasings]
    parts = [f"加了{'、'.join(f'「{one}」' for one in more)}"] if more else []
    parts += [f"去掉了{'、'.join(f'「{one}」' for one in less)}"] if less else []
    parts += [one.line for one in of_record]
    if after.text != before.text:
        parts.append(f"改成「{after.text}」" if after.text else "换回随附的话")
    if (after.valid_from, after.valid_until) != (before.valid_from, before.valid_until):
        parts.append(f"从{after.valid_from or '现在'}用到{after.valid_until or '以后'}")
    if after.review_by != before.review_by:
        parts.append(f"{after.review_by}再看" if after.review_by else "不再提醒")
    said = "；".join(parts) or "没有变"
    return f"退回第{undoes}版以前：{said}" if undoes else said


def said_of(kind: EntryKind, key: str, library: WorkingLibrary) -> str:
    """The words of an entry that is there; empty for one that has only phrasings."""
    return _written(kind, key, library)[1]


def _before(history: Sequence[Row], place: int) -> Row | None:
    return history[place + 1] if place + 1 < len(history) else None


def _last() -> Select[tuple[Row]]:
    return select(Row).where(Row.id.in_(last_of_each()))


def _written(kind: EntryKind, key: str, library: WorkingLibrary) -> tuple[tuple[str, ...], str, str]:
    """Phrasings, text and review date of an entry that is there."""
    if kind is EntryKind.ANSWER:
        answer = library.answers.answers[key]
        return answer.phrasings, answer.answer, answer.review_by.isoformat()
    if kind is EntryKind.ELSEWHERE:
        matter = library.register.matters[key]
        return matter.phrasings, matter.first, ""
    if kind is EntryKind.RECORD:
        return (), "", ""
    if kind is EntryKind.OPTION:
        number, _, value = key.partition("/")
        option = library.catalogue.questions[number].options[value]
        return (*option.says, *option.replies), "", ""
    if (item := library.catalogue.items.get(key)) is not None:
        return item.aliases, "", ""
    return library.catalogue.bundles[key].aliases, "", ""


def _new(
    rows: Mapping[tuple[str, str], Row], kind: EntryKind | None, services: Services
) -> Iterator[tuple[EntryKind, str, str, tuple[str, ...], str]]:
    """The records that were written here and are not published yet."""
    for (own, key), row in rows.items():
        if own == kind == EntryKind.RECORD and record_in(services.holder.published, key) is None:
            yield EntryKind.RECORD, key, _new_name(EntryKind.RECORD, key, [row]) or key, (), ""


def _new_name(kind: EntryKind, key: str, history: Sequence[Row]) -> str | None:
    """What a record is called that is not published; None where nobody has written it."""
    if kind is not EntryKind.RECORD or not history:
        return None
    written: dict[str, Any] = next((row.data["record"] for row in history if row.data.get("record")), {})
    return called(key, written)


def all_entries(
    library: WorkingLibrary, kind: EntryKind | None
) -> Iterator[tuple[EntryKind, str, str, tuple[str, ...], str]]:
    """Every entry of a kind, or of all but options and records, which are many: kind, id, name, phrasings, review date."""
    ids: dict[EntryKind, list[str]] = {
        EntryKind.ITEM: [*library.catalogue.items, *library.catalogue.bundles],
        EntryKind.ANSWER: list(library.answers.answers),
        EntryKind.ELSEWHERE: list(library.register.matters),
    }
    if kind is EntryKind.OPTION:
        ids[kind] = [
            f"{number}/{value}"
            for number, question in library.catalogue.questions.items()
            for value in question.options
        ]
    if kind is EntryKind.RECORD:
        ids[kind] = list(record_keys(library.catalogue))
    for own, keys in ids.items():
        if kind in (None, own):
            for key in keys:
                phrasings, _, review = _written(own, key, library)
                yield own, key, entry_name(own, key, library) or key, phrasings, review
