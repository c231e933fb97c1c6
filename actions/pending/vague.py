"""What is asked back where only half a wish was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Pending
from actions.pending.utterance import Utterance


class VagueChoice(Pending):
    """What is likely wanted; an option's value is what the applicant would have said, and picking it is saying it."""

    answered_by: ClassVar[str] = "action_choose_vague"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    is_about_a_wish: ClassVar[bool] = True

    kind: Literal["vague"] = "vague"
    said: str = ""
    """The half that was said."""

    def otherwise(self, said: Utterance) -> str:
        return "action_other_half"
