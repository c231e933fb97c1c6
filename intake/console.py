"""What commands print: steps with their time, tables, one JSON object."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

Tell = Callable[[str], None]
"""Told what a step is doing just now."""

out = Console(highlight=False, soft_wrap=True)


@contextmanager
def step(name: str) -> Iterator[Tell]:
    """Show one step while it runs, and how long it took; plain lines where the output is no terminal."""
    began = time.monotonic()
    with _moving(name) if out.is_terminal else _plain(name) as tell:
        yield tell
    out.print(f"{name}：完成，用时{time.monotonic() - began:.1f}秒")


@contextmanager
def _moving(name: str) -> Iterator[Tell]:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True) as progress:
        task = progress.add_task(name, total=None)
        yield lambda doing: progress.update(task, description=f"{name}：{doing}")


@contextmanager
def _plain(name: str) -> Iterator[Tell]:
    out.print(f"{name}……")
    yield lambda doing: None


def say(sentence: str) -> None:
    """Print one line as it is."""
    out.print(sentence, markup=False)


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table: drawn on a terminal, tab-separated where another program reads it."""
    if not out.is_terminal:
        say(title)
        for row in (heads, *rows):
            say("\t".join(map(str, row)))
        return
    drawn = Table(title=title, title_justify="left", title_style="bold")
    for head in heads:
        drawn.add_column(head, overflow="fold")
    for row in rows:
        drawn.add_row(*(_escaped(cell) for cell in row))
    out.print(drawn)


def _escaped(cell: object) -> str:
    return str(cell).replace("[", "\\[")


def as_json(value: Any) -> None:
    """Print one JSON object and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
