"""Which data of whom a submission needs."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.base.frozen import Frozen
from knowledge.persons.capacity import Capacity
from knowledge.persons.parties import Parties
from knowledge.privacy.kinds import CALLED, IDENTITIES, Personal

_APPLICANT = (Personal.NAME, Personal.ID_NUMBER, Personal.PHONE)
_WITH_AGENT = (Personal.NAME, Personal.ID_NUMBER, Personal.AGENT_NAME, Personal.AGENT_PHONE)
"""Whoever acts is called; the agent's own identity card is seen at the window with the letter of attorney."""

_OF_NEWBORN = (Personal.NAME, Personal.AGENT_NAME, Personal.AGENT_ID_NUMBER, Personal.AGENT_PHONE)
"""Who has just been born has a name and no number; the guardian is identified in its place."""

_INSTEAD: dict[Personal, tuple[Personal, ...]] = {
    Personal.ID_NUMBER: IDENTITIES,
    Personal.AGENT_ID_NUMBER: (Personal.AGENT_ID_NUMBER, *IDENTITIES),
    Personal.PHONE: CALLED,
    Personal.AGENT_PHONE: CALLED,
}
"""What closes a gap as well: a passport in place of an identity number, a landline in place of a mobile."""


class Need(Frozen):
    """One thing that is needed.

    Attributes:
        kind: Its field.
        capacity: Whose it is.
        label: What it is called, with whose it is: 申请人（您母亲）的姓名.
    """

    kind: Personal
    capacity: Capacity
    label: str


def needs(
    parties: Parties, *, by_agent: bool, licence: bool = False, newborn: bool = False
) -> tuple[Need, ...]:
    """What a submission needs, in the order in which it is asked.

    Args:
        parties: What was said of who is who.
        by_agent: An agent goes, by the answer or by what was said.
        licence: The business licence is looked up by its code.
        newborn: The applicant has no number yet.
    """
    kinds = _OF_NEWBORN if newborn else _WITH_AGENT if by_agent else _APPLICANT
    return tuple(
        _need(kind, parties, by_agent) for kind in (*kinds, *((Personal.CREDIT_CODE,) if licence else ()))
    )


def is_there(kind: Personal, contact: Collection[str]) -> bool:
    """Whether a need is met by what is there."""
    return any(one in contact for one in _INSTEAD.get(kind, (kind,)))


def field_label(kind: Personal, parties: Parties, *, by_agent: bool) -> str:
    """What a field is called in this submission: 姓名, or 申请人（您母亲）的姓名 where two people take part."""
    return _need(kind, parties, by_agent).label


def _need(kind: Personal, parties: Parties, by_agent: bool) -> Need:
    of_agent = kind.plain is not kind
    capacity = _capacity(parties, of_agent)
    if not by_agent or kind is Personal.CREDIT_CODE:
        return Need(kind=kind, capacity=capacity, label=kind.label)
    if of_agent:
        whose = f"{parties.agent_said or '来办的人'}（{_acting_label(parties, capacity)}）"
    else:
        whose = capacity.label
        if parties.applicant_said and capacity is Capacity.APPLICANT:
            whose = f"{whose}（{parties.applicant_said}）"
    return Need(kind=kind, capacity=capacity, label=f"{whose}的{kind.plain.label}")


def _capacity(parties: Parties, of_agent: bool) -> Capacity:
    if of_agent:
        return Capacity.GUARDIAN if parties.is_minor else Capacity.AGENT
    return Capacity.LEGAL_REPRESENTATIVE if parties.is_for_body else Capacity.APPLICANT


def _acting_label(parties: Parties, capacity: Capacity) -> str:
    return "经办人" if parties.is_for_body else capacity.label
