"""The open question and its reading as the dialogue keeps them between policy, action and the next message."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import Field, TypeAdapter, ValidationError

from actions.pending.appointment import SlotChoice
from actions.pending.callback import CallbackPhone
from actions.pending.case import CaseInHand, CaseRequest
from actions.pending.doubt import Doubt
from actions.pending.licence_expiry import LicenceExpiryRequest
from actions.pending.menu import DepartmentChoice, NextStepMenu
from actions.pending.model import Pending
from actions.pending.opinion import ComplaintRequest, GradeChoice, ReasonChoice
from actions.pending.question import (
    AnswerChoice,
    GuessedWish,
    ItemChoice,
    OfferedWish,
    ProposedChange,
    ScenarioQuestion,
)
from actions.pending.submission import Confirmation, ContactRequest
from actions.pending.vague import VagueChoice

_AnyKind = (
    ItemChoice
    | OfferedWish
    | GuessedWish
    | DepartmentChoice
    | ScenarioQuestion
    | AnswerChoice
    | ProposedChange
    | NextStepMenu
    | ContactRequest
    | LicenceExpiryRequest
    | Confirmation
    | CaseRequest
    | CaseInHand
    | SlotChoice
    | ComplaintRequest
    | GradeChoice
    | ReasonChoice
    | Doubt
    | VagueChoice
    | CallbackPhone
)
KINDS: tuple[type[Pending], ...] = get_args(_AnyKind)
"""Every kind of question that may be open."""

_pending: TypeAdapter[Pending] = TypeAdapter(Annotated[_AnyKind, Field(discriminator="kind")])


def pending_in(slot: Any) -> Pending | None:
    """The open question that a dialogue remembers.

    Returns:
        None where there is none, and where it is of a kind or shape that this version does not know.
    """
    if slot is None:
        return None
    try:
        return _pending.validate_python(slot)
    except ValidationError:
        return None
