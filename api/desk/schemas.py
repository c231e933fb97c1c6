"""Cases as staff see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from api.appointments.schemas import PlaceOfWindow
from api.cases.schemas import CasePart, ClockView
from api.platform.schemas import Payload, View
from api.uploads.schemas import SlotView
from knowledge.guidance.routing import Route


class QueueLine(View):
    """One case in a queue.

    Attributes:
        due: The nearest day on which something is due; None where nothing runs.
        overdue: That day has passed.
    """

    number: str
    item: str
    state: str
    state_label: str
    window: str
    department: str
    applicant: str = Field(description="遮盖后的姓名")
    due: date | None
    overdue: bool
    received_at: datetime
    version: int


class Queue(View):
    """A page of a queue, what is due first on top; ``next`` asks for the following page, None where there is none."""

    cases: list[QueueLine]
    next: str | None


class LogLine(View):
    """One entry of the log, with what it recorded."""

    at: datetime
    act: str
    name: str
    role: str
    actor: str
    before: str | None
    after: str
    data: dict[str, Any]
    told: str


class PossibleAct(View):
    """An act that this person can do now; ``fields`` is the JSON schema of its ``data``."""

    act: str
    name: str
    role: str
    fields: dict[str, Any]


class FindingView(View):
    """Something that supervision looks at."""

    code: str
    say: str
    day: date | None


class PaperLine(View):
    """A material of the case: where it is, or which case of the submission holds it."""

    id: str
    name: str
    state: str
    held_by: str = ""


class DeskCase(View):
    """A case as staff see it: contact data by role, masked where the role does not need them.

    Attributes:
        route: The window of the notice and the rule that chose it.
        possible: What this person can do now.
    """

    number: str
    item: str
    affair: str
    state: str
    state_label: str
    who_acts_next: str
    window: str
    department: str
    route: Route | None
    received_at: datetime
    channel: str
    notice_number: str
    notice_version: int
    contact: dict[str, str]
    materials: list[PaperLine]
    later: list[str]
    clocks: list[ClockView]
    findings: list[FindingView]
    joint: str
    parts: list[CasePart]
    log: list[LogLine]
    possible: list[PossibleAct]
    version: int


class CasePapers(View):
    """What the applicant has uploaded for a case's submission; the addresses of the files are the case's."""

    number: str
    slots: list[SlotView]


class ExpectedVisit(View):
    """Somebody who has booked."""

    window: str
    start: str
    end: str
    code: str = Field(description="取号码")
    state: str = Field(description="booked 已预约、passed 时间已过")
    state_label: str
    item: str
    cases: list[str] = Field(description="办件编号；还没有提交时为空，一件事有几个")
    applicant: str = Field(description="遮盖后的姓名；还没有填时为空")


class DayOfAppointments(View):
    """Who comes on a day, first come on top.

    Attributes:
        windows: The windows that were looked at.
    """

    day: date
    label: str
    windows: list[PlaceOfWindow]
    appointments: list[ExpectedVisit]


class ActRequest(Payload):
    """An act on a case.

    Attributes:
        version: Of the case as this person has seen it.
        role: In which of the own roles; left out where only one may.
    """

    version: Annotated[int, Field(ge=1)]
    role: Annotated[str, Field(max_length=20)] | None = None
    data: dict[str, Any] = Field(default_factory=dict)


class ShowRequest(Payload):
    """Contact data to be shown in the clear; each look is recorded."""

    fields: Annotated[list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=20)]


class Shown(View):
    """Contact data in the clear."""

    contact: dict[str, str]


class TransitionView(View):
    """One line of the transition table."""

    state: str | None
    act: str
    name: str
    roles: list[str]
    next: str
    done: str
    told: str


class TransitionTable(View):
    """The transition table, as code and documentation read it."""

    states: dict[str, str]
    roles: dict[str, str]
    transitions: list[TransitionView]
