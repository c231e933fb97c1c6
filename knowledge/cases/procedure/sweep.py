"""What passed by itself: the entries that the system owes a case, each exactly once, however long nobody looked.

An entry's own moment is when the system recorded it; the day on which the law let it happen is in its data, so that a day of downtime
changes nothing for the applicant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.base.centre_time import moment_of
from knowledge.base.frozen import Frozen
from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.acts.silence import DeemedAccepted, DeemedGranted, Overdue
from knowledge.cases.limits.clocks import Clock, ClockState, clocks_and_gaps
from knowledge.cases.procedure.projection import follow
from knowledge.cases.procedure.transitions import RESUME, transition
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import OPEN


@dataclass(frozen=True)
class Swept:
    """What a sweep found for one case.

    Attributes:
        entries: To be added to the log in this order.
        facts: The case with them.
        running: Its clocks then.
        gaps: Years that are missing from the calendar; their clocks were left alone.
    """

    entries: tuple[LogEntry, ...]
    facts: CaseFacts
    running: tuple[Clock, ...]
    gaps: tuple[CalendarGap, ...]


def pending(facts: CaseFacts, calendar: WorkCalendar, now: datetime) -> Swept:
    """Everything the system owes this case at this moment; nothing where it has all been recorded."""
    entries: list[LogEntry] = []
    now = facts.not_before(now)
    while True:
        running, gaps = clocks_and_gaps(facts, calendar, now)
        owed = next(_owed(facts, running), None) if facts.state in OPEN else None
        if owed is None:
            return Swept(tuple(entries), facts, running, gaps)
        entry = _entry(facts, *owed, now)
        entries.append(entry)
        facts = follow(facts, entry)


def next_look(running: tuple[Clock, ...]) -> datetime | None:
    """Not before when the case needs to be swept again, for a queue by date; None where nothing runs."""
    ends = [_last_moment(clock) for clock in running if clock.open and clock.state is ClockState.RUNNING]
    return min((end for end in ends if end is not None), default=None)


def _owed(facts: CaseFacts, running: tuple[Clock, ...]) -> Iterator[tuple[Act, Frozen]]:
    """The next entry owed: marks of what passed before acts that change the state."""
    missed = [
        (clock, clock.due)
        for clock in running
        if clock.open and clock.state is ClockState.MISSED and clock.due
    ]
    missed.sort(key=lambda one: one[1])
    for clock, due in missed:
        if (_mark(clock), due) not in facts.overdue:
            yield Act.OVERDUE, Overdue(clock=_mark(clock), due=due)
    for clock, due in missed:
        if clock.code == "answer" and facts.papers_day and transition(facts.state, Act.DEEMED_ACCEPTED):
            yield Act.DEEMED_ACCEPTED, DeemedAccepted(accepted_on=facts.papers_day, due=due)
        if transition(facts.state, Act.DEEMED_GRANTED) and counts_as_granted(facts, clock):
            yield Act.DEEMED_GRANTED, DeemedGranted(clock=clock.code, granted_on=due)


def counts_as_granted(facts: CaseFacts, clock: Clock) -> bool:
    """Silence past the legal limit where the item says so; expiry of a licence whose renewal was applied for in time (art. 50).

    The centre's promise is no limit of the law: past it there is a mark and nothing else.
    """
    if clock.code == "legal":
        return facts.terms.silence_is_consent and facts.terms.legal is not None
    return clock.grants


def _mark(clock: Clock) -> str:
    """Tasks of several departments have a mark each."""
    return f"{clock.code}:{clock.whose}" if clock.whose else clock.code


def _entry(facts: CaseFacts, act: Act, payload: Frozen, now: datetime) -> LogEntry:
    allowed = transition(facts.state, act)
    assert allowed is not None and allowed.next != RESUME
    return LogEntry(
        now, act, Role.SYSTEM, Role.SYSTEM.value, facts.state, allowed.next, payload.model_dump(mode="json")
    )


def _last_moment(clock: Clock) -> datetime | None:
    if clock.due_at is not None:
        return clock.due_at
    if clock.due is None:
        return None
    return moment_of(clock.due + timedelta(days=1))
