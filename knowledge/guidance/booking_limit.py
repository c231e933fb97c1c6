"""How often one person may book: by what a person is known, and when it is enough for a day.

Who books and cancels all day holds times that others need; whoever moves an appointment a few times is not meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.privacy.kinds import IDENTITIES, Personal

MOST_A_DAY = 10
"""Bookings of one person on one day, also those that were given up again."""

_KNOWN_BY = (*IDENTITIES, Personal.CREDIT_CODE, Personal.PHONE)
"""What belongs to one person or enterprise, the surest first. A name or the end of a phone belongs to many."""


def person_key(contact: Mapping[str, str]) -> str | None:
    """What tells this person from others, kind and value; None while nothing of that sort was given.

    Args:
        contact: As the applicant gave it, kind to value.
    """
    return next((f"{kind}/{contact[kind]}" for kind in _KNOWN_BY if contact.get(kind)), None)


def booking_refusal(booked: int) -> str:
    """Why no further appointment is booked today; empty where one may be.

    Args:
        booked: How often the person has booked today.
    """
    if booked < MOST_A_DAY:
        return ""
    return f"您今天已经预约了{booked}次，取消和改约的也算在内。请明天再约，或者打窗口电话请工作人员安排。"
