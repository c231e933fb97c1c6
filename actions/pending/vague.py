"""What is asked back where only half a wish was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.listed import listed_choice, named_first
from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.menu_choice import wants_all


class VagueChoice(Pending):
    """What is likely wanted; an option's value is what the applicant would have said, and picking it is saying it."""

    answered_by: ClassVar[str] = "action_choose_vague"
    taken_by: ClassVar[Mapping[Meaning, str]] = {
        Meaning.NONE_OF_THESE: "action_none_of_these",
        Meaning.ALL: "action_take_all",
        Meaning.ASKS_FOR_HELP: "action_tell_lines",
    }
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    is_about_a_wish: ClassVar[bool] = True

    kind: Literal["vague"] = "vague"
    said: str = ""
    """The half that was said."""

    def read(self, said: Utterance) -> Reading:
        """Which line is picked, by its place, its own words, or by what it stands for."""
        if named := named_first(said.text, self.options):
            return Reading(meaning=Meaning.PICKS, value=named[0].value)
        reading = super().read(said)
        if wants_all(said.text) and len(self.options) > 1:
            return Reading(meaning=Meaning.ALL)
        if Aspect.DIFFERENCE in aspects_in(said.text):
            return Reading(meaning=Meaning.ASKS_FOR_HELP)
        if reading.meaning is not Meaning.NOT_FOR_ME or said.asks_about_item:
            return reading
        return listed_choice(said.text, self.options, [option.value for option in self.options]) or reading

    def otherwise(self, said: Utterance) -> str:
        return "action_other_half"
