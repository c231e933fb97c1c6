"""What publishing does between its beginning and its end: checks, sentences, conversations, and whether they let it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterable, Callable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from api.services import Services
from api.studio.conversations import conversations_to_hold
from api.studio.entries import working
from api.studio.measuring import heard, held, sentences_for, services_with
from api.studio.models import PublishingRow
from api.studio.publishing_record import tell
from api.studio.release_schemas import Ending, LostView, MeasuredView, Phase, PublishingReport
from api.studio.releases import edits_through, running_through
from knowledge.studio.edit import ENTRY_NAMES, LibraryEdits
from knowledge.studio.faults import library_faults
from knowledge.studio.measurement import Measured, Outcome, held_out, measured, without_held_out
from knowledge.studio.record import readable
from knowledge.studio.record_check import record_findings, told

log = logging.getLogger("intake.library")

TOLD_EVERY_S = 1.0


Told = Callable[[Phase, int, int], None]
"""Told what publishing is at, how many are done and how many there are."""


class _Stopped(Exception):
    """Somebody wants it to stop, or the process ends."""


@dataclass
class Progress:
    """How far a publishing is, told to the database as it goes.

    Attributes:
        wants_to_stop: Whether this process ends.
        told: Told how far it is.
    """

    number: int
    services: Services
    wants_to_stop: Callable[[], bool]
    told: Told
    _phase: Phase | None = field(default=None)
    _told_at: float = field(default=0.0)

    async def at(self, phase: Phase, done: int = 0, total: int = 0) -> None:
        """Tell how far it is, not too often; and let others have their turn.

        Raises:
            _Stopped: It is to stop.
        """
        await asyncio.sleep(0)
        self.told(phase, done, total)
        now = time.monotonic()
        if self._phase is phase and done < total and now - self._told_at < TOLD_EVERY_S:
            return
        self._phase, self._told_at = phase, now
        database, moment = self.services.database, self.services.now()
        goes_on = await database.transact(
            lambda session: tell(session, self.number, phase, done, total, moment)
        )
        if not goes_on or self.wants_to_stop():
            raise _Stopped

    async def through(self, phase: Phase, outcomes: AsyncIterable[Outcome], total: int) -> list[Outcome]:
        """All outcomes, telling how many there are."""
        await self.at(phase, 0, total)
        found: list[Outcome] = []
        async for outcome in outcomes:
            found.append(outcome)
            await self.at(phase, len(found), total)
        return found


async def published(progress: Progress) -> tuple[Ending, PublishingReport]:
    """How it ends, and what was found."""
    began = time.perf_counter()
    report = PublishingReport()
    try:
        ending, report = await _looked_into(progress)
    except _Stopped:
        ending = Ending.STOPPED
    except Exception as error:
        log.error("publishing failed: %s", type(error).__name__)
        ending = Ending.DIED
    return ending, report.model_copy(update={"took_s": round(time.perf_counter() - began, 1)})


async def _looked_into(progress: Progress) -> tuple[Ending, PublishingReport]:
    services = progress.services
    await progress.at(Phase.CHECKS)
    row, before, after = await services.database.read(lambda session: _states(session, progress.number))
    was, will_be = await services_with(before, services), await services_with(after, services)
    faults = await asyncio.to_thread(_faults, after, will_be, services)
    if faults:
        return Ending.FAULTY, PublishingReport(faults=faults)
    will_be = await _taught(after, will_be, progress)
    sentences = await _sentences((before, was), (after, will_be), progress)
    conversations = await _conversations(was, will_be, progress)
    groups = measured([*sentences, *conversations])
    await progress.at(Phase.SWAP)
    report = PublishingReport(
        sentences=len(sentences),
        sentences_before=sum(one.before for one in sentences),
        sentences_after=sum(one.after for one in sentences),
        conversations=len(conversations),
        conversations_before=sum(one.before for one in conversations),
        conversations_after=sum(one.after for one in conversations),
        groups=[_group(one) for one in groups if one.lost or one.won],
        failing=[
            LostView(text=one.text, why=list(one.why))
            for one in conversations
            if not (one.before or one.after)
        ],
    )
    if row.only_measures:
        return Ending.MEASURED, report
    return Ending.FAULTY if any(one.is_worse for one in groups) else Ending.PUBLISHED, report


def _faults(after: LibraryEdits, will_be: Services, services: Services) -> list[str]:
    """Everything that is wrong with what is to be published."""
    _, unreadable = readable(after)
    if unreadable:
        return [f"{ENTRY_NAMES[kind]}「{key}」{fault}" for (kind, key), fault in unreadable]
    found = [fault for _, fault in library_faults(after, working(will_be), services.today())]
    if after.records.edits:
        catalogue = will_be.holder.current
        found += [told(one, catalogue) for one in record_findings(catalogue, services.holder.published)]
    return found


async def _taught(after: LibraryEdits, will_be: Services, progress: Progress) -> Services:
    """The release to be with what it has learned; turns go on in this process meanwhile."""
    services = progress.services
    lessons = await asyncio.to_thread(services.edits.lessons, after)
    if not lessons:
        return will_be

    async def tell(done: int, total: int) -> None:
        await progress.at(Phase.TRAINING, done, total)

    await services.learn(lessons, services.holder.models, tell)
    return await services_with(after, services)


async def _sentences(
    before: tuple[LibraryEdits, Services], after: tuple[LibraryEdits, Services], progress: Progress
) -> list[Outcome]:
    """What is heard with either, the phrasings left out that are kept for measuring."""
    was, will_be = await _without_held_out(*before), await _without_held_out(*after)
    wanted = await sentences_for(before[0], after[0], was, will_be)
    return await progress.through(Phase.SENTENCES, heard(wanted, was, will_be, working(will_be)), len(wanted))


async def _without_held_out(edits: LibraryEdits, services: Services) -> Services:
    return await services_with(without_held_out(edits), services) if any(held_out(edits)) else services


async def _conversations(before: Services, after: Services, progress: Progress) -> list[Outcome]:
    rehearse = progress.services.rehearse
    assert rehearse is not None
    wanted = await progress.services.database.read(conversations_to_hold)
    return await progress.through(Phase.CONVERSATIONS, held(wanted, before, after, rehearse), len(wanted))


def _group(one: Measured) -> MeasuredView:
    return MeasuredView(
        group=one.group,
        total=one.total,
        before=one.before,
        after=one.after,
        lost=[LostView(text=each.text, why=list(each.why)) for each in one.lost],
        won=[LostView(text=each.text, why=[]) for each in one.won],
        worse=one.is_worse,
    )


async def _states(session: AsyncSession, number: int) -> tuple[PublishingRow, LibraryEdits, LibraryEdits]:
    """What is to be published, the running release and the one to be."""
    row = await session.get_one(PublishingRow, number)
    before = await edits_through(session, await running_through(session))
    return row, before, await edits_through(session, row.through)
