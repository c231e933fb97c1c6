"""Finding the matter of the register that a sentence speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.matter import Matter, Register
from knowledge.matching import Decision, Entry, Matcher


@dataclass(frozen=True, slots=True)
class Found:
    """A matter that others do.

    Attributes:
        score: Calibrated probability (0..1) that it is meant; 1 for words that stand in the register.
    """

    matter: Matter
    score: float


def entries(register: Register) -> list[Entry]:
    """The matters as a matcher is trained on them."""
    return [Entry(one.id, one.name, one.phrasings, operation="") for one in register.matters.values()]


def spoken_of_items(catalogue: Catalogue) -> Sequence[str]:
    """What people say of the centre's own items: nothing of it is a matter that others do."""
    offered = (*catalogue.items.values(), *catalogue.bundles.values())
    return [said for one in offered for said in one.aliases]


class MatterFinder:
    """Looks matters up; words that stand in the register need no matcher.

    Args:
        matcher: Trained on the register's :func:`entries`.
    """

    def __init__(self, register: Register, matcher: Matcher) -> None:
        self.register = register
        self._known = {
            comparable_text(words): matter
            for matter in register.matters.values()
            for words in (matter.name, *matter.phrasings)
        }
        self._matcher = matcher

    def find(self, text: str) -> Found | None:
        """The matter that is spoken of; None where that is not sure.

        Args:
            text: Normalised sentence.
        """
        if known := self._known.get(comparable_text(text)):
            return Found(known, 1.0)
        match = self._matcher.match(text, limit=1)
        if match.decision is not Decision.SURE or not match.candidates:
            return None
        best = match.candidates[0]
        return Found(self.register.matters[best.id], best.score)
