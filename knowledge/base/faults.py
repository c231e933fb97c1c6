"""Faults in what the library's writers write: file, line, field and what is wrong, reported together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        file: Path as given, relative to the catalogue's folder.
        line: First line of the field, 1-based; 0 where the fault is of the whole file.
        field: Dotted path, for example ``items.0.materials.2.when``.
        message: Chinese sentence that says what is wrong and how to mend it.
    """

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.field}  {self.message}"


class CatalogueFaults(ValueError):
    """The catalogue cannot be used as written; ``faults`` has every fault found."""

    code = "catalogue_invalid"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__(f"事项库有 {len(self.faults)} 处错误")
