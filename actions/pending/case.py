"""A case in talk: its number and second factor asked for, what is wanted of it, and the case that stays in hand afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.language.acts import Cue, act_words, cue_of
from knowledge.language.case_asked import asked_of_case, tells_new_phone
from knowledge.language.case_questions import CaseQuestion, case_question_in

Purpose = Literal["status", "withdraw", "complain", "rate", "appoint", "cancel_appointment"]

_BY_INTENT = {
    "complain": "action_complain",
    "ask_status": "action_status",
    "withdraw": "action_withdraw",
    "book_appointment": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
}
"""Intents for which a case number may be given."""
_BY_PURPOSE: Mapping[Purpose, str] = {
    "status": "action_status",
    "complain": "action_complain",
    "rate": "action_rate",
    "withdraw": "action_withdraw",
    "appoint": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
}

_TAIL = "[尾号]"
_PHONE = "[手机号]"
CASE_NUMBER = re.compile(r"(?<!\d)\d{12}(?!\d)")
_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
_BESIDE_NUMBER = re.compile(r"\d|办件|编号|尾号|后四位|后4位|手机号?|号码?|是|为|的|[\s,，。:：;；、/]")
_HAS_NO_NUMBER = re.compile(
    r"(?:我|那|可是|但是?|也|都|早就|办件|编号|,|，|\s)*"
    r"(?:没有?|不知道|不晓得|不清楚|不记得|记不得|忘记?|找不[到着]|弄?丢|没存|没记|记不住)"
    r"(?:了|办件|编号|号码?|是多少|什么|这个|那个|受理单|单子|回执|消息|呀|啊|吧|呢|的|,|，|。|\s)*"
)
"""编号找不到了: an answer to the question for a case's number, and nobody's wish for a new paper."""


class CaseRequest(Pending):
    """Number and second factor of a case are asked for.

    Attributes:
        number: The number where it is known already.
        purpose: What is to be done with the case.
    """

    answered_by: ClassVar[str] = "action_status"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    is_about_a_wish: ClassVar[bool] = True

    kind: Literal["case"] = "case"
    number: str | None = None
    purpose: Purpose

    def read(self, said: Utterance) -> Reading:
        """Whether the message names the case, or says that its number is lost; the whole phone number is a second factor too."""
        names = names_case(said.text) or _PHONE in said.text or _HAS_NO_NUMBER.fullmatch(said.text)
        return Reading(meaning=Meaning.NAMES_CASE if names else Meaning.NOT_FOR_ME)

    def otherwise(self, said: Utterance) -> str:
        return wanted_of_case(said, self.purpose)


class CaseInHand(CaseRequest):
    """A case that was submitted or looked at in this conversation: nothing is asked for, and what is said next may be about it.

    Attributes:
        item: Name of its item.
        affair: Id of its item or bundle, where it was submitted in this conversation.
    """

    answered_by: ClassVar[str] = "action_ask_about_case"
    by_intent: ClassVar[Mapping[str, str]] = {
        **BETWEEN_AFFAIRS,
        "affirm": "action_repeat",
        "deny": "action_thanks",
    }
    is_about_a_wish: ClassVar[bool] = False
    waits: ClassVar[bool] = False

    kind: Literal["case_in_hand"] = "case_in_hand"  # type: ignore[assignment]
    number: str
    purpose: Purpose = "status"
    item: str = ""
    affair: str = ""

    def read(self, said: Utterance) -> Reading:
        """A second factor belongs to the case; else whether something is asked of it."""
        if tells_new_phone(said.text):
            return Reading(meaning=Meaning.ANSWERS)
        if names_case(said.text) or _PHONE in said.text:
            return Reading(meaning=Meaning.NAMES_CASE)
        asks = asked_of_case(said.text, self.item)
        return Reading(meaning=Meaning.ANSWERS) if asks else Reading()

    def is_left_by(self, said: Utterance) -> bool:
        """不办了 asks to withdraw it, and leaves nothing else."""
        return case_question_in(said.text, self.item) is not CaseQuestion.WITHDRAW and super().is_left_by(
            said
        )

    def otherwise(self, said: Utterance) -> str:
        return "action_not_understood"


def names_case(text: str) -> bool:
    """Whether the message holds a case's number or the second factor."""
    return _TAIL in text or CASE_NUMBER.search(text) is not None


def is_number_only(text: str) -> bool:
    """Whether the message says nothing beside numbers."""
    return not _BESIDE_NUMBER.sub("", _TOKEN.sub("", text))


def wanted_of_case(said: Utterance, asked_for: Purpose | None = None) -> str:
    """The action for what is wanted of the case: what the message says, else what the number was asked for."""
    intent = said.sure_intent
    if intent in _BY_INTENT and not (asked_for and is_number_only(said.text)):
        says_so = intent not in act_words() or cue_of(intent, said.text) in (Cue.WHOLE, Cue.SAID)
        if says_so or asked_for is None:
            return _BY_INTENT[intent]
    return _BY_PURPOSE[asked_for or "status"]
