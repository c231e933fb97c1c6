"""Cases of an older release get what the desk finds them by: only the service has the secret, so that no migration can fill it.

Some hundred cases at a time; may be ended at any moment and goes on at the next start.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, cast

from cryptography.fernet import InvalidToken
from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.cases.search_columns import search_columns
from api.platform.database import Busy, DatabaseSilent
from api.platform.security import Vault
from api.services import Services
from knowledge.guidance.notice import NoticeContent

BATCH = 100
"""Cases a transaction: some twenty milliseconds, in which other writers wait on SQLite."""

PAUSE_S = 0.05
"""Between two batches, for everybody else."""

log = logging.getLogger("intake.api")

_CASES = cast(Table, CaseRow.__table__)
_WAITING = (
    select(_CASES.c.number, _CASES.c.contact, _CASES.c.content)
    .where(_CASES.c.name_digest.is_(None))
    .order_by(_CASES.c.number)
    .limit(BATCH)
)
_PUT = (
    update(_CASES)
    .where(_CASES.c.number == bindparam("of"))
    .values(
        name_digest=bindparam("name_digest"),
        tail_digest=bindparam("tail_digest"),
        scenario=bindparam("scenario"),
    )
)
"""As a table: the version stays, since nobody needs to see the case anew."""

_UNREADABLE = {"name_digest": "", "tail_digest": "", "scenario": ""}


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Fill what is empty, then end."""
    filled = 0
    while not stopping.is_set():
        try:
            done = await services.database.transact(lambda session: fill(session, services.vault))
        except (Busy, DatabaseSilent):
            done = BATCH
        if not done:
            break
        filled += done
        await asyncio.sleep(PAUSE_S)
    if filled:
        log.info("cases made searchable: %d", filled)


async def fill(session: AsyncSession, vault: Vault) -> int:
    """Fill some cases; how many they were."""
    rows = (await session.execute(_WAITING)).all()
    if rows:
        filled = [{"of": row.number, **_columns(row, vault)} for row in rows]
        await (await session.connection()).execute(_PUT, filled)
    return len(rows)


def _columns(row: Any, vault: Vault) -> dict[str, str]:
    """What cannot be opened is found by its number only; ``intake doctor`` tells of a wrong secret."""
    try:
        return search_columns(
            vault, vault.unseal(row.contact), NoticeContent.model_validate_json(row.content)
        )
    except (InvalidToken, ValueError) as fault:
        log.error("case not searchable: %s", type(fault).__name__, extra={"case": row.number})
        return dict(_UNREADABLE)
