"""What to say about how a picture was taken. The thresholds are calibrated by ``intake bench precheck`` (docs/precheck.md)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.papers.finding import Finding
from knowledge.papers.reading import Measures
from knowledge.papers.wording import finding

BLANK_CONTRAST = 12.0
BLURRED_SHARPNESS = 0.012
SOFT_SHARPNESS = 0.022
SURE_SCORE = 0.9
"""Above it the recognition read the text without trouble, and a soft picture is good enough."""

SMALL_HEIGHT = 11.0
DARK_LEVEL = 55.0
DIM_LEVEL = 85.0
GLARE_ON_TEXT = 0.35
TILTED = 12.0
CUT_LINES = 2
"""From so many lines on that run out at one side the page is cut; a single one may belong to what lies beside it."""

_SIDES = {"left": "左边", "right": "右边", "top": "上边", "bottom": "下边"}


def about(measures: Measures) -> Iterator[Finding]:
    """Findings on one page. A picture that nothing can be read on gets its cause and nothing else."""
    if not measures.characters:
        yield _illegible(measures)
        return
    yield from _light(measures)
    yield from _focus(measures)
    yield from _glare(measures)
    yield from _frame(measures)
    if abs(measures.tilt) > TILTED:
        yield finding("tilted")


def _illegible(measures: Measures) -> Finding:
    if measures.paper_level < DARK_LEVEL:
        return finding("dark")
    if measures.contrast < BLANK_CONTRAST:
        return finding("blank")
    return finding("blurred" if measures.sharpness < BLURRED_SHARPNESS else "unreadable")


def _light(measures: Measures) -> Iterator[Finding]:
    if measures.paper_level < DARK_LEVEL:
        yield finding("dark")
    elif measures.paper_level < DIM_LEVEL:
        yield finding("dim")


def _focus(measures: Measures) -> Iterator[Finding]:
    if measures.text_height < SMALL_HEIGHT and measures.score < SURE_SCORE:
        yield finding("small")
    elif measures.sharpness < BLURRED_SHARPNESS:
        yield finding("blurred" if measures.score < SURE_SCORE else "soft")
    elif measures.sharpness < SOFT_SHARPNESS and measures.score < SURE_SCORE:
        yield finding("soft")


def _glare(measures: Measures) -> Iterator[Finding]:
    if measures.glare:
        hides = measures.glare_on_text >= GLARE_ON_TEXT
        yield finding("glare" if hides else "glare_beside", measures.glare)


def _frame(measures: Measures) -> Iterator[Finding]:
    counted = {side: measures.cut_sides.count(side) for side in _SIDES}
    cut = [_SIDES[side] for side, lines in counted.items() if lines >= CUT_LINES]
    near = [_SIDES[side] for side, lines in counted.items() if 0 < lines < CUT_LINES]
    if cut:
        yield finding("cut_off", sides="、".join(cut))
    elif near:
        yield finding("near_edge", sides="、".join(near))
