"""On the way to the case: contact data, and the word that something is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from actions.pending.model import BETWEEN_AFFAIRS, Pending

Act = Literal["submit", "withdraw", "cancel_appointment", "restart"]


class ContactRequest(Pending):
    """What is missing for the submission, contact data above all."""

    answered_by: ClassVar[str] = "action_contact"
    by_intent: ClassVar[Mapping[str, str]] = BETWEEN_AFFAIRS
    takes_contact: ClassVar[bool] = True
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["contact"] = "contact"


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
