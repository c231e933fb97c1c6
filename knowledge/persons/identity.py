"""By which paper a person or body is identified (证件类型), told from its number.

Forms: GB 11643-1999 with ISO 7064 MOD 11-2 for the eighteen digits of citizens, of residents from Hong Kong (810000), Macao (820000) and
Taiwan (830000) (国办发〔2018〕81号), and of foreign permanent residents since 2023 (first digit 9); GB 32100-2015 for bodies.
"""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge.privacy.contact_data import problem_with, tidy
from knowledge.privacy.kinds import Personal


class Identity(StrEnum):
    """A kind of paper that says who somebody is."""

    CITIZEN = "居民身份证"
    PASSPORT = "护照"
    HOME_RETURN_PERMIT = "港澳居民来往内地通行证"
    TAIWAN_PERMIT = "台湾居民来往大陆通行证"
    RESIDENCE_PERMIT = "港澳台居民居住证"
    PERMANENT_RESIDENCE = "外国人永久居留身份证"
    MILITARY = "军官证"
    CREDIT_CODE = "统一社会信用代码"


_BY_FIRST_DIGITS = (
    ("81", Identity.RESIDENCE_PERMIT),
    ("82", Identity.RESIDENCE_PERMIT),
    ("83", Identity.RESIDENCE_PERMIT),
    ("9", Identity.PERMANENT_RESIDENCE),
)


def identity_of(kind: Personal, number: str) -> Identity | None:
    """The paper that a number belongs to; None where it is the number of none or not right."""
    value = tidy(kind, number)
    if problem_with(kind, value) is not None:
        return None
    match kind.plain:
        case Personal.ID_NUMBER:
            return next(
                (paper for first, paper in _BY_FIRST_DIGITS if value.startswith(first)), Identity.CITIZEN
            )
        case Personal.PASSPORT:
            return Identity.PASSPORT
        case Personal.TRAVEL_PERMIT:
            return Identity.HOME_RETURN_PERMIT if re.match("[HM]", value) else Identity.TAIWAN_PERMIT
        case Personal.RESIDENCE_CARD:
            return Identity.PERMANENT_RESIDENCE
        case Personal.MILITARY:
            return Identity.MILITARY
        case Personal.CREDIT_CODE:
            return Identity.CREDIT_CODE
        case _:
            return None
