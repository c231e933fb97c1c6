"""Lives of invented cases: logs that the rules themselves have written, day by day, to be copied a million times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.roles import Role
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.acts.submission import Submit
from knowledge.cases.procedure.performance import perform
from knowledge.cases.procedure.projection import follow
from knowledge.cases.procedure.sweep import pending
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.terms import terms_of
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem
from knowledge.guidance.notice import NoticeContent, draw
from knowledge.guidance.routing import Request, Route, route

Step = tuple[int, Act, Role, Mapping[str, Any]]
"""Days after the submission, act, role, data."""

_POINT = {"material": "form", "name": "申请表", "what": "请补上签名"}
_OPINION = {"outcome": "grant", "opinion": "符合条件。", "without_examination": "资料齐全，不用勘验。"}

WHOLE: tuple[Step, ...] = (
    (0, Act.RECEIVE, Role.WINDOW, {}),
    (1, Act.REQUEST_CORRECTION, Role.WINDOW, {"points": [_POINT], "document": "补〔2026〕1号"}),
    (2, Act.CORRECT, Role.APPLICANT, {"materials": ["form"]}),
    (2, Act.PUT_RIGHT, Role.WINDOW, {"reason": "当场更正了日期。"}),
    (3, Act.ACCEPT, Role.WINDOW, {"document": "受〔2026〕1号"}),
    (4, Act.REVIEW, Role.REVIEWER, _OPINION),
    (5, Act.APPROVE, Role.APPROVER, {"opinion": "同意。"}),
    (6, Act.DECIDE, Role.APPROVER, {"outcome": "grant", "document": "准〔2026〕1号"}),
    (7, Act.ISSUE, Role.WINDOW, {"name": "许可证", "number": "JY000001"}),
    (8, Act.DELIVER, Role.WINDOW, {"way": "counter"}),
)
"""From the window to delivery; with the submission eleven entries."""

OPEN_AFTER = (0, 1, 3, 5, 6)
"""So many steps of it have been done in cases that are still open."""

ITEMS = 12
"""So many items of the catalogue, spread over it; each is received at a window of its own rules."""


@dataclass(frozen=True)
class Life:
    """One case's life, to be given other numbers and applicants.

    Attributes:
        day: On which it was submitted.
        facts: After the last entry.
    """

    item: BusinessItem
    content: NoticeContent
    route: Route
    day: date
    entries: tuple[LogEntry, ...]
    facts: CaseFacts


def lives(
    catalogue: Catalogue, calendar: WorkCalendar, days: list[date], now: datetime, steps: int = len(WHOLE)
) -> Iterator[Life]:
    """A life for each day and item, as far as ``steps`` go, with everything that has passed by itself until now."""
    every = [
        item
        for item in catalogue.items.values()
        if not (item.joint_with or item.expert_review or item.passed_up_to)
    ]
    for day in days:
        for item in every[:: max(1, len(every) // ITEMS)]:
            affair = catalogue.affair(item.id)
            assert affair is not None
            chosen = route(Request(affair, day), catalogue)
            if chosen is not None:
                yield _life(item, draw(affair, {}, catalogue, chosen), chosen, day, calendar, now, steps)


def _life(
    item: BusinessItem,
    content: NoticeContent,
    to: Route,
    day: date,
    calendar: WorkCalendar,
    now: datetime,
    steps: int,
) -> Life:
    submit = Submit(terms=terms_of(item, content), window=to.window, department=to.department, rule=to.rule)
    facts, entries = CaseFacts(), list[LogEntry]()
    todo: list[tuple[int, Act, Role, Any]] = [(0, Act.SUBMIT, Role.APPLICANT, submit), *WHOLE[:steps]]
    for minute, (after, act, role, data) in enumerate(todo):
        at = datetime.combine(_working_day(day, after, calendar), datetime.min.time(), CENTRE_ZONE)
        at += timedelta(hours=9, minutes=minute)
        actor = role.value if role is Role.APPLICANT else f"bench-{role.value}"
        entry = perform(facts, Attempt(act, role, actor, at, data), Context(calendar))
        entries.append(entry)
        facts = follow(facts, entry)
    swept = pending(facts, calendar, now)
    return Life(item, content, to, day, (*entries, *swept.entries), swept.facts)


def _working_day(day: date, after: int, calendar: WorkCalendar) -> date:
    return calendar.add(day, after) if after else day
