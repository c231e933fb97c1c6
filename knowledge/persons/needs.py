"""Which data of whom a submission needs."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.base.frozen import Frozen
from knowledge.persons.capacity import Capacity
from knowledge.persons.parties import Parties
from knowledge.privacy.kinds import AGENT_IDENTITIES, CALLED, IDENTITIES, Personal

_APPLICANT = (Personal.NAME, Personal.ID_NUMBER, Personal.PHONE)
_WITH_AGENT = (Personal.NAME, Personal.ID_NUMBER, Personal.AGENT_NAME, Personal.AGENT_PHONE)
"""Whoever acts is called; the agent's own identity card is seen at the window with the letter of attorney."""

_OF_NEWBORN = (Personal.NAME, Personal.AGENT_NAME, Personal.AGENT_ID_NUMBER, Personal.AGENT_PHONE)
"""Who has just been born has a name and no number; the guardian is identified in its place."""

_OF_UNIT = (
    Personal.UNIT_NAME,
    Personal.CREDIT_CODE,
    Personal.LEGAL_NAME,
    Personal.AGENT_NAME,
    Personal.AGENT_PHONE,
)
"""A unit is identified by its code; whoever comes for it (经办人) is called."""
_CO_APPLICANT = (Personal.CO_NAME, Personal.CO_ID_NUMBER)

_LABELS_OF_UNIT = {
    Personal.UNIT_NAME: "单位的名称",
    Personal.CREDIT_CODE: "单位的统一社会信用代码",
    Personal.LEGAL_NAME: "法定代表人（负责人）的姓名",
    Personal.AGENT_NAME: "经办人的姓名",
    Personal.AGENT_ID_NUMBER: "经办人的身份证号",
    Personal.AGENT_PHONE: "经办人的手机号",
    Personal.AGENT_PASSPORT: "经办人的护照号",
    Personal.AGENT_TRAVEL_PERMIT: "经办人的通行证号",
    Personal.AGENT_RESIDENCE_CARD: "经办人的外国人永久居留身份证号",
}

_INSTEAD: dict[Personal, tuple[Personal, ...]] = {
    Personal.ID_NUMBER: IDENTITIES,
    Personal.AGENT_ID_NUMBER: (*AGENT_IDENTITIES, *IDENTITIES),
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


class Applying(Frozen):
    """Who applies in this affair, as its items say it.

    Attributes:
        licence: The business licence is looked up by its code.
        newborn: The applicant has no number yet.
        unit: A unit applies that exists already, by its credit code.
        together: Two people apply together (夫妻); ``may`` where a second one may.
    """

    licence: bool = False
    newborn: bool = False
    unit: bool = False
    together: bool = False
    may_be_together: bool = False


def needs(parties: Parties, applying: Applying, *, by_agent: bool) -> tuple[Need, ...]:
    """What a submission needs, in the order in which it is asked.

    Args:
        parties: What was said of who is who.
        applying: Who applies in this affair.
        by_agent: An agent goes, by the answer or by what was said.
    """
    if applying.unit:
        return tuple(_need_of_unit(kind) for kind in _OF_UNIT)
    kinds = _OF_NEWBORN if applying.newborn else _WITH_AGENT if by_agent else _APPLICANT
    more = (
        *(_CO_APPLICANT if applying.together else ()),
        *((Personal.CREDIT_CODE,) if applying.licence else ()),
    )
    return tuple(_need(kind, parties, by_agent) for kind in (*kinds, *more))


def may_be_given(parties: Parties, applying: Applying, *, by_agent: bool) -> tuple[Need, ...]:
    """What is asked of nobody and spares the window a question: whoever acts by a number, a second owner."""
    if applying.unit:
        return (_need_of_unit(Personal.AGENT_ID_NUMBER),)
    agents = (Personal.AGENT_ID_NUMBER,) if by_agent and not applying.newborn else ()
    others = _CO_APPLICANT if applying.may_be_together else ()
    return tuple(_need(kind, parties, by_agent) for kind in (*agents, *others))


def _need_of_unit(kind: Personal) -> Need:
    of_unit = Capacity.LEGAL_REPRESENTATIVE if kind is Personal.LEGAL_NAME else Capacity.UNIT
    capacity = Capacity.AGENT if kind.is_of_agent else of_unit
    return Need(kind=kind, capacity=capacity, label=_LABELS_OF_UNIT.get(kind, kind.label))


def is_there(kind: Personal, contact: Collection[str]) -> bool:
    """Whether a need is met by what is there."""
    return any(one in contact for one in _INSTEAD.get(kind, (kind,)))


def is_given(kind: Personal, contact: Collection[str]) -> bool:
    """Whether what may be given is there, by any paper of the same person."""
    papers = AGENT_IDENTITIES if kind is Personal.AGENT_ID_NUMBER else (kind,)
    return any(one in contact for one in papers)


def field_label(kind: Personal, parties: Parties, applying: Applying, *, by_agent: bool) -> str:
    """What a field is called in this submission: 姓名, or 申请人（您母亲）的姓名 where two people take part."""
    if applying.unit and kind in _LABELS_OF_UNIT:
        return _LABELS_OF_UNIT[kind]
    return _need(kind, parties, by_agent).label


def _need(kind: Personal, parties: Parties, by_agent: bool) -> Need:
    of_agent = kind.is_of_agent
    if kind in _CO_APPLICANT:
        return Need(kind=kind, capacity=Capacity.CO_APPLICANT, label=kind.label)
    capacity = _capacity(parties, of_agent)
    if not by_agent or kind in (Personal.CREDIT_CODE, Personal.UNIT_NAME, Personal.LEGAL_NAME):
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
