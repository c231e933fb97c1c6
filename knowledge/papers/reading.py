"""What was read off a paper: measures of the picture, lines of text, and what is kept of them.

Lines live only while a paper is read. What is kept is the :class:`PaperReading`: kind, headings and the few fields that are compared; it holds
personal data and is sealed wherever it is stored.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.papers.finding import Place


class Line(Frozen):
    """One line of text as recognised.

    Attributes:
        score: How sure the recognition is, 0 to 1.
        tilt: Degrees against the horizontal, clockwise positive.
        slope: By what share of the height a row falls over the whole width of the page.
    """

    text: str
    score: float
    place: Place
    tilt: float = 0.0
    slope: float = 0.0

    def __repr__(self) -> str:
        return f"Line({len(self.text)} characters)"


class Measures(Frozen):
    """How one page of a picture is taken. Levels of light are 0 (black) to 255 (white).

    Attributes:
        paper_level: Light of the paper: the median of what is brighter than the mean.
        contrast: Between paper and ink, 0 to 255; little of it is a blank page.
        sharpness: Variance of the Laplacian over lines of text brought to one height and one contrast; of the whole page where no text was found.
        text_height: Median height of a line of text in pixels of the stored picture; 0 where none was found.
        tilt: Median tilt of the lines in degrees.
        glare: The largest burnt-out spot.
        glare_on_text: Share of that spot's surroundings in which text stands; what is under it cannot be read.
        cut_sides: ``left``, ``right``, ``top``, ``bottom`` at which text runs out of the picture, once for every line that does.
        score: Mean certainty of the recognised characters, 0 to 1.
        characters: How many were recognised.
    """

    page: int = 1
    paper_level: float
    contrast: float
    sharpness: float
    text_height: float
    tilt: float
    glare: Place | None = None
    glare_on_text: float = 0.0
    cut_sides: tuple[str, ...] = ()
    score: float
    characters: int


class Value(Frozen):
    """A field's text, how sure the recognition of its line is and where it stands."""

    text: str
    score: float
    place: Place | None = None

    def __repr__(self) -> str:
        return f"Value({len(self.text)} characters)"


class Validity(Frozen):
    """Until when a paper is valid; ``until`` is None for 长期."""

    until: date | None
    score: float
    place: Place | None = None


class PaperReading(Frozen):
    """What is kept of a paper that was read.

    Attributes:
        version: Of the rules that made it.
        kinds: What kinds of paper its pages are, the surest first, for example both sides of a card on one photo.
        sure: Whether the first kind was recognised by its title and not only by its labels.
        headings: The texts that may be its title, so that any material's name can be looked for among them.
        names: Field (``holder``, ``organisation``, ``party_a`` ...) to what stands there.
        id_numbers: Every identity number seen, also wrong ones.
        credit_codes: Every unified social credit code seen, also wrong ones.
        missing: Labels that papers of its kind show and this one does not.
    """

    version: int
    pages: int
    measures: tuple[Measures, ...]
    kinds: tuple[str, ...] = ()
    sure: bool = False
    headings: tuple[str, ...] = ()
    names: dict[str, Value] = Field(default_factory=dict)
    id_numbers: tuple[Value, ...] = ()
    credit_codes: tuple[Value, ...] = ()
    validity: Validity | None = None
    missing: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"PaperReading(kinds={self.kinds})"
