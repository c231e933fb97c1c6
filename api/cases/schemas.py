"""Cases as applicants see them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View


class DueView(View):
    """A date, what it counts from and by which rule."""

    day: date
    counted_from: date
    rule: str


class CasePart(View):
    """One case of a submission that became several (一件事), and what it waits for."""

    number: str
    item: str
    department: str
    state_label: str
    waits_for: list[str]


class CaseQuery(Payload):
    """Case number and second factor: the last four digits of the phone given with the submission.

    Attributes:
        phone_tail: The digits themselves, as a form sends them.
        intake: In their place, the intake with which a channel has put them away, so that no dialogue handles them.
    """

    number: Annotated[str, Field(min_length=1, max_length=40)]
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    intake: Annotated[str, Field(max_length=64)] | None = None


class ClockView(View):
    """One clock of a case on this day."""

    code: str
    what: str
    counted_from: date
    due: date | None
    state: str = Field(description="running、paused、met、missed、dropped")
    left: str = Field(description="还剩多久，一句话")
    rule: str
    whose: str = ""
