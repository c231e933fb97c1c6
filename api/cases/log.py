"""The case log as stored: reading it, and adding entries to its hash chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from api.cases.models import CaseLogRow, CaseRow, StoredEntry
from knowledge.base.roles import Role
from knowledge.cases.record.act import ACT_OF, Act
from knowledge.cases.record.chain import Link, linked
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATE_OF, CaseState


def entry_of(row: CaseLogRow | StoredEntry) -> LogEntry:
    """A row as the rules read it.

    Raises:
        KeyError: There is no such act or state: the row is not what was written.
    """
    before = None if row.before is None else STATE_OF[row.before]
    return LogEntry(row.at, ACT_OF[row.act], Role(row.role), row.actor, before, STATE_OF[row.after], row.data)


def link_of(row: CaseLogRow | StoredEntry) -> Link:
    """A row with its hashes, to be verified, whatever is written in it."""
    act, before, after = cast(Act, row.act), cast(CaseState | None, row.before), cast(CaseState, row.after)
    entry = LogEntry(row.at, act, Role(row.role), row.actor, before, after, row.data)
    return Link(entry, row.previous, row.hash)


def chained_behind(case: CaseRow, entries: Iterable[LogEntry]) -> Sequence[CaseLogRow]:
    """Entries as rows behind the last one of the case, which learns its new end. The caller settles the other columns and writes."""
    rows = [
        CaseLogRow(
            case_number=case.number,
            at=link.entry.at,
            actor=link.entry.actor,
            role=link.entry.role.value,
            act=link.entry.act.value,
            before=link.entry.before.value if link.entry.before else None,
            after=link.entry.after.value,
            data=dict(link.entry.data),
            previous=link.previous,
            hash=link.hash,
        )
        for link in linked(case.number, entries, case.log_head)
    ]
    if rows:
        case.log_head = rows[-1].hash
    return rows
