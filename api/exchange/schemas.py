"""What partner systems send and get."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.exchange.feedback import Feedback
from knowledge.exchange.fields import Record


class FaultView(View):
    """One thing wrong with a record; never the value."""

    field: str
    say: str


class RecordView(View):
    """One record in the national field names (GB/T 39046)."""

    kind: str = Field(description="application、accept、special、result……")
    record: Record
    faults: list[FaultView] = Field(description="按国家标准检查出的错处；空表示没有")


class OfferedResult(View):
    """A result that waits to be claimed (认领).

    Attributes:
        key: By which it is claimed; the same whenever it is offered again.
        act: What happened: decide, deemed_granted, issue, deliver, revoke.
        state_code: The state in 一窗收件's list.
        event_code: The act in 工程建设项目审批's list; None where that list has none.
    """

    id: int
    key: str
    case: str
    act: str
    act_name: str
    state: str
    outcome: str
    at: datetime
    state_code: str
    event_code: str | None
    records: list[RecordView]


class OfferedResults(View):
    """Results of the caller's department that are not claimed yet, oldest first."""

    results: list[OfferedResult]
    next: int = Field(description="下一页从这里接着取；没有认领的，从头取时会再出现")


class Claimed(View):
    """A claim; the same one whenever it is repeated."""

    key: str
    case: str
    claimed_at: datetime
    claimed_by: str


class FeedbackBatch(Payload):
    """Reports of a supervising department, all or none of which are taken."""

    feedback: Annotated[list[Feedback], Field(min_length=1, max_length=100)]


class FeedbackView(View):
    """One report as staff and the sender see it."""

    id: int
    key: str
    department: str
    department_name: str
    kind: str
    kind_name: str
    case: str
    item: str
    at: datetime
    document: str
    failed: bool
    code: str
    code_name: str
    state: str
    text: str
    received_at: datetime


class FeedbackList(View):
    """Reports, in the order in which they came."""

    feedback: list[FeedbackView]
    next: int
