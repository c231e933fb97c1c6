"""The facts of a case from its log: each entry changes them as its act's definition says.

:func:`fold` is pure: the same entries always give the same facts, and the facts at any moment are those of the entries up to it
(:func:`facts_at`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from knowledge.cases.acts.registry import ACTS
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import ENDED_UNDECIDED, CaseState
from knowledge.cases.record.terms import Terms


class BrokenLog(ValueError):
    """The entries do not follow from each other: one is missing, out of order, or not this case's."""

    code = "broken_log"

    def __init__(self, number: int, entry: LogEntry, state: CaseState | None) -> None:
        self.number = number
        super().__init__(
            f"办件日志第{number}条（{entry.act}）接不上：上一条之后是 {state}，这一条写的是 {entry.before}"
        )


def fold(entries: Iterable[LogEntry], terms: Terms | None = None) -> CaseFacts:
    """The facts after these entries.

    Args:
        entries: Oldest first.
        terms: For logs whose submission did not record them.

    Raises:
        BrokenLog: An entry does not follow from the one before it.
        ValueError: An entry's data are not a record of its act.
    """
    facts = CaseFacts(terms=terms or Terms())
    for number, entry in enumerate(entries, 1):
        if entry.before != facts.state:
            raise BrokenLog(number, entry, facts.state)
        facts = follow(facts, entry)
    return facts


def facts_at(entries: Iterable[LogEntry], moment: datetime, terms: Terms | None = None) -> CaseFacts:
    """The facts as they were at a moment."""
    return fold((entry for entry in entries if entry.at <= moment), terms)


def follow(facts: CaseFacts, entry: LogEntry) -> CaseFacts:
    """The facts after one more entry."""
    definition = ACTS[entry.act]
    changed = definition.effect(facts, entry, definition.recorded(entry.data))
    ended = entry.day if entry.after in ENDED_UNDECIDED else changed.ended_on
    return changed.but(state=entry.after, ended_on=ended, last_at=facts.not_before(entry.at))
