"""Hold every protected table against the seals of its days, and the seals against one another (``intake doctor``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.day_seals.job import seal_of
from api.day_seals.kinds import KINDS, leaves_of, read
from api.day_seals.models import DaySealRow
from api.platform.database import Database
from api.platform.security import Vault, same


@dataclass(frozen=True)
class Tampered:
    """One row that is not as it was sealed, or a seal.

    Attributes:
        kind: Of :data:`~api.day_seals.kinds.KINDS`.
        code: ``deleted``, ``changed``, ``added``, ``resealed`` or ``unsealed``.
        row: The row's key; empty where a seal is meant.
    """

    kind: str
    day: date
    code: str
    row: str = ""

    @property
    def say(self) -> str:
        """A Chinese sentence without its full stop."""
        label = KINDS[self.kind].label
        if self.row:
            return f"{self.day}的{label} {self.row} {_OF_ROWS[self.code]}"
        return f"{self.day}的{label}{_OF_SEALS[self.code]}"


_OF_ROWS = {"deleted": "被删掉了", "changed": "被改过", "added": "是后来加的"}
_OF_SEALS = {
    "resealed": "的封印和密钥封的不一样",
    "unsealed": "的封印不见了",
    "added": "以前还有，是后来加的",
}


@dataclass
class Checked:
    """What was held against its seals; ``place`` is the last kind and day that was read."""

    days: int = 0
    rows: int = 0
    tampered: list[Tampered] = field(default_factory=list)
    place: tuple[str, str] = ("", "")


async def check_days(
    database: Database,
    vault: Vault,
    written_down: Mapping[str, tuple[str, str]],
    progress: Callable[[Checked], None] | None = None,
    *,
    after: tuple[str, str] = ("", ""),
) -> Checked:
    """Every sealed day of every protected table. Changes nothing.

    Args:
        written_down: Kind to day and seal, as the data folder has them (:func:`api.day_seals.job.kept`).
        after: Go on behind this kind and day.
    """
    result = Checked()
    for name in sorted(KINDS):
        if name < after[0]:
            continue
        days = await database.read(partial(_days, name=name))
        result.tampered += _missing(name, days, written_down)
        begin = after[1] if name == after[0] else ""
        previous = ""
        for day in days:
            if day.isoformat() <= begin:
                previous = await database.read(partial(_seal_at, name=name, day=day))
                continue
            previous = await database.read(
                partial(_check_day, name=name, day=day, previous=previous, vault=vault, result=result)
            )
            result.place = (name, day.isoformat())
            if progress:
                progress(result)
        came_before = await database.read(partial(_came_before, name=name, days=days))
        if came_before:
            result.tampered.append(Tampered(name, days[0], "added"))
    return result


async def _days(session: AsyncSession, *, name: str) -> list[date]:
    query = select(DaySealRow.day).where(DaySealRow.kind == name).order_by(DaySealRow.day)
    return list((await session.scalars(query)).all())


async def _seal_at(session: AsyncSession, *, name: str, day: date) -> str:
    row = await session.get(DaySealRow, (name, day))
    return row.seal if row else ""


def _missing(
    name: str, days: Sequence[date], written_down: Mapping[str, tuple[str, str]]
) -> Iterator[Tampered]:
    """Days without a seal, between the first and the last that is known of."""
    ends = set(days)
    if name in written_down:
        ends.add(date.fromisoformat(written_down[name][0]))
    if not ends:
        return
    day = min(ends)
    while day <= max(ends):
        if day not in days:
            yield Tampered(name, day, "unsealed")
        day += timedelta(days=1)


async def _check_day(
    session: AsyncSession, *, name: str, day: date, previous: str, vault: Vault, result: Checked
) -> str:
    """One day against its seal; what its seal is."""
    row = await session.get(DaySealRow, (name, day))
    if row is None:  # taken away while it was looked
        result.tampered.append(Tampered(name, day, "unsealed"))
        return ""
    if not same(row.seal, seal_of(vault, row)) or row.previous != previous:
        result.tampered.append(Tampered(name, day, "resealed"))
    found, sealed = await leaves_of(session, KINDS[name], day), read(row.leaves)
    result.days += 1
    result.rows += len(found)
    result.tampered += [
        Tampered(name, day, _code(found.get(key), sealed.get(key)), key)
        for key in sorted({*found, *sealed})
        if found.get(key) != sealed.get(key)
    ]
    return row.seal


def _code(found: str | None, sealed: str | None) -> str:
    if found is None:
        return "deleted"
    return "added" if sealed is None else "changed"


async def _came_before(session: AsyncSession, *, name: str, days: Sequence[date]) -> bool:
    """Whether there are rows of before the first day that was sealed."""
    return bool(days and await session.scalar(KINDS[name].counted(days[0] - timedelta(days=1))))
