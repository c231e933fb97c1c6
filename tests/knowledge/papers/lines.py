"""Lines of text as recognition gives them, written as rows of a page."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.papers.finding import Place
from knowledge.papers.interpret import interpret
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import Line, Measures, PaperReading

Row = str | tuple[str, ...]

CLEAR = Measures(
    paper_level=220, contrast=90, sharpness=0.2, text_height=30, tilt=0, score=0.99, characters=100
)


def page(*rows: Row, title: str = "", score: float = 0.99) -> list[Line]:
    """A page with a title in large print; a row of several texts stands in columns."""
    lines = [_line(title, 0.3, 0.03, 0.08, score)] if title else []
    for number, row in enumerate(rows):
        cells = (row,) if isinstance(row, str) else row
        for column, text in enumerate(cells):
            lines.append(_line(text, 0.05 + 0.25 * column, 0.2 + 0.06 * number, 0.03, score))
    return lines


def read(lines: Sequence[Line], measures: Measures = CLEAR) -> PaperReading:
    """What is kept of a page."""
    return interpret([(measures, lines)], known_kinds())


def _line(text: str, left: float, top: float, height: float, score: float) -> Line:
    return Line(
        text=text, score=score, place=Place(left=left, top=top, width=0.018 * len(text), height=height)
    )
