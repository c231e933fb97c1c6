"""Complaints as applicants make them and their handler answers them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import TEXT_LIMIT, Payload, View


class ComplaintRequest(CaseQuery):
    """A complaint; number and second factor as for the status.

    Attributes:
        officer: The number on the officer's desk, where the applicant knows it.
    """

    about: Literal["officer", "window", "department"] = "department"
    officer: Annotated[str, Field(max_length=32, pattern=r"^[^\x00-\x1f]*$")] = ""
    text: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")]


class ComplaintView(View):
    """A complaint as the complainant sees it: who handles it is said by role, not by name."""

    number: str
    about: str
    about_name: str
    text: str
    at: datetime
    state: str
    state_label: str
    why: str = Field(description="由谁处理、谁回避")
    answer_by: date
    answer: str
    answered_at: datetime | None


class CaseComplaints(View):
    """The complaints of a case, oldest first."""

    number: str
    complaints: list[ComplaintView]


class DeskComplaint(View):
    """A complaint as its handler sees it."""

    number: str
    case: str
    item: str
    department: str
    about: str
    about_name: str
    officer: str
    text: str
    at: datetime
    state: str
    state_label: str
    answer_by: date
    overdue: bool
    answer: str
    answered_at: datetime | None


class ComplaintPage(View):
    """The complaints that somebody handles."""

    complaints: list[DeskComplaint]


class Unassigned(View):
    """A complaint that nobody here handles, without what it says."""

    number: str
    at: datetime
    state: str
    state_label: str
    handler: str
    answer_by: date


class UnassignedPage(View):
    """For administrators, who may have it assigned anew."""

    complaints: list[Unassigned]


class Answer(Payload):
    """What the complainant is answered."""

    answer: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")]
