"""What two states of the library differ in, entry by entry, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.studio.edit import ENTRY_NAMES, Entry, EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.faults import WorkingLibrary, entry_name

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
    found = [
        EntryDifference(kind, key, entry_name(kind, key, library) or key, parts)
        for kind, key in {**before.edits, **after.edits}
        if (parts := _of_entry((kind, key), before, after))
    ]
    order = list(ENTRY_NAMES)
    return sorted(found, key=lambda one: (order.index(one.kind), one.name))


def _of_entry(entry: Entry, before: LibraryEdits, after: LibraryEdits) -> tuple[Difference, ...]:
    return tuple(_parts(entry[0], before.edits.get(entry, _NOTHING), after.edits.get(entry, _NOTHING)))


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
