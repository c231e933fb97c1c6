"""Finding the matter of the register that a sentence speaks of, against what the centre does itself.

The matcher knows the catalogue's items beside the matters, on one scale: 身份证丢了 is the item's, however much it sounds like a lost
purse. It only says which matter it is; which item is meant is found elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.matter import Matter, Register
from knowledge.matching import Decision, Entry, Match, Matcher
from knowledge.openings.load import shipped_openings

SURE = 0.8
"""From this probability on a matter is told as what was meant. Of the sentences held out (``tests/api/elsewhere/held_out.yaml``)
that reach it 99 of 100 mean the matter or, rarely, one beside it; half of the matters reach it."""

LIKELY = 0.5
"""From here on a matter may be guessed aloud: three of four matters, nine of ten times rightly."""

SHORTEST = 4
"""Characters below which nothing counts but words that stand in the register: 我妈 is an answer and no death, 老年证 is a matter."""


@dataclass(frozen=True, slots=True)
class Found:
    """A matter that others do.

    Attributes:
        score: Calibrated probability (0..1) that it is meant; 1 for words that stand in the register.
    """

    matter: Matter
    score: float

    @property
    def sure(self) -> bool:
        """Whether it may be told without hedging."""
        return self.score >= SURE


def entries(register: Register) -> list[Entry]:
    """The matters as a matcher is trained on them."""
    begun = shipped_openings()
    return [
        Entry(one.id, one.name, (*one.phrasings, *begun.get(one.id, ())), operation="")
        for one in register.matters.values()
    ]


def told_from(catalogue: Catalogue) -> list[Entry]:
    """The items that the matters are told from, as the same matcher is trained on them."""
    begun = shipped_openings()
    return [
        Entry(key, one.name, (*one.aliases, *begun.get(key, ())), getattr(one, "operation", None))
        for group in (catalogue.items, catalogue.bundles)
        for key, one in group.items()
    ]


class MatterFinder:
    """Looks matters up; words that stand in the register need no matcher.

    Args:
        matcher: Trained on :func:`entries` and :func:`told_from`.
    """

    def __init__(self, register: Register, matcher: Matcher) -> None:
        self.register = register
        self._told = {key: one for key, one in register.matters.items() if key not in register.left_out}
        self._known = {
            comparable_text(words): matter
            for matter in self._told.values()
            for words in (matter.name, *matter.phrasings)
        }
        self.matcher = matcher

    def matter(self, key: str) -> Matter | None:
        """The matter of that id, where the centre does not do it itself."""
        return self._told.get(key)

    def find(self, text: str, match: Match | None = None) -> Found | None:
        """The matter that is likely spoken of, surely or not; None where an item or nothing is.

        Args:
            text: Normalised sentence.
            match: What the matcher found for it, where it was asked already, with the encoder's help for one.
        """
        if known := self._known.get(comparable_text(text)):
            return Found(known, 1.0)
        match = match or self.matcher.match(text, limit=1)
        if match.decision not in (Decision.SURE, Decision.CLOSE) or not match.candidates:
            return None
        best = match.candidates[0]
        matter = self._told.get(best.id)
        is_likely = len(comparable_text(text)) >= SHORTEST and best.score >= LIKELY
        return Found(matter, best.score) if matter and is_likely else None
