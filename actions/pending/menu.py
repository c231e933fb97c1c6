"""Menus: a long sentence at one of them is a wish of its own, even where it holds the words of a choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.language.answer_change import changes_into
from knowledge.language.human_line import is_none_of_all

LONGEST_REPLY = 12
"""Characters of a reply to a menu."""


class Menu(Pending):
    """Choices of which short words pick one."""

    def read(self, said: Utterance) -> Reading:
        """Which choice a message picks; a longer one none."""
        if is_none_of_all(said.text):
            return Reading(meaning=Meaning.NONE_OF_THESE)
        return Reading() if _is_long(said) else super().read(said)

    def otherwise(self, said: Utterance) -> str:
        return "action_find_item" if _is_long(said) else self.answered_by


class DepartmentChoice(Menu):
    """The departments, where no item was found."""

    answered_by: ClassVar[str] = "action_choose_department"
    taken_by: ClassVar[Mapping[Meaning, str]] = {Meaning.NONE_OF_THESE: "action_none_of_these"}
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    is_about_a_wish: ClassVar[bool] = True

    kind: Literal["departments"] = "departments"


class NextStepMenu(Menu):
    """What can be done next once the notice is there."""

    answered_by: ClassVar[str] = "action_next_step"
    taken_by: ClassVar[Mapping[Meaning, str]] = {
        Meaning.DECLARES: "action_lack_material",
        Meaning.NONE_OF_THESE: "action_none_of_these",
    }
    by_intent: ClassVar[Mapping[str, str]] = {"affirm": "action_thanks", "deny": "action_thanks"}
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["next"] = "next"

    def read(self, said: Utterance) -> Reading:
        """Which choice is picked, unless the message tells of the papers (材料除了合同都有) or changes an answer at once."""
        declared = self.declared(said.text)
        if declared.names_some or declared.excepts:
            return Reading(meaning=Meaning.DECLARES)
        # 改答案，空调改成没有 says already what the choice would ask.
        return Reading() if changes_into(said.text) else super().read(said)

    def otherwise(self, said: Utterance) -> str:
        """A long sentence that is no wish is one more circumstance."""
        return "action_correct" if _is_long(said) and said.intent != "find_item" else super().otherwise(said)


def _is_long(said: Utterance) -> bool:
    return len(said.text) > LONGEST_REPLY
