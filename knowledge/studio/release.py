"""What two states of the library differ in, entry by entry, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.catalogue.affair import Catalogue
from knowledge.studio.edit import ENTRY_NAMES, Entry, EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.faults import WorkingLibrary, entry_name
from knowledge.studio.record import plain_record, readable, record_in, with_records
from knowledge.studio.record_words import record_changes

FIRST_RELEASE = 1
"""The shipped files, without edits."""

_NOTHING = LibraryEdit()


class Change(StrEnum):
    """What became of a part of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


CHANGE_NAMES: dict[Change, str] = {Change.ADDED: "加了", Change.CHANGED: "改了", Change.REMOVED: "去掉了"}


@dataclass(frozen=True)
class Difference:
    """One part of an entry that is otherwise.

    Attributes:
        part: What it is, in Chinese: 说法, 回答, 先做什么, 选项的话, 日期.
        before, after: As it was and is; empty where it was not or is no more.
    """

    change: Change
    part: str
    before: str
    after: str

    @property
    def line(self) -> str:
        """As a sentence."""
        if self.change is Change.CHANGED:
            return f"改了{self.part}：「{self.before}」换成「{self.after}」"
        return f"{CHANGE_NAMES[self.change]}{self.part}「{self.after or self.before}」"


@dataclass(frozen=True)
class EntryDifference:
    """Everything in which one entry is otherwise.

    Attributes:
        name: What the entry is called; its id where it is no more.
    """

    kind: EntryKind
    id: str
    name: str
    differences: tuple[Difference, ...]


def differences(before: LibraryEdits, after: LibraryEdits, library: WorkingLibrary) -> list[EntryDifference]:
    """What is otherwise in the second state, entry by entry, by kind and name."""
    named = with_records(library.catalogue, readable(after.lasting)[0], date.min)
    known = replace(library, catalogue=named)
    found = [
        EntryDifference(
            kind, key, entry_name(kind, key, library) or entry_name(kind, key, known) or key, parts
        )
        for kind, key in {**before.edits, **after.edits}
        if (parts := _of_entry((kind, key), before, after, library.catalogue, named))
    ]
    order = list(ENTRY_NAMES)
    return sorted(found, key=lambda one: (order.index(one.kind), one.name))


def record_differences(
    key: str, before: LibraryEdit, after: LibraryEdit, published: Catalogue, named: Catalogue
) -> tuple[Difference, ...]:
    """What two edits of a record differ in, field by field; nothing for edits of anything else.

    Args:
        published: Has the record where one of them changes nothing.
        named: Knows the names of what they speak of, also of what is not published yet.
    """
    if (before.record, before.dropped) == (after.record, after.dropped):
        return ()
    if before.dropped != after.dropped:
        return (Difference(Change.CHANGED, "办不办", *(("办", "停用") if after.dropped else ("停用", "办"))),)
    record = record_in(published, key)
    base = plain_record(record) if record else {}
    found = record_changes(key.partition("/")[0], before.record or base, after.record or base, named)
    return tuple(one for part, was, now in found for one in _single(part, was, now))


def _of_entry(
    entry: Entry, before: LibraryEdits, after: LibraryEdits, published: Catalogue, named: Catalogue
) -> tuple[Difference, ...]:
    was, now = before.edits.get(entry, _NOTHING), after.edits.get(entry, _NOTHING)
    if entry[0] is EntryKind.RECORD:
        return (
            *record_differences(entry[1], was, now, published, named),
            *_single("日期", _days(was), _days(now)),
        )
    return tuple(_parts(entry[0], was, now))


def _parts(kind: EntryKind, before: LibraryEdit, after: LibraryEdit) -> Iterator[Difference]:
    phrasing = "选项的话" if kind is EntryKind.OPTION else "说法"
    for text in after.phrasings:
        if text not in before.phrasings:
            yield Difference(Change.ADDED, phrasing, "", text)
    for text in before.phrasings:
        if text not in after.phrasings:
            yield Difference(Change.REMOVED, phrasing, text, "")
    yield from _single("先做什么" if kind is EntryKind.ELSEWHERE else "回答", before.text, after.text)
    yield from _single("日期", _days(before), _days(after))


def _single(part: str, before: str, after: str) -> Iterator[Difference]:
    if before == after:
        return
    change = Change.CHANGED if before and after else Change.ADDED if after else Change.REMOVED
    yield Difference(change, part, before, after)


def _days(edit: LibraryEdit) -> str:
    """Its days, in words; empty where it has none."""
    begins = f"从{edit.valid_from}" if edit.valid_from else ""
    ends = f"用到{edit.valid_until}" if edit.valid_until else ""
    review = f"{edit.review_by}再看" if edit.review_by else ""
    return "，".join(part for part in (begins + ends, review) if part)
