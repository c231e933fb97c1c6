"""The check of all case logs and of all sealed days, with progress where it takes long; broken off, it can go on where it was."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from api.cases.chain_check import Verified, verify_logs
from api.cases.log_seal import all_are_sealed
from api.day_seals import job as day_seal_job
from api.day_seals.check import Checked, check_days
from api.platform.database import Database
from api.platform.security import open_vault
from api.platform.settings import Settings

TOLD_EVERY = 10_000
"""Cases; about ten seconds."""
PROGRESS = "doctor.progress"
"""File of the data folder with the last case that an interrupted check has read."""
DAYS_PROGRESS = "doctor.days.progress"
"""Likewise with the last kind and day."""
DAYS_TOLD_EVERY = 200


def verified(settings: Settings, *, resume: bool = False) -> Verified:
    """Read and check every log. Blocks; says on stderr how far it is.

    Args:
        resume: Begin where an interrupted check was.
    """
    return asyncio.run(_verified(settings, resume))


async def _verified(settings: Settings, resume: bool) -> Verified:
    vault, at = open_vault(settings), settings.data_dir / PROGRESS
    after = at.read_text(encoding="ascii") if resume and at.exists() else ""
    sealed = all_are_sealed(settings.data_dir, vault)
    database = Database(settings.url)
    try:
        result = await verify_logs(
            database, vault, lambda done: _tell(done, at), all_sealed=sealed, after=after
        )
    finally:
        await database.close()
    at.unlink(missing_ok=True)
    return result


def _tell(result: Verified, at: Path) -> None:
    if result.cases % TOLD_EVERY == 0:
        at.write_text(result.last, encoding="ascii")
        print(f"已核对{result.cases}个办件、{result.entries}条日志", file=sys.stderr)


def verified_days(settings: Settings, *, resume: bool = False) -> Checked:
    """Hold the protected tables against the seals of their days. Blocks; says on stderr how far it is.

    Args:
        resume: Begin where an interrupted check was.
    """
    return asyncio.run(_verified_days(settings, resume))


async def _verified_days(settings: Settings, resume: bool) -> Checked:
    vault, at = open_vault(settings), settings.data_dir / DAYS_PROGRESS
    kind, _, day = (at.read_text(encoding="ascii") if resume and at.exists() else "").partition(" ")
    database = Database(settings.url)
    written_down = day_seal_job.kept(settings.data_dir)
    try:
        result = await check_days(
            database, vault, written_down, lambda done: _tell_days(done, at), after=(kind, day)
        )
    finally:
        await database.close()
    at.unlink(missing_ok=True)
    return result


def _tell_days(result: Checked, at: Path) -> None:
    if result.days % DAYS_TOLD_EVERY == 0:
        at.write_text(" ".join(result.place), encoding="ascii")
        print(f"已核对{result.days}天的封印、{result.rows}条", file=sys.stderr)
