"""The case log as stored: reading it, and adding entries to its hash chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from api.cases.models import CaseLogRow, CaseRow, StoredEntry
from knowledge.base.roles import Role
from knowledge.cases.record.chain import Link, linked
from knowledge.cases.record.log import LogEntry


def entry_of(row: CaseLogRow | StoredEntry) -> LogEntry:
    """A row as the rules read it."""
    return LogEntry(row.at, row.act, Role(row.role), row.actor, row.before, row.after, row.data)


def link_of(row: CaseLogRow | StoredEntry) -> Link:
    """A row with its hashes, to be verified."""
    return Link(entry_of(row), row.previous, row.hash)


def behind(case: CaseRow, entries: Iterable[LogEntry]) -> Sequence[CaseLogRow]:
    """Entries as rows behind the last one of the case, which learns its new end. The caller settles the other columns and writes."""
    rows = [
        CaseLogRow(
            case_number=case.number,
            at=link.entry.at,
            actor=link.entry.actor,
            role=link.entry.role.value,
            act=link.entry.act,
            before=link.entry.before,
            after=link.entry.after,
            data=dict(link.entry.data),
            previous=link.previous,
            hash=link.hash,
        )
        for link in linked(case.number, entries, case.log_head)
    ]
    if rows:
        case.log_head = rows[-1].hash
    return rows
