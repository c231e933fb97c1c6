"""Whose data a paper is held against: the applicant's, or those of the person whom the material's name tells (代办人居民身份证)."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.privacy.kinds import Personal

_AGENT = ("代办人", "经办人", "受托人", "被委托人", "监护人")
_CO_APPLICANT = ("共同申请人",)
_OF_AGENT = {Personal.NAME: Personal.AGENT_NAME, Personal.ID_NUMBER: Personal.AGENT_ID_NUMBER}
_OF_CO_APPLICANT = {Personal.NAME: Personal.CO_NAME, Personal.ID_NUMBER: Personal.CO_ID_NUMBER}
_OF_UNIT = {Personal.NAME: Personal.LEGAL_NAME, Personal.CREDIT_CODE: Personal.CREDIT_CODE}
_OWN = {kind: kind for kind in (Personal.NAME, Personal.ID_NUMBER, Personal.CREDIT_CODE)}


def names_another(material: str) -> bool:
    """Whether a material's name tells one other person, so that the paper is held against that person's data."""
    said = [any(word in material for word in words) for words in (_AGENT, _CO_APPLICANT)]
    return sum(said) == 1 and "申请人" not in material.replace("共同申请人", "")


def stated_for(material: str, contact: Mapping[str, str]) -> dict[Personal, str]:
    """What was stated of the person or unit whose paper a material is, by the kinds that papers show."""
    if names_another(material):
        fields = _OF_AGENT if any(word in material for word in _AGENT) else _OF_CO_APPLICANT
    else:
        fields = _OF_UNIT if Personal.UNIT_NAME in contact else _OWN
    return {shown: contact[field] for shown, field in fields.items() if field in contact}
