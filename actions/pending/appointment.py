"""The days and times of a window to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actions.pending.menu import LONGEST_REPLY, NextStepMenu
from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.question import ItemChoice, ScenarioQuestion
from actions.pending.submission import holds_data
from actions.pending.utterance import Utterance
from knowledge.language.spoken_time import names_day_or_time

_GIVES_UP = ("不约", "不预约", "算了", "不用约", "不要约")

Interrupted = ScenarioQuestion | NextStepMenu | ItemChoice
"""What waits until the appointment is made."""


class SlotChoice(Pending):
    """A day, then a time.

    Attributes:
        whose: An intake, or a case's number and the intake with which its second factor is put away.
        window: The window's id.
        day: The day whose times are offered.
        before: What is picked up again when the appointment is made.
    """

    answered_by: ClassVar[str] = "action_choose_slot"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    has_own_no: ClassVar[bool] = True
    data_taken_by: ClassVar[str] = "action_choose_slot"

    kind: Literal["appointment"] = "appointment"
    step: Literal["day", "time"]
    whose: dict[str, str]
    window: str
    day: str = ""
    before: Annotated[Interrupted, Field(discriminator="kind")] | None = None

    def read(self, said: Utterance) -> Reading:
        """Which day or time is picked; one that is named need not be among those offered."""
        reading = super().read(said)
        if wants_no_slot(said.text):
            return Reading(meaning=Meaning.ANSWERS)
        short = len(said.text) <= LONGEST_REPLY or holds_data(said.text)
        names_one = short and names_day_or_time(said.text)
        return Reading(meaning=Meaning.ANSWERS, value=reading.value) if names_one else reading


def wants_no_slot(text: str) -> bool:
    """Whether a message gives the appointment up: 不约了."""
    return any(word in text for word in _GIVES_UP)
