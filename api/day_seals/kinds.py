"""Which tables are protected, by which column a row belongs to a day, and what of it never changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from pydantic_core import to_json
from sqlalchemy import Column, Select, Table, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffLogRow
from api.cases.models import CaseRow
from api.complaints.models import ComplaintRow
from api.ratings.models import RatingRow
from knowledge.base.centre_time import moment_of

DIGEST_SIGNS = 16
"""Of a row's digest: 64 bits, under a seal that has a key."""


@dataclass(frozen=True)
class Kind:
    """A protected table.

    Attributes:
        label: What its rows are called.
        at: When a row came.
        kept: Columns that never change, the key first.
    """

    label: str
    at: Column[Any]
    kept: tuple[Column[Any], ...]

    def rows(self, first: date, last: date) -> Select[Any]:
        """What never changes of the rows of these days, both included."""
        return select(*self.kept).where(*self._between(first, last)).order_by(self.kept[0])

    def counted(self, last: date) -> Select[tuple[int]]:
        """How many rows have come until a day, that day included."""
        return select(func.count()).where(self.at < moment_of(last + timedelta(days=1)))

    @property
    def earliest(self) -> Select[tuple[datetime]]:
        """When the first row came."""
        return select(func.min(self.at))

    def _between(self, first: date, last: date) -> tuple[Any, Any]:
        return self.at >= moment_of(first), self.at < moment_of(last + timedelta(days=1))


def _kind(label: str, row: type[Any], at: str, *kept: str) -> Kind:
    columns = cast(Table, row.__table__).c
    return Kind(label, columns[at], tuple(columns[name] for name in kept))


KINDS: Mapping[str, Kind] = {
    "case": _kind(
        "办件", CaseRow, "received_at",
        "number", "intake_id", "affair", "item_id", "channel", "notice_number", "received_at",
    ),
    "staff_log": _kind("操作记录", StaffLogRow, "at", "id", "at", "actor", "act", "subject", "data"),
    "rating": _kind(
        "评价", RatingRow, "at",
        "id", "case_number", "times", "grade", "channel", "reasons", "text", "at", "department", "is_bad",
    ),
    "complaint": _kind(
        "投诉", ComplaintRow, "at", "number", "case_number", "about", "officer", "text", "digest", "at",
    ),
}  # fmt: skip
"""Applicants' data are part of a case and hold to its number by themselves (``api.cases.chain_check``)."""


async def leaves_of(session: AsyncSession, kind: Kind, day: date) -> dict[str, str]:
    """Key to digest of the rows of a day."""
    return {str(row[0]): digest(row) for row in (await session.execute(kind.rows(day, day))).all()}


def digest(row: Iterable[Any]) -> str:
    """The start of the digest of what a row holds, the same on every database."""
    plain = [
        value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
        for value in row
    ]
    return hashlib.sha256(to_json(_sorted(plain))).hexdigest()[:DIGEST_SIGNS]


def _sorted(value: Any) -> Any:
    """PostgreSQL and SQLite give back objects as they were written; another writer may have ordered them otherwise."""
    if isinstance(value, Mapping):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_sorted(one) for one in value]
    return value


def written(leaves: Mapping[str, str]) -> str:
    """The leaves as they are kept."""
    return "\n".join(f"{key} {leaves[key]}" for key in sorted(leaves))


def read(text: str) -> dict[str, str]:
    """The leaves of what is kept."""
    return dict(line.rsplit(" ", 1) for line in text.splitlines())
