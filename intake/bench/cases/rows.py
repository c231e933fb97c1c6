"""From lives to rows of the database: numbers, applicants and hash chains of their own for every case.

A million cases are made of some ten thousand lives, so that everything that two cases of one life share is written out once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from api.cases.columns import queue_day
from api.cases.log_seal import seal_of
from api.cases.models import NO_DAY, CaseLogRow, CaseRow
from api.cases.search_columns import name_digest, scenario_text, tail_digest, tail_of_case
from api.platform.security import Vault
from intake.bench.cases.lives import Life
from intake.people import Person
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.procedure.sweep import next_look
from knowledge.cases.queue.dates import Urgency, nearest_date
from knowledge.cases.queue.stage import stage_of
from knowledge.cases.record.chain import chained, genesis, written
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.number import case_number
from knowledge.cases.record.state import OPEN

Stored = Callable[[Any], Any]
"""A value as a database takes it."""

Values = tuple[Any, ...]

_CASES_OWN = (
    "number",
    "intake_id",
    "contact",
    "phone_tail",
    "name_digest",
    "tail_digest",
    "log_head",
    "log_seal",
)
_LINES_OWN = ("case_number", "previous", "hash")


def _with_the_others(own: tuple[str, ...], table: Any) -> tuple[str, ...]:
    return own + tuple(column.name for column in table.columns if column.name not in (*own, "id"))


CASES = _with_the_others(_CASES_OWN, CaseRow.__table__)
"""Columns of a case: first those in which cases of the same life differ."""

LOG = _with_the_others(_LINES_OWN, CaseLogRow.__table__)
"""Columns of a log entry, likewise."""


@dataclass(frozen=True)
class Applicants:
    """Invented applicants with their sealed data, to be shared by many cases.

    Attributes:
        found_by: The digests of name and phone tail.
    """

    people: Sequence[Person]
    sealed: Sequence[str]
    found_by: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, people: Sequence[Person], vault: Vault) -> Applicants:
        return cls(
            people,
            [
                vault.seal({"name": one.name, "id_number": one.id_number, "phone": one.phone})
                for one in people
            ],
            [(name_digest(vault, one.name), tail_digest(vault, one.phone)) for one in people],
        )


@dataclass(frozen=True)
class Mould:
    """What all cases of one life share, as the database takes it.

    Attributes:
        lines: Of each log entry what its hash covers, and its columns.
    """

    case: Values
    lines: tuple[tuple[bytes, Values], ...]


class RowMaker:
    """Gives each case a number of its day, an applicant, a window and its chain of entries."""

    def __init__(self, applicants: Applicants, vault: Vault, calendar: WorkCalendar, now: datetime) -> None:
        self._applicants = applicants
        self._vault = vault
        self._calendar = calendar
        self._now = now
        self._of_day: Counter[date] = Counter()

    def rows(
        self, lives: Sequence[Life], count: int, stored: Stored
    ) -> Iterator[tuple[Values, list[Values]]]:
        """Case and log rows of ``count`` cases, the lives taken equally often, by the day on which they began."""
        each, more = divmod(count, len(lives))
        turns = [(life, each + (turn < more)) for turn, life in enumerate(lives)]
        turns.sort(key=lambda one: one[0].day)
        for _, of_day in groupby(turns, key=lambda one: one[0].day):
            left = [(self._mould(life, stored), life.day, times) for life, times in of_day if times]
            for turn in range(max((times for _, _, times in left), default=0)):
                yield from (self._row(mould, day) for mould, day, times in left if turn < times)

    def applicant_of(self, number: str) -> Person:
        """Whose case it is."""
        return self._applicants.people[int(number[:-1]) % len(self._applicants.people)]

    def _row(self, mould: Mould, day: date) -> tuple[Values, list[Values]]:
        self._of_day[day] += 1
        number = case_number(day, self._of_day[day])
        which = int(number[:-1]) % len(self._applicants.people)
        person = self._applicants.people[which]
        lines, before = list[Values](), genesis(number)
        for covered, values in mould.lines:
            after = chained(before, covered)
            lines.append((number, before, after, *values))
            before = after
        tail = tail_of_case(self._vault, number, person.phone)
        sealed, found_by = self._applicants.sealed[which], self._applicants.found_by[which]
        seal = seal_of(self._vault, number, before)
        own = (number, f"bench-{number}", sealed, tail, *found_by, before, seal)
        return own + mould.case, lines

    def _mould(self, life: Life, stored: Stored) -> Mould:
        return Mould(
            _values(self._case(life), CASES[len(_CASES_OWN) :], stored),
            tuple(
                (written(entry), _values(_line(entry), LOG[len(_LINES_OWN) :], stored))
                for entry in life.entries
            ),
        )

    def _case(self, life: Life) -> dict[str, Any]:
        facts = life.facts
        running, _ = clocks_and_gaps(facts, self._calendar, self._now)
        state = facts.state
        assert state is not None, "every life begins with a submission"
        nearest = nearest_date(facts, running)
        still_open = state in OPEN
        return {
            "affair": life.item.id,
            "item_id": life.item.id,
            "item": life.item.name,
            "after": [],
            "borrows": {},
            "channel": "web",
            "notice_number": f"GZ{life.day:%Y%m%d}-0001",
            "notice_version": 1,
            "content": life.content.model_dump_json(),
            "catalogue_version": life.content.catalogue_version,
            "materials": {line.id: "ready" for line in life.content.materials},
            "later": [],
            "route": life.route.model_dump(mode="json"),
            "contact_masked": {"name": "某**", "phone": "138****0000"},
            "answer_due": None,
            "answer_due_note": "窗口在收到材料后5个工作日内答复是否受理。",
            "received_at": life.entries[0].at,
            "state": state,
            "is_open": still_open,
            "window": facts.window,
            "department": facts.department,
            "rule": life.route.rule,
            "transferred": False,
            "outcome": facts.decision.value if facts.decision else "",
            "queue_day": queue_day(running) if still_open else NO_DAY,
            "stage": stage_of(state).value,
            "due_day": nearest.day if nearest and still_open else NO_DAY,
            "due_urgency": int(nearest.urgency if nearest and still_open else Urgency.LIMIT),
            "scenario": scenario_text(life.content),
            "look_at": next_look(running) if still_open else None,
            "changed_at": life.entries[-1].at,
            "row_version": len(life.entries),
        }


def _line(entry: LogEntry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "actor": entry.actor,
        "role": entry.role.value,
        "act": entry.act,
        "before": entry.before,
        "after": entry.after,
        "data": dict(entry.data),
    }


def _values(row: Mapping[str, Any], columns: Sequence[str], stored: Stored) -> Values:
    return tuple(stored(row[name]) for name in columns)


def past_days(until: date, count: int, calendar: WorkCalendar) -> list[date]:
    """The last ``count`` working days before a day, the earliest first."""
    found: list[date] = []
    day = until
    while len(found) < count:
        day -= timedelta(days=1)
        if calendar.is_working_day(day):
            found.append(day)
    return found[::-1]
