"""How often one person may book: by what a person is known, and when it is enough for a day.

Who books and cancels all day holds times that others need; whoever moves an appointment a few times is not meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
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


def share_refusal(seats: int, drafts: int | None, by_address: int) -> str:
    """Why a window's day has no seat left for this one although seats are free; empty where it has.

    Nobody proves who they are before they book, so what one address and what drafts can take together is bounded: no flood of
    conversations takes a day from everybody else.

    Args:
        seats: Of the window on that day, free or not.
        drafts: How many of them are held by drafts, where a draft books; None where a submitted case does.
        by_address: How many the caller's address has booked of them so far; 0 where it is not known.
    """
    if drafts is not None and drafts >= -(-seats // 2):
        return "这一天剩下的号留给已经网上提交的办件。请先提交申请再约，或者换一天，也可以打窗口电话请工作人员安排。"
    if by_address >= max(3, -(-seats // 3)):
        return "您所在的网络今天约这一天的号太多了。请换一天，或者打窗口电话请工作人员安排。"
    return ""


def booking_refusal(booked: int) -> str:
    """Why no further appointment is booked today; empty where one may be.

    Args:
        booked: How often the person has booked today.
    """
    if booked < MOST_A_DAY:
        return ""
    return f"您今天已经预约了{booked}次，取消和改约的也算在内。请明天再约，或者打窗口电话请工作人员安排。"


class MissedVisits(Frozen):
    """爽约: how often somebody who booked may not have come before booking is refused.

    Attributes:
        missed: How often; 0: nobody is refused.
        within_days: In how many days up to today.
    """

    missed: int
    within_days: int

    def refusal(self, missed: int) -> str:
        """Why nothing is booked; empty where something may be.

        Args:
            missed: How often the windows have noted that the person did not come.
        """
        if not self.missed or missed < self.missed:
            return ""
        return (
            f"您近{self.within_days}天有{missed}次约了没有来，暂时不能在网上预约。"
            "请直接到窗口取号，或者打窗口电话请工作人员安排。"
        )


@cache
def missed_visits() -> MissedVisits:
    """The centre's rule."""
    text = Path(__file__).with_name("missed_visits.yaml").read_text(encoding="utf-8")
    return MissedVisits.model_validate(yaml.safe_load(text))
