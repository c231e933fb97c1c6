"""Cases as applicants see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.schemas import Payload, View
from knowledge.routing import Route


class DueView(View):
    """A date, what it counts from and by which rule."""

    day: date
    counted_from: date
    rule: str


class CaseReceipt(View):
    """What the applicant gets for a submission.

    Attributes:
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
    state: str
    state_label: str
    received_at: datetime
    answer_due: DueView | None
    answer_due_note: str
    later: list[str]


class CaseQuery(Payload):
    """Case number and second factor: the last four digits of the phone given with the submission.

    Attributes:
        phone_tail: The digits themselves, as a form sends them.
        intake: In their place, the intake with which a channel has put them away, so that no dialogue handles them.
    """

    number: Annotated[str, Field(min_length=1, max_length=40)]
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    intake: Annotated[str, Field(max_length=64)] | None = None


class CaseEvent(View):
    """One line of the timeline."""

    at: datetime
    label: str


class CaseStatus(View):
    """Where a case is.

    Attributes:
        state: Code of the state; ``state_label`` is its Chinese name.
        due: The date that runs now; ``due_note`` says it in words or why there is none.
        can: What the applicant can do now, for example ``withdraw``.
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
