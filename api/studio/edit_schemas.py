"""Entries of the library and their edits as the studio sends and sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.studio.edit import EntryKind, LibraryEdit


class EditWanted(Payload):
    """An edit, with the version of the entry that it was written over."""

    version: int = Field(ge=0, description="改之前看到的是第几版；没有改过的是0")
    edit: LibraryEdit = Field(description="这个条目比随附的多什么、换成什么")
    why: str = Field(default="", max_length=200, description="为什么改，给同事看；可以不写")


class UndoWanted(Payload):
    """Which version is to be taken back."""

    version: int = Field(ge=1, description="现在是第几版；退回它前面的那一版")


class PhrasingWanted(Payload):
    """One more phrasing of an entry, from the test box or from what people said."""

    kind: EntryKind = Field(description="条目的种类")
    id: Annotated[str, Field(min_length=1, max_length=240)] = Field(description="条目的编号")
    text: Annotated[str, Field(min_length=1, max_length=200)] = Field(description="加哪一种说法")


class EditView(View):
    """One version of an entry."""

    version: int = Field(description="第几版")
    line: str = Field(description="改了什么，一句话")
    edit: LibraryEdit = Field(description="这一版的内容")
    why: str = Field(description="为什么改；没有写的为空")
    by_name: str = Field(description="谁改的，姓名")
    at: datetime = Field(description="什么时候改的")
    undoes: int = Field(description="退回的是第几版；不是退回的是0")


class EntryLine(View):
    """An entry in a list."""

    kind: EntryKind = Field(description="种类的代号")
    kind_name: str = Field(description="种类")
    id: str = Field(description="编号")
    name: str = Field(description="名称")
    phrasings: int = Field(description="一共几种说法，连同加的")
    added: int = Field(description="其中加了几种")
    version: int = Field(description="改过几次；没有改过的是0")
    review_due: bool = Field(description="到了该再看一遍的日子")


class EntryLines(View):
    """A page of entries."""

    entries: list[EntryLine] = Field(description="条目，改过的在前，最多50条")
    total: int = Field(description="一共几条")


class LibraryEntry(View):
    """An entry with everything that is said of it, its edit and its history."""

    kind: EntryKind = Field(description="种类的代号")
    kind_name: str = Field(description="种类")
    id: str = Field(description="编号")
    name: str = Field(description="名称")
    shipped: list[str] = Field(description="随附的说法")
    shipped_text: str = Field(description="随附的话：问答的回答、别处办的事先做什么；没有话的为空")
    shipped_review: str = Field(description="随附的复核日期；没有的为空")
    edit: LibraryEdit = Field(description="现在的改动；没有改过的是空的")
    in_force: bool = Field(description="今天用着这个改动；事项内容要发布了才用")
    published: dict[str, Any] | None = Field(description="事项内容：没有改过的样子；新加的和别的种类为空")
    version: int = Field(description="现在是第几版；没有改过的是0")
    by_name: str = Field(description="最后是谁改的；没有改过的为空")
    history: list[EditView] = Field(description="改过的，最近的在前")


class ChangeLine(View):
    """An edit in the history of the whole library."""

    kind: EntryKind = Field(description="种类的代号")
    kind_name: str = Field(description="种类")
    id: str = Field(description="编号")
    name: str = Field(description="名称；条目已经没有了的是它的编号")
    change: EditView = Field(description="改了什么")


class ChangeLines(View):
    """The last edits of the library."""

    changes: list[ChangeLine] = Field(description="最近的在前，最多200条")
