"""Beside the requests: the days that are over are sealed, one after the other."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.day_seals.kinds import KINDS, leaves_of, written
from api.day_seals.models import DaySealRow
from api.platform.database import Busy
from api.platform.security import Vault
from api.services import Services
from knowledge.base.centre_time import centre_day

EVERY_S = 600.0
SETTLED = timedelta(hours=1)
"""So long after midnight a day is over: what began before has been committed by then."""
FILE = "days.sealed"
"""File of the data folder with the last seal of each kind: who takes seals away from the end of the table cannot take them from here."""

log = logging.getLogger("intake.security")


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Seal what is over, again and again until told to stop."""
    while not stopping.is_set():
        try:
            await seal_days(services, stopping)
        except (Busy, SQLAlchemyError, OSError) as error:  # the days of today are there tomorrow
            log.error("sealing of days put off: %s", type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), EVERY_S)


async def seal_days(services: Services, stopping: asyncio.Event | None = None) -> int:
    """Seal every day that is over and has no seal; how many were sealed. Nothing while the machine's clock is not believed."""
    if services.clock_guard.unconfirmed:
        return 0
    until = centre_day(services.now() - SETTLED) - timedelta(days=1)
    sealed = 0
    for name in KINDS:
        while not (stopping and stopping.is_set()):
            done = await services.database.transact(
                partial(_seal_next, name=name, until=until, vault=services.vault)
            )
            if done is None:
                break
            keep(services.settings.data_dir, name, done)
            sealed += 1
            await asyncio.sleep(0)
    return sealed


def seal_of(vault: Vault, row: DaySealRow) -> str:
    """The seal of what a row says."""
    said = f"{row.kind}/{row.day.isoformat()}/{row.row_count}/{row.previous}\n{row.leaves}"
    return vault.digest("day/seal", said)


def kept(folder: Path) -> dict[str, tuple[str, str]]:
    """Kind to the day and the seal that were written down last."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="ascii"))
        return {name: (day, seal) for name, (day, seal) in found.items()}
    except (FileNotFoundError, ValueError):  # nothing was sealed yet, or cut off by a crash
        return {}


def keep(folder: Path, name: str, row: DaySealRow) -> None:
    """Write down the last seal of a kind."""
    now = kept(folder) | {name: (row.day.isoformat(), row.seal)}
    part = folder / f"{FILE}.{os.getpid()}.part"
    part.write_text(json.dumps(now), encoding="ascii")
    part.replace(folder / FILE)


async def _seal_next(session: AsyncSession, *, name: str, until: date, vault: Vault) -> DaySealRow | None:
    """The seal of the first day that has none; None where every day that is over has one."""
    last = select(DaySealRow).where(DaySealRow.kind == name).order_by(DaySealRow.day.desc()).limit(1)
    before = await session.scalar(last)
    day = before.day + timedelta(days=1) if before else await _first_day(session, name)
    if day is None or day > until:
        return None
    leaves = await leaves_of(session, KINDS[name], day)
    row = DaySealRow(
        kind=name,
        day=day,
        row_count=len(leaves),
        leaves=written(leaves),
        previous=before.seal if before else "",
    )
    row.seal = seal_of(vault, row)
    session.add(row)
    return row


async def _first_day(session: AsyncSession, name: str) -> date | None:
    first = await session.scalar(KINDS[name].earliest)
    return centre_day(first) if first else None
