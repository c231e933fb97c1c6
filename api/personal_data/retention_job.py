"""Beside the requests: the people are taken out of cases and drafts whose time of keeping is over, every day."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.intakes.models import IntakeRow
from api.personal_data.erasure import GRANTED, forget_case, forget_contact
from api.platform.database import Busy
from api.services import Services
from knowledge.base.centre_time import moment_of
from knowledge.privacy.retention import Retention

EVERY_S = 3_600.0
AT_A_TIME = 50

log = logging.getLogger("intake.retention")


def retention_of(services: Services) -> Retention:
    """How long this centre keeps data."""
    settings = services.settings
    return Retention(settings.kept_granted_days, settings.kept_other_days, settings.draft_days)


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look every hour until told to stop."""
    while not stopping.is_set():
        try:
            await forget_all(services, stopping)
        except (Busy, SQLAlchemyError, OSError) as error:  # found again at the next look
            log.error("retention put off: %s", type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), EVERY_S)


async def forget_all(services: Services, stopping: asyncio.Event | None = None) -> tuple[int, int]:
    """Everything whose time is over; how many cases and drafts. Nothing while the machine's clock is not believed.

    One that cannot be done does not stop the rest.
    """
    if services.clock_guard.unconfirmed:
        return 0, 0
    done, failed = 0, set[str]()
    for number in await services.database.read(lambda session: _over(session, services)):
        if stopping and stopping.is_set():
            break
        try:
            papers = await services.database.transact(
                lambda session, number=number: forget_case(session, number, services.vault)  # type: ignore[misc]
            )
        except (Busy, SQLAlchemyError) as error:
            failed.add(number)
            log.error("case not forgotten: %s", type(error).__name__)
            continue
        for name in papers:
            await asyncio.to_thread(services.uploads.store.drop, name)
        done += 1
        await asyncio.sleep(0)
    drafts = await services.database.transact(lambda session: _forget_drafts(session, services))
    if done or drafts:
        log.info("people taken out of cases: %d, drafts: %d", done, drafts)
    return done, drafts


async def _over(session: AsyncSession, services: Services) -> list[str]:
    """Ended cases whose time is over and that still name somebody."""
    rules, today = retention_of(services), services.today()
    ends = {
        granted: moment_of(rules.last_end(today, is_granted=granted) + timedelta(days=1))
        for granted in (True, False)
    }
    is_granted = CaseRow.outcome == GRANTED
    query = (
        select(CaseRow.number)
        .where(
            CaseRow.is_open.is_(False),
            func.coalesce(CaseRow.tail_digest, "x") != "",
            or_(
                is_granted & (CaseRow.changed_at < ends[True]),
                ~is_granted & (CaseRow.changed_at < ends[False]),
            ),
        )
        .order_by(CaseRow.changed_at)
        .limit(AT_A_TIME * 20)
    )
    return list((await session.scalars(query)).all())


async def _forget_drafts(session: AsyncSession, services: Services) -> int:
    before = services.now() - timedelta(days=retention_of(services).draft)
    query = select(IntakeRow.id).where(
        IntakeRow.state != "submitted", IntakeRow.contact.is_not(None), IntakeRow.updated_at < before
    )
    old = (await session.scalars(query.limit(AT_A_TIME * 20))).all()
    if old:
        await forget_contact(session, old)
    return len(old)
