"""The phone for a call-back is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.submission import holds_data
from actions.pending.utterance import Utterance

NO_CALL = "no"
"""The value of the one option."""


class CallbackPhone(Pending):
    """A phone that an officer is to call; the channel puts it away with the intake.

    Attributes:
        question: What the call is about.
        before: The question that was open, as the dialogue keeps it.
    """

    answered_by: ClassVar[str] = "action_call_back"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    takes_contact: ClassVar[bool] = True
    data_taken_by: ClassVar[str] = "action_call_back"
    has_own_no: ClassVar[bool] = True

    kind: Literal["callback_phone"] = "callback_phone"
    question: str = ""
    before: dict[str, Any] | None = None

    def read(self, said: Utterance) -> Reading:
        """An answer where data were given."""
        return Reading(meaning=Meaning.ANSWERS) if holds_data(said.text) else super().read(said)
