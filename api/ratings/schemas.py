"""Ratings as applicants give them and staff answer them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import TEXT_LIMIT, Payload, View


class RatingRequest(CaseQuery):
    """A rating; number and second factor as for the status."""

    grade: int = Field(ge=1, le=5, description="1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意")
    reasons: list[Annotated[str, Field(max_length=40)]] = Field(default=[], max_length=13)
    text: Annotated[str, Field(max_length=TEXT_LIMIT)] = ""
    channel: Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")] = "web"


class RatingView(View):
    """One rating as its author sees it."""

    times: int
    grade: int
    grade_name: str
    reasons: list[str]
    text: str
    at: datetime
    answer_by: date | None = Field(description="差评最晚哪天答复；好评没有")
    answer: str
    answered_at: datetime | None


class CaseRatings(View):
    """The ratings of a case, and whether there can be another one."""

    number: str
    ratings: list[RatingView]
    can_rate: bool
    why_not: str
    grades: dict[int, str]
    reasons: dict[str, str]


class DeskRating(View):
    """One rating as staff see it."""

    id: int
    case: str
    item: str
    department: str
    times: int
    grade: int
    grade_name: str
    reasons: list[str]
    text: str
    at: datetime
    is_bad: bool
    answer_by: date | None
    overdue: bool
    answer: str
    answered_by: str
    answered_at: datetime | None


class RatingPage(View):
    """Ratings, oldest first."""

    ratings: list[DeskRating]
    next: int


class Answer(Payload):
    """What the applicant is answered."""

    answer: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")]
