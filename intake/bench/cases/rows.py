"""From lives to rows of the database: numbers, applicants and hash chains of their own for every case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from api.cases.models import NO_DAY
from api.cases.standing import queue_day
from api.cases.submission import PHONE_TAIL
from api.security import Vault
from intake.bench.cases.lives import Life
from intake.people import Person
from knowledge.case_number import case_number
from knowledge.case_states import OPEN
from knowledge.clock import clocks_and_gaps
from knowledge.deadline import WorkCalendar
from knowledge.log_chain import linked
from knowledge.sweep import next_look

Row = dict[str, Any]


@dataclass(frozen=True)
class Applicants:
    """Invented applicants with their sealed data, to be shared by many cases."""

    people: Sequence[Person]
    sealed: Sequence[str]

    @classmethod
    def of(cls, people: Sequence[Person], vault: Vault) -> Applicants:
        return cls(
            people,
            [
                vault.seal({"name": one.name, "id_number": one.id_number, "phone": one.phone})
                for one in people
            ],
        )


class RowMaker:
    """Gives each case a number of its day, an applicant, a window and its chain of entries."""

    def __init__(self, applicants: Applicants, vault: Vault, calendar: WorkCalendar, now: datetime) -> None:
        self._applicants = applicants
        self._vault = vault
        self._calendar = calendar
        self._now = now
        self._of_day: Counter[date] = Counter()
        self._chance = Random(1)
        self._fixed: dict[int, Row] = {}

    def rows(self, lives: Sequence[Life], count: int) -> Iterator[tuple[Row, list[Row]]]:
        """Case and log rows of ``count`` cases, their lives taken by turns."""
        for turn in range(count):
            yield self._row(lives[turn % len(lives)])

    def applicant_of(self, number: str) -> Person:
        """Whose case it is."""
        return self._applicants.people[int(number[:-1]) % len(self._applicants.people)]

    def _row(self, life: Life) -> tuple[Row, list[Row]]:
        self._of_day[life.day] += 1
        number = case_number(life.day, self._of_day[life.day])
        which = int(number[:-1]) % len(self._applicants.people)
        person = self._applicants.people[which]
        links = linked(number, life.entries)
        case = {
            **self._same_for_all(life),
            "number": number,
            "intake_id": f"bench-{number}",
            "contact": self._applicants.sealed[which],
            "phone_tail": self._vault.digest(PHONE_TAIL, f"{number}/{person.phone_tail}"),
            "log_head": links[-1].hash,
        }
        log = [
            {
                "case_number": number,
                "at": link.entry.at,
                "actor": link.entry.actor,
                "role": link.entry.role.value,
                "act": link.entry.act,
                "before": link.entry.before,
                "after": link.entry.after,
                "data": link.entry.data,
                "previous": link.previous,
                "hash": link.hash,
            }
            for link in links
        ]
        return case, log

    def _same_for_all(self, life: Life) -> Row:
        known = self._fixed.get(id(life))
        if known is None:
            known = self._fixed[id(life)] = self._of_life(life)
        return known

    def _of_life(self, life: Life) -> Row:
        facts = life.facts
        running, _ = clocks_and_gaps(facts, self._calendar, self._now)
        state = facts.state or ""
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
            "route": json.loads(life.route.model_dump_json()),
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
            "look_at": next_look(running) if still_open else None,
            "changed_at": life.entries[-1].at,
            "row_version": len(life.entries),
        }


def past_days(until: date, count: int, calendar: WorkCalendar) -> list[date]:
    """The last ``count`` working days before a day, the earliest first."""
    found: list[date] = []
    day = until
    while len(found) < count:
        day -= timedelta(days=1)
        if calendar.is_working_day(day):
            found.append(day)
    return found[::-1]
