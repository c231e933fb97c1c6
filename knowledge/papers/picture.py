"""What to say about how a picture was taken. The thresholds are calibrated by ``intake bench precheck`` (docs/precheck.md)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.papers.finding import Finding
from knowledge.papers.reading import Measures
from knowledge.papers.wording import finding

BLANK_CONTRAST = 12.0
BLURRED_SHARPNESS = 0.006
"""Print of clean photos has 0.15 and more; below this the recognition fails too."""

SOFT_SHARPNESS = 0.012
DOUBTED_SHARPNESS = 0.04
"""Up to here bad recognition is the blur's fault."""

SURE_SCORE = 0.9
"""Mean certainty above which the recognition read the text without trouble."""

LEAST_CHARACTERS = 4
SMALL_HEIGHT = 11.0
FEW_CHARACTERS, FEW_HEIGHT = 40, 15.0
"""Little was read and that is small: most of it was too small to be found."""

DARK_LEVEL = 55.0
DIM_LEVEL = 85.0
GLARE_ON_TEXT = 0.35
TILTED = 12.0
CUT_LINES = 2
"""From so many lines on that run out at one side the page is cut; a single one may belong to what lies beside it."""

_SIDES = {"left": "左边", "right": "右边", "top": "上边", "bottom": "下边"}


def is_legible(measures: Measures) -> bool:
    """Whether enough was read to say anything of the paper; a sign or two are noise that looked like one."""
    return measures.characters >= LEAST_CHARACTERS


def findings(measures: Measures) -> Iterator[Finding]:
    """Findings on one page. A picture that nothing can be read on gets its cause and nothing else."""
    if not is_legible(measures):
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
    sharpness, unsure = measures.sharpness, measures.score < SURE_SCORE
    if _is_small(measures):
        yield finding("small")
    elif sharpness < BLURRED_SHARPNESS or (unsure and sharpness < DOUBTED_SHARPNESS):
        yield finding("blurred")
    elif sharpness < SOFT_SHARPNESS:
        yield finding("soft")


def _is_small(measures: Measures) -> bool:
    if measures.text_height < SMALL_HEIGHT:
        return measures.score < SURE_SCORE
    return measures.text_height < FEW_HEIGHT and measures.characters < FEW_CHARACTERS


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
