"""On the way to the case: contact data, and the word that something is to be done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.guidance.form_fields import form_field_in
from knowledge.language.assent import assents, assents_to, beside_assent
from knowledge.persons.concerns import Concern, concern_in
from knowledge.persons.denial import denied, denies_something
from knowledge.persons.misplaced import misplaced_in
from knowledge.privacy.kinds import TOKEN, UNIDENTIFIED, Personal

Act = Literal["submit", "withdraw", "cancel_appointment", "restart"]

_TAKEN_BY = "action_contact"
_BEFORE_PAPERS = frozenset(Concern) - {
    Concern.AT_WINDOW,
    Concern.CHANGEABLE,
    Concern.FORM,
    Concern.GIVEN,
    Concern.LATER,
    Concern.MISSING,
    Concern.READ_BACK,
}
"""Concerns of which a paper that is named is only a part: 身份证没带，号记不得."""


def is_about_contact(text: str) -> bool:
    """Whether a message gives such data, asks about them, takes some of them back or to another, or is nothing but words that were not kept."""
    said_of_them = bool(denied(text)) or misplaced_in(text) is not None or concern_in(text) is not None
    return holds_data(text) or said_of_them or _is_unidentified(text)


def _is_unidentified(text: str) -> bool:
    return UNIDENTIFIED in text and not _WORDS.search(text.replace(UNIDENTIFIED, ""))


def holds_data(text: str) -> bool:
    """Whether data were taken out of a message that a submission has a use for."""
    return not {Personal.PHONE_TAIL.token, Personal.PLATE.token}.issuperset(TOKEN.findall(text))


_WORDS = re.compile(r"[^\W_]{2}")
_BY_MEANING: Mapping[Meaning, str] = {
    Meaning.DECLARES: "action_lack_material",
    Meaning.REMARKS: "action_remark",
}


class ContactRequest(Pending):
    """What is missing for the submission, contact data above all.

    Attributes:
        times: How often it was asked in vain, so that it is asked in other words.
    """

    answered_by: ClassVar[str] = _TAKEN_BY
    taken_by: ClassVar[Mapping[Meaning, str]] = _BY_MEANING
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    takes_contact: ClassVar[bool] = True
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["contact"] = "contact"
    times: int | None = None

    def read(self, said: Utterance) -> Reading:
        """An answer where the message is about the data or the papers, whatever else its words may be."""
        if self._tells_of_papers(said.text):
            return Reading(meaning=Meaning.DECLARES)
        if is_about_contact(said.text):
            return Reading(meaning=Meaning.OWN_WORDS)
        return super().read(said)

    def _tells_of_papers(self, text: str) -> bool:
        declared = self.declared(text)
        if holds_data(text) or concern_in(text) in _BEFORE_PAPERS:
            return False
        return declared.names_some or declared.excepts


class Confirmation(Pending):
    """A yes-or-no question before something is done.

    Attributes:
        act: What is done on a yes.
        number: The case to withdraw.
        whose_intake: The intake of the appointment to cancel.
        whose_number: The case of the appointment to cancel.
    """

    answered_by: ClassVar[str] = "action_confirm"
    taken_by: ClassVar[Mapping[Meaning, str]] = _BY_MEANING
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    takes_contact: ClassVar[bool] = True
    has_own_no: ClassVar[bool] = True

    kind: Literal["confirm"] = "confirm"
    act: Act
    number: str = ""
    whose_intake: str = ""
    whose_number: str = ""

    @property
    def whose(self) -> dict[str, str]:
        """Whose appointment it is, as the api asks for it."""
        named = {"number": self.whose_number, "intake": self.whose_intake}
        return {key: value for key, value in named.items() if value}

    def read(self, said: Utterance) -> Reading:
        """At the word to submit, whatever denies, asks or adds something is no yes, though it holds one (好的，不过名字错了)."""
        if not self.offers(said.text) and assents_to(self.act, said.text):
            return Reading(meaning=Meaning.PICKS, value="yes")
        if self.act != "submit" or self.offers(said.text):
            return super().read(said)
        if assents(said.text):
            return Reading(meaning=Meaning.PICKS, value="yes")
        if self.declared(said.text).names_some and not holds_data(said.text):
            return Reading(meaning=Meaning.DECLARES)
        if form_field_in(said.text) and not holds_data(said.text):
            return Reading(meaning=Meaning.REMARKS)
        if holds_back(said.text):
            return Reading(meaning=Meaning.OWN_WORDS)
        reading = super().read(said)
        if beside_assent(said.text) or reading.value == "yes":
            return Reading(meaning=Meaning.REMARKS)
        return reading

    def action_for(self, meaning: Meaning) -> str | None:
        """Who takes a message of this meaning: what is said about the data goes to whoever takes these."""
        return _TAKEN_BY if meaning is Meaning.OWN_WORDS else super().action_for(meaning)


def holds_back(text: str) -> bool:
    """Whether a message at the word to submit denies something or asks first, so that nothing may be submitted on it."""
    return is_about_contact(text) or denies_something(text)
