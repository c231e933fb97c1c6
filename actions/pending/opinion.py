"""What the applicant thinks of how it went: the complaint, the grade, and what the grade was for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.case import is_number_only
from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance

_LEAVES_OWN_WORDS = frozenset({"restart", "handover"})
NO_COMPLAINT = "no"
"""The value of the one option."""
_SAYS_NO = frozenset({"不投诉", "算", "不用", "取消", "不说", "1"})
_AFTER_NO = "。,,!！吧了 "


class OwnWords(Pending):
    """What is told in the applicant's own words: whatever it looks like, it is that."""

    takes_own_words: ClassVar[bool] = True
    has_own_no: ClassVar[bool] = True

    number: str
    """Of the case."""

    def is_plainly_answered(self, said: Utterance) -> bool:
        return self.read(said).meaning is Meaning.OWN_WORDS

    def read(self, said: Utterance) -> Reading:
        """What is told, unless the message asks for a human or a new start or is a bare number."""
        reading = super().read(said)
        leaves = said.sure_intent in _LEAVES_OWN_WORDS or is_number_only(said.text)
        return reading if leaves else Reading(meaning=Meaning.OWN_WORDS, value=reading.value)


class ComplaintRequest(OwnWords):
    """What happened, to be told; the one option is not to complain after all."""

    answered_by: ClassVar[str] = "action_complain"

    kind: Literal["complaint"] = "complaint"

    def _value_meant(self, text: str) -> str | None:
        """The option only where it is the whole message: a complaint may well hold its words."""
        if text.strip(_AFTER_NO) in _SAYS_NO:
            return NO_COMPLAINT
        return next((option.value for option in self.options if text in option.offered.words), None)


class GradeChoice(Pending):
    """A grade from 1 to 5; an option's value is the grade."""

    answered_by: ClassVar[str] = "action_rate"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    has_own_no: ClassVar[bool] = True

    kind: Literal["rating"] = "rating"
    number: str
    """Of the case."""


class ReasonChoice(OwnWords):
    """What the grade was for, one of the reasons offered or in own words."""

    answered_by: ClassVar[str] = "action_rate"

    kind: Literal["rating_reason"] = "rating_reason"
    grade: int
