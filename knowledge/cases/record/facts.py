"""What is known of a case, folded from its log alone: state, dates, corrections, pauses, opinions, decision.

See :func:`knowledge.cases.procedure.projection.fold`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.calendar.limit_end import Pause
from knowledge.calendar.unit import Unit
from knowledge.cases.record.choices import ExaminationKind, Outcome, SpecialKind
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.state import CaseState
from knowledge.cases.record.terms import Terms


class CorrectionPoint(Frozen):
    """One thing to correct: the material (or ``form`` for the application form), what is wrong, and why it is asked now."""

    material: str = Field(max_length=120, description="材料编号；form 是申请书")
    name: str = Field(max_length=200, description="材料名称")
    what: FreeText = Field(default="", description="哪里要补正、怎么补")
    reason: FreeText = Field(default="", description="告知单或第一次通知上没有的，为什么现在要")


@dataclass(frozen=True)
class Correction:
    """One correction request: on which day, and of its points those that needed a recorded reason."""

    day: date
    points: tuple[CorrectionPoint, ...]
    late: tuple[CorrectionPoint, ...]
    correct_by: date | None


@dataclass(frozen=True)
class Special:
    """One special procedure."""

    kind: SpecialKind
    started: datetime
    expected_days: int
    ended: datetime | None = None


@dataclass(frozen=True)
class Task:
    """A department's part in joint handling; ``days`` 0 means within the joint limit."""

    department: str
    sent: date
    days: int
    answered: date | None = None
    agrees: bool | None = None


@dataclass(frozen=True)
class Examination:
    """On-site inspection or expert review: arranged, held, concluded."""

    kind: ExaminationKind
    arranged: date
    on: date
    departments: tuple[str, ...] = ()
    held: date | None = None
    concluded: date | None = None
    passed: bool | None = None


@dataclass(frozen=True)
class Interested:
    """People whom a matter bears on were told, perhaps that they may ask for a hearing."""

    day: date
    hearing: bool


@dataclass(frozen=True)
class Moved:
    """A transfer, with the rule that had chosen the window it left."""

    day: date
    from_window: str
    to_window: str
    rule: str


@dataclass(frozen=True)
class CaseFacts:
    """Everything that clocks, preconditions, records and screens need to know.

    Attributes:
        last_at: Of the last entry: no later one has an earlier moment, whatever the machine's clock says.
        papers_day: On which the papers as they are now were received; the five days count from it.
        accepted_on: For a deemed acceptance the day on which the papers were received.
        answered_on: On which the window last answered: accepted, refused or asked for corrections; for a deemed acceptance the
            day on which the system recorded that nobody did.
        later: Materials still to be handed in (容缺后补).
        resume: The state to which special procedures or passing up lead back.
        hearing_asked: When somebody last asked for a hearing; ``hearing_waived`` on which day all had given it up in writing.
        extended_by: How many days, in ``extended_unit``; None where the limit was not extended.
        reviewers: Everybody who has reviewed; none of them may approve.
        decision_deemed: Granted by silence.
        overdue: Clock and date of every overdue mark that is written already.
    """

    state: CaseState | None = None
    last_at: datetime | None = None
    terms: Terms = field(default_factory=Terms)
    window: str = ""
    department: str = ""
    rule: str = ""
    submitted_on: date | None = None
    papers_day: date | None = None
    papers_at: datetime | None = None
    answered_on: date | None = None
    accepted_on: date | None = None
    accepted_at: datetime | None = None
    accepted_deemed: bool = False
    accepted_document: str = ""
    corrections: tuple[Correction, ...] = ()
    handed_in: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    result_way: str = ""
    result_place: str = ""
    resume: CaseState | None = None
    interested: tuple[Interested, ...] = ()
    hearing_asked: datetime | None = None
    hearing_waived: date | None = None
    specials: tuple[Special, ...] = ()
    passings: tuple[tuple[datetime, datetime | None], ...] = ()
    extended_by: int | None = None
    extended_unit: Unit = Unit.WORKING_DAY
    tasks: tuple[Task, ...] = ()
    examinations: tuple[Examination, ...] = ()
    reviewers: frozenset[str] = frozenset()
    reviewed: Outcome | None = None
    approved: bool = False
    passed_back: Outcome | None = None
    decided_on: date | None = None
    decided_at: datetime | None = None
    decision: Outcome | None = None
    decision_deemed: bool = False
    issued_on: date | None = None
    delivered_on: date | None = None
    ended_on: date | None = None
    transfers: tuple[Moved, ...] = ()
    overdue: frozenset[tuple[str, date]] = frozenset()
    urged: int = 0

    def not_before(self, moment: datetime) -> datetime:
        """A moment, or that of the last entry where the machine's clock has gone back behind it."""
        return moment if self.last_at is None else max(moment, self.last_at)

    def but(self, **changes: Any) -> CaseFacts:
        """These facts with some changed: ``dataclasses.replace`` ten times as fast, since a log is folded entry by entry."""
        if not changes.keys() <= CaseFacts.__dataclass_fields__.keys():
            raise TypeError(f"no such facts: {changes.keys()}")
        changed = object.__new__(CaseFacts)
        changed.__dict__.update(self.__dict__, **changes)
        return changed

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Times that do not count: special procedures (art. 45), and what the higher authority takes (art. 43)."""
        specials = tuple(Pause(one.started, one.ended) for one in self.specials)
        return specials + tuple(Pause(start, end) for start, end in self.passings)

    @property
    def open_specials(self) -> tuple[Special, ...]:
        return tuple(one for one in self.specials if one.ended is None)

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.answered is None)

    def examination(self, kind: ExaminationKind) -> Examination | None:
        """The last one of that kind."""
        return next((one for one in reversed(self.examinations) if one.kind is kind), None)
