"""Publish what was edited: checked, measured against the running release, refused where anything is worse, frozen as a release."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.platform.errors import NoPublishing, NothingToPublish, RehearsalElsewhere, SamePerson
from api.services import Services
from api.studio import publishing_record
from api.studio.entries import account_names, shipped
from api.studio.publication import Progress, Told, published
from api.studio.release_schemas import Ending, PublishingReport, PublishingView, PublishWanted
from api.studio.releases import add_release, edits_through, latest_edit, running_through
from knowledge.studio.release import differences

log = logging.getLogger("intake.library")


async def begin(wanted: PublishWanted, actor: Actor, services: Services) -> PublishingView:
    """Begin to publish; it goes on beside the requests.

    Raises:
        NothingToPublish: Nothing was edited since the running release.
        PublishingUnderWay: Somebody else publishes.
        RehearsalElsewhere: The dialogue runs in another process.
    """
    if services.rehearse is None:
        raise RehearsalElsewhere
    number = await begun(wanted, actor, services)
    services.to_publish.put_nowait(number)
    return await progress(services)


async def begun(wanted: PublishWanted, actor: Actor, services: Services) -> int:
    """The number of a publishing that is begun; whoever asks goes on with :func:`publish`."""
    act = "library_measured" if wanted.only_measures else "library_published"
    await audit.record(services.database, services.now(), actor.id, act, wanted.note[:120])

    async def store(session: AsyncSession) -> int:
        through = await latest_edit(session)
        before = await edits_through(session, await running_through(session))
        after = await edits_through(session, through)
        if not wanted.only_measures and not differences(before, after, shipped(services)):
            raise NothingToPublish
        return await publishing_record.begin_row(session, wanted, through, actor, services)

    return await services.database.transact(store)


async def progress(services: Services) -> PublishingView:
    """How the last publishing goes.

    Raises:
        NoPublishing: There was none.
    """

    async def look(session: AsyncSession) -> PublishingView | None:
        return await publishing_record.last_publishing(
            session,
            services.now(),
            await account_names(session),
            two_persons=publishing_record.wants_two(services),
        )

    found = await services.database.read(look)
    if found is None:
        raise NoPublishing
    await services.edits.refresh()  # whoever reads that it is published finds it in force here
    return found


async def confirm(actor: Actor, services: Services) -> PublishingView:
    """Confirm, as the second person, the release that waits; it is swapped in at once, or when its time has come.

    Raises:
        NoPublishing: None waits.
        SamePerson: Whoever began it.
    """
    await audit.record(services.database, services.now(), actor.id, "library_confirmed", "")

    async def store(session: AsyncSession) -> None:
        row = await publishing_record.ready_row(session)
        if row is None:
            raise NoPublishing
        if row.account == actor.id:
            raise SamePerson
        row.confirmed_by = actor.id

    await services.database.transact(store)
    await swap_in(services)
    return await progress(services)


async def swap_in(services: Services) -> None:
    """Make the release that waits the running one, if its time has come and whoever is wanted has confirmed it."""

    async def store(session: AsyncSession) -> None:
        row, now = await publishing_record.ready_row(session), services.now()
        if row is None or (row.not_before and row.not_before > now):
            return
        if publishing_record.wants_two(services) and not row.confirmed_by:
            return
        row.outcome, row.ended_at = Ending.PUBLISHED.value, now
        await add_release(
            session,
            row.through,
            row.note,
            row.account,
            services,
            publishing=row.id,
            confirmed_by=row.confirmed_by,
        )

    if await services.database.read(publishing_record.waits):
        await services.database.transact(store)
        await services.edits.refresh()


async def swap_when_due(services: Services, stopping: asyncio.Event) -> None:
    """Swap in what waits for its time, in whichever process sees it first."""
    while not stopping.is_set():
        try:
            await swap_in(services)
        except Exception as error:  # it is tried again
            log.error("release not swapped in: %s", type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), services.settings.catalogue_poll_s)


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Publish what is begun in this process until it is time to stop."""
    while (number := await _next(services.to_publish, stopping)) is not None:
        try:
            await publish(number, services, stopping.is_set)
        except Exception as error:  # the database is gone: what was begun counts as dead soon
            log.error("publishing not ended: %s", type(error).__name__)


async def publish(
    number: int,
    services: Services,
    wants_to_stop: Callable[[], bool] = lambda: False,
    told: Told = lambda phase, done, total: None,
) -> PublishingReport:
    """Check, measure and publish; whatever keeps it from its end leaves the running release in force.

    Args:
        told: Told how far it is.
    """
    ending, report = await published(Progress(number, services, wants_to_stop, told))

    async def store(session: AsyncSession) -> None:
        now, two = services.now(), publishing_record.wants_two(services)
        row = await publishing_record.finish(session, number, ending, report, now, two_persons=two)
        if row is not None and row.outcome == Ending.PUBLISHED:
            await add_release(session, row.through, row.note, row.account, services, publishing=number)

    await services.database.transact(store)
    await services.edits.refresh()
    return report


async def _next(numbers: asyncio.Queue[int], stopping: asyncio.Event) -> int | None:
    """The next that is begun; None once it is time to stop."""
    waiting = [asyncio.create_task(numbers.get()), asyncio.create_task(stopping.wait())]
    done, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    return None if stopping.is_set() else int(done.pop().result())
