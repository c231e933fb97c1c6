"""The keyed seal over the end of a case's log, and giving it to cases of an older release, once.

The chain itself has no key: whoever may write the database could write a log anew, with all its hashes. The seal they cannot make.
"""

from __future__ import annotations

import asyncio
import logging
import os
from pathlib import Path
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import link_of
from api.cases.models import CaseRow
from api.platform.database import Busy
from api.platform.security import Vault, same
from api.services import Services
from knowledge.cases.record.chain import verify

BATCH = 200
"""Cases a transaction: some fifty milliseconds, in which other writers wait on SQLite."""
DONE = "cases.sealed"
"""File of the data folder that says that all cases have a seal: from then on one without is one that somebody has tampered with."""

log = logging.getLogger("intake.security")

_CASES = cast(Table, CaseRow.__table__)
_UNSEALED = select(_CASES.c.number, _CASES.c.log_head).where(_CASES.c.log_seal.is_(None))
_PUT = (
    update(_CASES)
    .where(_CASES.c.number == bindparam("of"), _CASES.c.log_head == bindparam("head"))
    .values(log_seal=bindparam("seal"))
)
"""As a table: the version stays, since nobody needs to see the case anew."""


def seal_of(vault: Vault, number: str, head: str) -> str:
    """The seal of a case whose log ends so."""
    return vault.digest("case/seal", f"{number}/{head}")


def all_are_sealed(folder: Path, vault: Vault) -> bool:
    """Whether every case has had a seal since."""
    try:
        return same((folder / DONE).read_text(encoding="ascii"), _mark(vault))
    except OSError:
        return False


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Seal the cases of an older release whose logs hold, then write down that all are sealed."""
    folder, after, sealed = services.settings.data_dir, "", 0
    if all_are_sealed(folder, services.vault):
        return
    while not stopping.is_set():
        try:
            last, done = await services.database.transact(
                lambda session, after=after: _seal_some(session, after, services.vault)  # type: ignore[misc]
            )
        except Busy:
            continue
        if last is None:
            _write_down(folder, services.vault)
            break
        after, sealed = last, sealed + done
        await asyncio.sleep(0.02)
    if sealed:
        log.warning("cases of an older release sealed: %d", sealed)


async def _seal_some(session: AsyncSession, after: str, vault: Vault) -> tuple[str | None, int]:
    query = _UNSEALED.where(_CASES.c.number > after).order_by(_CASES.c.number).limit(BATCH)
    heads = (await session.execute(query)).all()
    logs = await repository.logs_of(session, [number for number, _ in heads])
    fresh = [
        {"of": number, "head": head, "seal": seal_of(vault, number, head)}
        for number, head in heads
        if not verify(number, map(link_of, logs.get(number, ())), head)
    ]
    if fresh:
        await (await session.connection()).execute(_PUT, fresh)
    return (heads[-1][0] if heads else None), len(fresh)


def _write_down(folder: Path, vault: Vault) -> None:
    part = folder / f"{DONE}.{os.getpid()}.part"
    part.write_text(_mark(vault), encoding="ascii")
    part.replace(folder / DONE)


def _mark(vault: Vault) -> str:
    return vault.digest("case/sealed", "all")
