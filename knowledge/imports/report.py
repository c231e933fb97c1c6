"""What an import did: records taken, fields mended, records refused, names that stood more than once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from knowledge.catalogue.item import BusinessItem, Department, Material

SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Mended:
    """One field of one record that was not taken as published.

    Attributes:
        line: 1-based line of the file.
        field: Chinese name of the field.
        what: What was done, the same words for the same thing, so that equal mends can be counted.
        why: The reason.
        detail: The published text concerned, shortened.
    """

    line: int
    name: str
    field: str
    what: str
    why: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was not taken, and why."""

    line: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A name that several records bear, and how they can be told apart now."""

    name: str
    lines: tuple[int, ...]
    how: str


@dataclass(frozen=True, slots=True)
class MendedGroup:
    """Equal mends counted, with the lines of the first few."""

    field: str
    what: str
    why: str
    count: int
    lines: tuple[int, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. ``read`` counts the lines that are not blank."""

    source: str
    read: int
    taken: int
    materials: int
    mended: tuple[Mended, ...] = ()
    refused: tuple[Refused, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()

    def mended_groups(self) -> tuple[MendedGroup, ...]:
        """Equal mends together, most frequent first."""
        groups: dict[tuple[str, str, str], list[Mended]] = {}
        for mend in self.mended:
            groups.setdefault((mend.field, mend.what, mend.why), []).append(mend)
        counted = [_group(key, mends) for key, mends in groups.items()]
        return tuple(sorted(counted, key=lambda group: (-group.count, group.field, group.what)))

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data for ``--json``."""
        return {
            "source": self.source,
            "read": self.read,
            "taken": self.taken,
            "materials": self.materials,
            "mended": [asdict(group) for group in self.mended_groups()],
            "refused": [asdict(refused) for refused in self.refused],
            "duplicates": [asdict(duplicate) for duplicate in self.duplicates],
        }


def _group(key: tuple[str, str, str], mends: list[Mended]) -> MendedGroup:
    details: Iterable[str] = dict.fromkeys(mend.detail for mend in mends if mend.detail)
    return MendedGroup(
        *key,
        count=len(mends),
        lines=tuple(mend.line for mend in mends[:SAMPLES]),
        examples=tuple(details)[:SAMPLES],
    )


@dataclass(frozen=True, slots=True)
class Imported:
    """The records read, by id, and the report.

    Attributes:
        departments: By their published name, which is their id too: the source has no better one.
    """

    items: dict[str, BusinessItem]
    materials: dict[str, Material]
    departments: dict[str, Department]
    report: Report


@dataclass(slots=True)
class Notes:
    """Collects the mends of one record while it is read."""

    line: int
    name: str
    mended: list[Mended] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def mend(self, field: str, what: str, why: str, detail: str = "") -> None:
        self.mended.append(Mended(self.line, self.name, field, what, why, detail[:60]))

    def lack(self, *fields: str) -> None:
        """Note fields that the source does not have for this record."""
        self.absent += [name for name in fields if name not in self.absent]
