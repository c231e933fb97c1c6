"""A case told act by act through the real rules, for tests: every entry is one that :func:`knowledge.cases.procedure.performance.perform` made."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.roles import Role
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.limits.clocks import Clock, clocks
from knowledge.cases.procedure.performance import objections, perform
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.sweep import pending
from knowledge.cases.procedure.transitions import transition
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.terms import TermLimit, Terms
from knowledge.catalogue.item import ItemType

CALENDAR = WorkCalendar()
DECEMBER_ON = WorkCalendar(entered={date(2027, 1, 1): False}, years=frozenset({2027}))
"""2027 as if entered, for stories that run past the end of 2026."""

TERMS = Terms(
    item="food_operation.new",
    type=ItemType.LICENCE,
    department="market",
    legal=TermLimit(days=20, rule="《行政许可法》第四十二条"),
    promised=TermLimit(days=7),
    materials=("application", "licence", "lease", "layout"),
)

PEOPLE = {Role.APPLICANT: "applicant", Role.WINDOW: "w1", Role.REVIEWER: "r1", Role.APPROVER: "h1", Role.SYSTEM: "system",
          Role.SUPERVISOR: "s1"}  # fmt: skip


def at(day: date | str, hour: int = 10, minute: int = 0) -> datetime:
    """A moment at the centre."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour, minute), CENTRE_ZONE)


class Story:
    """One case's log as it grows."""

    def __init__(
        self, submitted: str = "2026-11-02", terms: Terms = TERMS, calendar: WorkCalendar = CALENDAR
    ) -> None:
        self.calendar = calendar
        self.log: list[LogEntry] = []
        self.did(
            "submit",
            submitted,
            terms=terms.model_dump(mode="json"),
            window="market",
            rule="department_window",
        )

    @property
    def facts(self) -> CaseFacts:
        return fold(self.log)

    @property
    def state(self) -> str | None:
        return self.log[-1].after

    def attempt(
        self, act: str, when: str | datetime, *, role: Role | None = None, actor: str = "", **data: Any
    ) -> Attempt:
        allowed = transition(self.facts.state if self.log else None, act)
        role = role or (allowed.roles[0] if allowed else Role.WINDOW)
        moment = when if isinstance(when, datetime) else at(when)
        return Attempt(act, role, actor or PEOPLE[role], moment, data)

    def did(self, act: str, when: str | datetime, **data: Any) -> Story:
        """Perform an act; it must be allowed."""
        facts = self.facts if self.log else CaseFacts()
        self.log.append(perform(facts, self.attempt(act, when, **data), Context(self.calendar)))
        return self

    def refused(
        self, act: str, when: str | datetime, context: Context | None = None, **data: Any
    ) -> list[str]:
        """The codes of what stands against an act."""
        found = objections(self.facts, self.attempt(act, when, **data), context or Context(self.calendar))
        return [objection.code for objection in found]

    def swept(self, when: str | datetime) -> list[str]:
        """Sweep, and the acts that the system recorded."""
        moment = when if isinstance(when, datetime) else at(when, 0, 5)
        found = pending(self.facts, self.calendar, moment)
        self.log += found.entries
        assert self.facts == found.facts
        return [entry.act for entry in found.entries]

    def clock(self, code: str, when: str | datetime) -> Clock:
        moment = when if isinstance(when, datetime) else at(when)
        return next(clock for clock in clocks(self.facts, self.calendar, moment) if clock.code == code)

    def clock_codes(self, when: str) -> list[str]:
        return [clock.code for clock in clocks(self.facts, self.calendar, at(when))]


def received(day: str = "2026-11-02") -> Story:
    """Handed in and received on one day."""
    return Story(day).did("receive", day)


def accepted(day: str = "2026-11-03", terms: Terms = TERMS, calendar: WorkCalendar = CALENDAR) -> Story:
    """Handed in, received and accepted on one day."""
    return Story(day, terms, calendar).did("receive", day).did("accept", day)


def decided(day: str = "2026-11-10", outcome: str = "grant", terms: Terms = TERMS) -> Story:
    story = accepted(terms=terms).did("review", day, outcome=outcome, opinion="已核").did("approve", day)
    more = {} if outcome == "grant" else {"reason": "场所不符合条件", "remedies_told": True}
    return story.did("decide", day, outcome=outcome, **more)


def correction(*materials: str, reason: str = "", by: str | None = None) -> dict[str, Any]:
    points = [
        {"material": one, "name": f"「{one}」", "what": "请盖章", "reason": reason} for one in materials
    ]
    return {"points": points, **({"correct_by": by} if by else {})}
