"""误分派率: of the cases that a rule routed, how many had to be transferred, by item and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Routed:
    """One case: its item, the rule that chose its first window, and whether it was transferred away from there."""

    item: str
    rule: str
    transferred: bool


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


def misroutes(cases: Iterable[Routed]) -> tuple[MisrouteLine, ...]:
    """Every item and rule with its cases, the worst share first."""
    every: Counter[tuple[str, str]] = Counter()
    moved: Counter[tuple[str, str]] = Counter()
    for case in cases:
        every[case.item, case.rule] += 1
        moved[case.item, case.rule] += case.transferred
    lines = [MisrouteLine(item, rule, count, moved[item, rule]) for (item, rule), count in every.items()]
    return tuple(sorted(lines, key=lambda line: (-line.share, -line.transferred, line.item, line.rule)))
