"""What a sheet is made of: columns, each with the field it holds and how that is written into a cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

from pydantic import BaseModel

from knowledge.sheets.cells import TEXT, Codec


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        heading: As it stands in the first row.
        field: The record's field, with dots into its parts: ``legal_limit.days``.
    """

    heading: str
    field: str
    codec: Codec = TEXT
    hint: str = ""

    def value(self, record: BaseModel) -> Any:
        """The field's value; None where the part around it is missing."""
        return reduce(_part, self.field.split("."), record)


def _part(whole: Any, name: str) -> Any:
    if whole is None:
        return None
    return whole[int(name)] if name.isdigit() else getattr(whole, name)


@dataclass(frozen=True)
class Table:
    """One sheet.

    Attributes:
        member: The catalogue's member for records of their own (``items``), or the record's field for those that belong to
            another one (``options``).
        key: Heading of the column that names the record; empty where it belongs to another one.
        parent: Heading of the column that names the record it belongs to.
    """

    sheet: str
    member: str
    kind: type[BaseModel]
    columns: tuple[Column, ...]
    key: str = ""
    parent: str = ""
    about: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        first = [heading for heading in (self.parent, self.key) if heading]
        return (*first, *(column.heading for column in self.columns))

    def heading_of(self, field: str) -> str:
        """The heading of a field, or of the first column of its part; the field itself where no column has it."""
        exact = {column.field: column.heading for column in self.columns}
        if field in exact:
            return exact[field]
        first = field.split(".")[0]
        part = next((column.heading for column in self.columns if column.field.split(".")[0] == first), None)
        return part or (self.key if field == "id" and self.key else field)
