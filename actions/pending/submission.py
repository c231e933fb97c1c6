"""On the way to the case: contact data, and the word that something is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.persons.concerns import concern_in
from knowledge.persons.denial import denied, denies_something
from knowledge.privacy.kinds import TOKEN, UNIDENTIFIED, Personal

Act = Literal["submit", "withdraw", "cancel_appointment", "restart"]

_TAKEN_BY = "action_contact"


def is_about_contact(text: str) -> bool:
    """Whether a message gives such data, asks about them, takes some of them back, or was not understood and not kept."""
    return holds_data(text) or bool(denied(text)) or concern_in(text) is not None or UNIDENTIFIED in text


def holds_data(text: str) -> bool:
    """Whether data were taken out of a message that a submission has a use for."""
    return not {Personal.PHONE_TAIL.token, Personal.PLATE.token}.issuperset(TOKEN.findall(text))


class ContactRequest(Pending):
    """What is missing for the submission, contact data above all.

    Attributes:
        times: How often it was asked in vain, so that it is asked in other words.
    """

    answered_by: ClassVar[str] = _TAKEN_BY
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    takes_contact: ClassVar[bool] = True
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["contact"] = "contact"
    times: int | None = None

    def read(self, said: Utterance) -> Reading:
        """An answer where the message is about the data, whatever else its words may be."""
        if is_about_contact(said.text):
            return Reading(meaning=Meaning.OWN_WORDS)
        return super().read(said)


class Confirmation(Pending):
    """A yes-or-no question before something is done.

    Attributes:
        act: What is done on a yes.
        number: The case to withdraw.
        whose_intake: The intake of the appointment to cancel.
        whose_number: The case of the appointment to cancel.
    """

    answered_by: ClassVar[str] = "action_confirm"
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
        """At the word to submit, whatever denies or asks about the data is no yes, though it holds one (好的，不过名字错了)."""
        if self.act == "submit" and holds_back(said.text) and not self.offers(said.text):
            return Reading(meaning=Meaning.OWN_WORDS)
        return super().read(said)

    def action_for(self, meaning: Meaning) -> str | None:
        """Who takes a message of this meaning: what is said about the data goes to whoever takes these."""
        return _TAKEN_BY if meaning is Meaning.OWN_WORDS else super().action_for(meaning)


def holds_back(text: str) -> bool:
    """Whether a message at the word to submit denies something or asks first, so that nothing may be submitted on it."""
    return is_about_contact(text) or denies_something(text)
