"""Where a case is, as its applicant sees it, and what the applicant does with it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.appointments.schemas import AppointmentView
from api.cases.schemas import CasePart, CaseQuery, ClockView, DueView
from api.platform.schemas import View
from knowledge.guidance.routing import Route


class Correction(CaseQuery):
    """Papers that the applicant hands in after a correction request, or later by agreement (容缺后补)."""

    materials: Annotated[list[Annotated[str, Field(max_length=120)]], Field(min_length=1, max_length=200)]


class CaseEvent(View):
    """One line of the timeline, with what the applicant was told then."""

    at: datetime
    label: str
    told: str = ""


class PointView(View):
    """One point of a correction request."""

    material: str
    name: str
    what: str


class Feedback(View):
    """Ratings or complaints of a case: how many were given, and how many of these have got an answer."""

    given: int = 0
    answered: int = 0


class CaseStatus(View):
    """Where a case is.

    Attributes:
        state: Code of the state; ``state_label`` is its Chinese name.
        due: The date that runs now; ``due_note`` says it in words or why there is none.
        can: What the applicant can do now, for example ``withdraw``.
        clocks: Everything that has begun to count, the nearest first.
        to_correct: The points of the open correction request.
        to_supplement: Materials still to be handed in (容缺后补), id to name.
        joint: How far the departments of joint handling are, as a sentence.
        parts: The other cases of the same submission.
        appointment: The live appointment at a window (预约).
        ratings: What the applicant has said of the service; ``complaints`` likewise.
    """

    number: str
    item: str
    state: str
    state_label: str
    who_acts_next: str
    what_next: str
    due: DueView | None
    due_note: str
    window: Route | None
    timeline: list[CaseEvent]
    can: list[str]
    clocks: list[ClockView]
    to_correct: list[PointView]
    to_supplement: dict[str, str]
    joint: str
    parts: list[CasePart]
    version: int
    appointment: AppointmentView | None = None
    ratings: Feedback = Feedback()
    complaints: Feedback = Feedback()
