"""Until when the licence is valid that is to be renewed, asked before the word to submit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.language.choice import does_not_know
from knowledge.language.expiry_day import names_expiry


class LicenceExpiryRequest(Pending):
    """A day, or that it is not known: then the window looks it up."""

    answered_by: ClassVar[str] = "action_submit"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["licence_expiry"] = "licence_expiry"

    def read(self, said: Utterance) -> Reading:
        """An answer where a day is named or not known."""
        if names_expiry(said.text) or does_not_know(said.text):
            return Reading(meaning=Meaning.ANSWERS)
        return super().read(said)

    def is_plainly_answered(self, said: Utterance) -> bool:
        """A day cannot be anything else here."""
        return names_expiry(said.text) or super().is_plainly_answered(said)
