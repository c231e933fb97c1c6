"""An option as offered: its words, and the range of a quantity for which it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from knowledge.base.text import normalise
from knowledge.catalogue.item import Question

plain = lru_cache(maxsize=20_000)(normalise)
"""Labels and synonyms as typed text is spelled; the catalogue has a few thousand of them."""


@lru_cache(maxsize=4_096)
def _spelled(label: str, says: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(words) for words in (label, *says))


@dataclass(frozen=True, slots=True)
class Offered:
    """An option as offered: what it stands for, its label, other words for it, and its range of a quantity."""

    value: str
    label: str
    says: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Label and other words, as typed text is spelled."""
        return _spelled(self.label, self.says)


def offered_by(question: Question, *, pending: bool = True) -> tuple[Offered, ...]:
    """A question's options as offered; words that are replies only while the question is pending."""
    return tuple(
        Offered(value, o.label, o.says + o.replies if pending else o.says, o.bounds)
        for value, o in question.options.items()
    )
