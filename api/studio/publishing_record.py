"""The row of a publishing: begun, told how far it is, ended; one at a time in all processes that share the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.platform.clock import at_centre
from api.platform.errors import NoPublishing, PublishingUnderWay
from api.platform.settings import SecondPerson
from api.services import Services
from api.studio.entries import account_names
from api.studio.models import PublishingRow
from api.studio.release_schemas import (
    ENDING_NAMES,
    PHASE_NAMES,
    Ending,
    Phase,
    PublishingReport,
    PublishingView,
    PublishWanted,
)

SILENT = timedelta(seconds=60)
"""Who publishes tells how far it is every few seconds; silent for so long, it has died with its process."""

Row = PublishingRow


async def begin_row(
    session: AsyncSession, wanted: PublishWanted, through: int, actor: Actor, services: Services
) -> int:
    """Begin one.

    Raises:
        PublishingUnderWay: Somebody else has begun.
    """
    now = services.now()
    await refuse_while_publishing(session, now)
    await forget_ready(session, now)
    row = Row(
        running=1,
        outcome="",
        only_measures=wanted.only_measures,
        through=through,
        note=wanted.note.strip(),
        phase=Phase.CHECKS.value,
        done=0,
        total=0,
        not_before=wanted.at,
        confirmed_by="",
        stop_wanted=False,
        report={},
        account=actor.id,
        at=now,
        seen_at=now,
    )
    session.add(row)
    await session.flush()
    return row.id


async def refuse_while_publishing(session: AsyncSession, now: datetime) -> None:
    """Let nobody begin while somebody publishes; one whose process has died is ended.

    Raises:
        PublishingUnderWay: With who and since when.
    """
    row = await _under_way(session)
    if row is None:
        return
    if now - row.seen_at > SILENT:
        _end(row, Ending.DIED, now)
        await session.flush()
        return
    who = (await account_names(session)).get(row.account, row.account)
    since = at_centre(row.at)
    raise PublishingUnderWay(
        f"{who}从{since:%H:%M}起正在发布，请等它做完，或者请他停下。", by_name=who, since=row.at.isoformat()
    )


async def tell(
    session: AsyncSession, number: int, phase: Phase, done: int, total: int, now: datetime
) -> bool:
    """Keep how far it is.

    Returns:
        Whether it may go on: nobody has wanted it to stop, and it was not given up as dead.
    """
    kept = update(Row).where(Row.id == number, Row.running == 1)
    await session.execute(kept.values(phase=phase.value, done=done, total=total, seen_at=now))
    asked = select(Row.id).where(Row.id == number, Row.running == 1, Row.stop_wanted.is_(False))
    return await session.scalar(asked) is not None


async def finish(
    session: AsyncSession,
    number: int,
    ending: Ending,
    report: PublishingReport,
    now: datetime,
    *,
    two_persons: bool,
) -> Row | None:
    """End one; somebody may have wanted it to stop at the last moment, and one that is good may have to wait.

    Returns:
        How it ended; None where it was given up as dead before.
    """
    row = await session.get(Row, number, with_for_update=True)
    if row is None or row.running is None:
        return None
    row.report = report.model_dump(mode="json")
    if ending is Ending.PUBLISHED and row.stop_wanted:
        ending = Ending.STOPPED
    elif ending is Ending.PUBLISHED and (two_persons or (row.not_before and row.not_before > now)):
        ending = Ending.READY
    _end(row, ending, now)
    return row


def wants_two(services: Services) -> bool:
    """Whether a release waits until somebody else than who began it has confirmed it."""
    return SecondPerson.RELEASES in services.settings.second_person


async def ready_row(session: AsyncSession) -> Row | None:
    """The one that is measured and waits for its time or for a second person."""
    wanted = select(Row).where(Row.outcome == Ending.READY.value).order_by(Row.id.desc()).limit(1)
    return await session.scalar(wanted.with_for_update())


async def waits(session: AsyncSession) -> bool:
    """Whether one waits."""
    return await session.scalar(select(Row.id).where(Row.outcome == Ending.READY.value).limit(1)) is not None


async def forget_ready(session: AsyncSession, now: datetime) -> None:
    """Whatever waits was measured against a release that no longer runs, or is not wanted any more."""
    while (row := await ready_row(session)) is not None:
        _end(row, Ending.STOPPED, now)
        await session.flush()


async def stop(session: AsyncSession, now: datetime) -> None:
    """Want the one that goes on to stop, or the one that waits never to come.

    Raises:
        NoPublishing: None goes on, and none waits.
    """
    row = await _under_way(session)
    if row is not None:
        row.stop_wanted = True
    elif await ready_row(session) is not None:
        await forget_ready(session, now)
    else:
        raise NoPublishing


async def last_publishing(
    session: AsyncSession, now: datetime, names: Mapping[str, str], *, two_persons: bool
) -> PublishingView | None:
    """The one that goes on, or the last one."""
    row = await session.scalar(select(Row).order_by(Row.id.desc()).limit(1))
    if row is None:
        return None
    dead = row.running is not None and now - row.seen_at > SILENT
    ending = Ending.DIED if dead else Ending(row.outcome) if row.outcome else None
    return PublishingView(
        id=row.id,
        only_measures=row.only_measures,
        note=row.note,
        by_name=names.get(row.account, row.account),
        at=row.at,
        phase=Phase(row.phase),
        phase_name=PHASE_NAMES[Phase(row.phase)],
        done=row.done,
        total=row.total,
        running=row.running is not None and not dead,
        ending=ending,
        ending_name=ENDING_NAMES[ending] if ending else "",
        ended_at=row.ended_at,
        not_before=row.not_before,
        waits_for_second=ending is Ending.READY and two_persons and not row.confirmed_by,
        confirmed_by=names.get(row.confirmed_by, row.confirmed_by),
        report=PublishingReport.model_validate(row.report),
    )


def _end(row: Row, ending: Ending, now: datetime) -> None:
    row.running, row.outcome, row.ended_at = None, ending.value, now


async def _under_way(session: AsyncSession) -> Row | None:
    return await session.scalar(select(Row).where(Row.running == 1).with_for_update())
