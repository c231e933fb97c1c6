"""The receipt of a submission, as clients see it."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.cases.schemas import CasePart, DueView
from api.platform.schemas import View
from knowledge.guidance.routing import Route


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
    state: str
    state_label: str
    received_at: datetime
    answer_due: DueView | None
    answer_due_note: str
    later: list[str]
    parts: list[CasePart] = Field(description="一件事分成的各个办件；只有一个办件时为空")
