"""What supervision sees."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.platform.schemas import View


class Overview(View):
    """The centre today.

    Attributes:
        overdue: Open cases whose nearest date has passed; ``soon``: whose date comes within two working days.
        marks: Kind of mark to number of cases in the last 30 days.
        refused_acts: Acts in the last 30 days that were tried and not possible.
        calendar: A sentence where working days cannot be counted that far.
    """

    day: date
    open: int
    overdue: int
    soon: int
    marks: dict[str, int]
    refused_acts: int
    calendar: str


class MarkedCase(View):
    """A mark on a case."""

    number: str
    item: str
    state_label: str
    department: str
    window: str
    code: str
    day: date
    say: str


class MarkedCases(View):
    """A page of marks, the latest first; ``next`` asks for the following page."""

    marks: list[MarkedCase]
    next: str | None


class Misroute(View):
    """误分派: of the cases of an item that a rule routed, how many were transferred."""

    item: str
    rule: str
    cases: int
    transferred: int
    share: float


class Misroutes(View):
    """All of them, the worst share first."""

    since: date
    lines: list[Misroute]


class RefusedAct(View):
    """An act that was tried and not possible."""

    at: datetime
    number: str
    actor: str
    role: str
    act: str
    state: str
    codes: list[str] = Field(description="每一条不能做的原因的代号")


class RefusedActs(View):
    """The latest ones."""

    acts: list[RefusedAct]
