"""An edit of the library: what is said otherwise than in the shipped files, of one entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field

from knowledge.base.frozen import Frozen

MOST_PHRASINGS = 200
LONGEST_PHRASING = 120


class EntryKind(StrEnum):
    """What can be edited."""

    ITEM = "item"
    """An item or a bundle: more phrasings."""
    ELSEWHERE = "elsewhere"
    """A matter that others do: more phrasings, and what to do first."""
    ANSWER = "answer"
    """An answer of the library: more phrasings, and its words."""
    OPTION = "option"
    """An option of a question: more words for it; its id is ``question/option``."""
    RECORD = "record"
    """All of an item, a question or a material; its id is ``items/…``, ``questions/…`` or ``materials/…``. Counts from the next release on."""


ENTRY_NAMES: dict[EntryKind, str] = {
    EntryKind.ITEM: "事项",
    EntryKind.ELSEWHERE: "别处办的事",
    EntryKind.ANSWER: "问答",
    EntryKind.OPTION: "情形选项",
    EntryKind.RECORD: "事项内容",
}


class LibraryEdit(Frozen):
    """All that is changed of one entry; the last edit of an entry counts, and one that changes nothing is the shipped state.

    Attributes:
        text: In the place of the shipped text: the answer, or what to do first; empty: as shipped.
        record: In the place of the whole published record, or a new one; None: as published.
        dropped: The record is no longer offered.
    """

    phrasings: tuple[str, ...] = Field(
        default=(), max_length=MOST_PHRASINGS, description="比随附的多的说法，一种一条"
    )
    text: str = Field(
        default="", max_length=500, description="代替随附的话：问答的回答、别处办的事先做什么；空的就用随附的"
    )
    record: dict[str, Any] | None = Field(
        default=None, description="代替已公布的整条事项、问题或者材料，或者是新的；没有就用已公布的"
    )
    dropped: bool = Field(default=False, description="事项、问题或者材料停用，不再办")
    valid_from: date | None = Field(default=None, description="从哪天起用；不写就是现在")
    valid_until: date | None = Field(default=None, description="用到哪一天，含这一天；不写就一直用")
    review_by: date | None = Field(default=None, description="到哪一天再看一遍；不写就不提醒")

    def is_in_force(self, today: date) -> bool:
        """Whether it counts on a day."""
        begun = self.valid_from is None or self.valid_from <= today
        return begun and (self.valid_until is None or today <= self.valid_until)

    @property
    def changes_nothing(self) -> bool:
        """Whether the entry is as shipped."""
        return not (self.phrasings or self.text or self.record or self.dropped)


Entry = tuple[EntryKind, str]


@dataclass(frozen=True)
class LibraryEdits:
    """The last edit of every entry that was edited."""

    edits: Mapping[Entry, LibraryEdit]

    def of(self, kind: EntryKind, today: date) -> dict[str, LibraryEdit]:
        """The edits of a kind that count on a day and change something."""
        return {
            key: edit
            for (own, key), edit in self.edits.items()
            if own is kind and edit.is_in_force(today) and not edit.changes_nothing
        }

    @property
    def records(self) -> LibraryEdits:
        """Those of whole records alone."""
        return LibraryEdits(
            {entry: edit for entry, edit in self.edits.items() if entry[0] is EntryKind.RECORD}
        )

    @property
    def lasting(self) -> LibraryEdits:
        """Those that count on every day."""
        return LibraryEdits(
            {entry: edit for entry, edit in self.edits.items() if not (edit.valid_from or edit.valid_until)}
        )
