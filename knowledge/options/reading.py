"""What a reply means to the options of a question: a probability for each, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.condition import UNSURE
from knowledge.language.choice import By

SURE = 0.97
"""From here on an option is taken without asking."""

LIKELY = 0.6
"""From here on an option may be guessed aloud: 您是说没有空调，对吗？"""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for an option, or against it.

    Attributes:
        name: The evidence, as :data:`knowledge.options.evidence.NAMES` lists it, or the rule that chose.
        weight: How much it speaks for the option, beside what it speaks for the others, in natural logarithms of odds.
        words: The word of the option that is nearest to the reply, where the evidence is of characters.
    """

    name: str
    weight: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class OptionChance:
    """One option, the probability that it is meant, and of the likeliest also why."""

    value: str
    probability: float
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionReading:
    """What a reply means to a question.

    Attributes:
        chances: Of all options, the likeliest first.
        none: The probability that the reply is none of them.
        by: The rule that chose, where it was a rule that is never wrong; then nothing was weighed.
        unsure: Whether the reply says that its sender does not know.
        with_vector: Whether an encoder's vector took part.
    """

    chances: tuple[OptionChance, ...]
    none: float
    by: By | None = None
    unsure: bool = False
    with_vector: bool = False

    @property
    def best(self) -> OptionChance:
        """The likeliest option."""
        return self.chances[0]

    @property
    def decided(self) -> str | None:
        """The option that may be taken without asking, or :data:`UNSURE`; None where nothing is sure enough."""
        if self.unsure:
            return UNSURE
        return self.best.value if self.best.probability >= SURE else None

    @property
    def guess(self) -> str | None:
        """The option that may be guessed aloud; None where none leads."""
        return self.best.value if not self.unsure and self.best.probability >= LIKELY else None

    def probability(self, value: str) -> float:
        """That this option is meant."""
        return next((one.probability for one in self.chances if one.value == value), 0.0)
