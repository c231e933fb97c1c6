"""Cases as applicants see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.appointments.schemas import AppointmentView
from api.schemas import Payload, View
from knowledge.cases.record.state import CaseState
from knowledge.guidance.routing import Route


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


class CaseReceipt(View):
    """What the applicant gets for a submission.

    Attributes:
        number: Of the case, or of the first one where there are several.
        item: Name of the item or bundle.
        window: Where the case is received; None where the catalogue has no window for it.
        why: The rule that chose the window, in words.
        answer_due: By when the window must answer; None where the calendar does not reach so far.
        answer_due_note: Sentence on the answer date, always complete.
        later: Names of materials to hand in later.
    """

    number: str
    item: str
    window: Route | None
    why: str
    state: CaseState
    state_label: str
    received_at: datetime
    answer_due: DueView | None
    answer_due_note: str
    later: list[str]
    parts: list[CasePart] = Field(description="一件事分成的各个办件；只有一个办件时为空")


class CaseQuery(Payload):
    """Case number and second factor: the last four digits of the phone given with the submission.

    Attributes:
        phone_tail: The digits themselves, as a form sends them.
        intake: In their place, the intake with which a channel has put them away, so that no dialogue handles them.
    """

    number: Annotated[str, Field(min_length=1, max_length=40)]
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    intake: Annotated[str, Field(max_length=64)] | None = None


class Correction(CaseQuery):
    """Papers that the applicant hands in after a correction request, or later by agreement (容缺后补)."""

    materials: Annotated[list[Annotated[str, Field(max_length=120)]], Field(min_length=1, max_length=200)]


class CaseEvent(View):
    """One line of the timeline, with what the applicant was told then."""

    at: datetime
    label: str
    told: str = ""


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
    state: CaseState
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
