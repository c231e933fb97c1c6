"""What is open and in hand when a message comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actions.pending.model import Pending
from api.understanding.schemas import Understanding
from knowledge.language.aspects import asks_whether_needed

_LIKELY, _LIKELIER = 0.4, 0.6
"""How probable a matter must be of which a question speaks that is none of the affair in hand: where it names what the affair does
not know, and where it knows every word."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every reading of a message looks at beside the message.

    Attributes:
        pending: The open question.
        affair: Id of the item or bundle in hand.
        case: Number of the case that was last talked about.
        answered: What was answered just before: an answer of the library or the aspects of an item.
        aside: Affairs put aside, id to name; the one put aside last stands last.
        denies: Whether the message denies contact data that the draft or the case has.
        understood: What the published knowledge hears in the message; None where it was not asked, because the message answers the
            open question word for word.
    """

    pending: Pending | None = None
    affair: str | None = None
    case: str | None = None
    answered: str | None = None
    denies: bool = False
    aside: Mapping[str, str] = field(default_factory=dict)
    understood: Understanding | None = None

    def is_of_others(self, text: str) -> bool:
        """Whether a message surely speaks of a matter that others do, and of no paper that the affair in hand asks for."""
        matter = self.understood.matter if self.understood else None
        if matter is None or asks_whether_needed(text):
            return False
        if not matter.sure and matter.score < (_LIKELY if self.is_of_another else _LIKELIER):
            return False
        return self.pending is None or not self.pending.names_paper(text)

    @property
    def is_of_another(self) -> bool:
        """Whether a message names something that the affair in hand does not know, and that no sentence of it speaks of."""
        heard = self.understood
        return heard is not None and heard.beside is not None and heard.asked is None and not heard.quoted

    @property
    def waits(self) -> bool:
        """Whether a question is open that waits for its answer."""
        return self.pending is not None and self.pending.waits
