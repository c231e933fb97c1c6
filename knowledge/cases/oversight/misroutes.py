"""误分派率: of the cases that a rule routed, how many had to be transferred, by item and rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class MisrouteLine:
    """One line of the report."""

    item: str
    rule: str
    cases: int
    transferred: int

    @property
    def share(self) -> float:
        """Of 1."""
        return self.transferred / self.cases


def worst_first(lines: Iterable[MisrouteLine]) -> tuple[MisrouteLine, ...]:
    """The lines in the order of the report."""
    return tuple(sorted(lines, key=lambda line: (-line.share, -line.transferred, line.item, line.rule)))
