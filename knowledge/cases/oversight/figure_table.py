"""A table of figures: the same on the screen, as a sheet and in the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes:
        unit: ``件``, ``%`` and so on: then its cells are figures; empty for words.
    """

    code: str
    name: str
    unit: str = ""


@dataclass(frozen=True)
class FigureRow:
    """A row; ``leads_to`` says which cases it counts, as the query of a list of cases, where there is one."""

    cells: tuple[Cell, ...]
    leads_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FigureTable:
    """Figures under a title.

    Attributes:
        note: How it is counted, as a sentence.
        empty: What is said where there is no row.
    """

    code: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[FigureRow, ...]
    empty: str = "这段时间没有。"


def share(part: int, whole: int) -> float | None:
    """Of a hundred, to one place; None where there is nothing to have a share of."""
    return round(100 * part / whole, 1) if whole else None


def mean(values: Iterable[float]) -> float | None:
    """To one place; None of nothing."""
    known = list(values)
    return round(sum(known) / len(known), 1) if known else None


def cell_text(cell: Cell, column: Column) -> str:
    """A cell as people read it; ``—`` where there is nothing to say."""
    if cell is None:
        return "—"
    if isinstance(cell, float):
        said = f"{cell:.1f}"
        return f"{said}%" if column.unit == "%" else said
    return f"{cell}%" if column.unit == "%" else str(cell)
