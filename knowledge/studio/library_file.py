"""What was edited, and the conversations that are kept as tests, as a file that people read and write."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationError

from knowledge.base.faults import CatalogueFaults
from knowledge.base.frozen import Frozen
from knowledge.base.marked_yaml import Marked
from knowledge.studio.edit import Entry, EntryKind, LibraryEdit
from knowledge.studio.kept_conversation import Check

Name = Annotated[str, Field(min_length=1, max_length=80)]


class WrittenEntry(LibraryEdit):
    """The edit of one entry.

    Attributes:
        name: What the entry is called, for those who read the file; nothing follows from it.
    """

    kind: EntryKind
    id: Annotated[str, Field(min_length=1, max_length=240)]
    name: str = ""

    @property
    def entry(self) -> Entry:
        """Of which it is."""
        return self.kind, self.id

    @property
    def edit(self) -> LibraryEdit:
        """Without saying of which entry."""
        return LibraryEdit.model_validate(self.model_dump(include=set(LibraryEdit.model_fields)))


class WrittenConversation(Frozen):
    """A conversation that is kept as a test."""

    name: Name
    turns: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=500)], ...], Field(min_length=1, max_length=20)
    ]
    checks: Annotated[tuple[Check, ...], Field(min_length=1, max_length=20)]


class LibraryFile(Frozen):
    """All of them."""

    entries: tuple[WrittenEntry, ...] = ()
    conversations: tuple[WrittenConversation, ...] = ()

    @property
    def plain(self) -> dict[str, Any]:
        """As plain data, without what is left out anyway."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


def library_file(marked: Marked) -> LibraryFile:
    """What a file says.

    Raises:
        CatalogueFaults: With everything that is wrong, each with its line.
    """
    try:
        found = LibraryFile.model_validate(marked.data or {})
    except ValidationError as error:
        raise CatalogueFaults(
            [marked.fault(fault["loc"], _in_words(dict(fault))) for fault in error.errors()]
        ) from error
    seen: set[Entry] = set()
    twice = []
    for place, one in enumerate(found.entries):
        if one.entry in seen:
            twice.append(marked.fault(("entries", place, "id"), "这个条目写了两遍，请合在一起"))
        seen.add(one.entry)
    if twice:
        raise CatalogueFaults(twice)
    return found


_WORDS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项",
    "enum": "种类只能是 item、elsewhere、answer、option",
    "string_too_short": "不能是空的",
    "string_too_long": "太长了",
    "too_short": "不能是空的",
    "too_long": "太多了",
    "string_type": "应当是文字",
    "tuple_type": "应当是一个列表",
}


def _in_words(fault: dict[str, Any]) -> str:
    return _WORDS.get(fault["type"]) or str(fault.get("ctx", {}).get("error") or fault["msg"])
