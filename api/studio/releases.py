"""Releases: which there are, what they differ in, and the way back to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.platform.errors import AlreadyRunning, ReleaseNotFound
from api.published.edits_holder import edits_of, last_rows
from api.published.models import LibraryEditRow, LibraryReleaseRow
from api.services import Services
from api.studio.conversations import kept_rows
from api.studio.entries import NOTHING, account_names, shipped
from api.studio.models import PublishingRow
from api.studio.publishing_record import forget_ready, last_publishing, refuse_while_publishing, wants_two
from api.studio.release_schemas import (
    DifferenceView,
    EntryDifferenceView,
    PublishingReport,
    ReleaseDetail,
    ReleaseLine,
    Releases,
)
from knowledge.studio.edit import ENTRY_NAMES, EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.release import FIRST_RELEASE, EntryDifference, differences

MOST_TOLD = 200

Row = LibraryReleaseRow


async def releases(session: AsyncSession, services: Services) -> Releases:
    """All releases, and what was edited since the running one."""
    rows = await _rows(session)
    names = await account_names(session)
    running = rows[0].through if rows else 0
    since = differences(
        await edits_through(session, running), edits_of(await last_rows(session)), shipped(services)
    )
    number = rows[0].number if rows else FIRST_RELEASE
    return Releases(
        running=number,
        releases=[await _line(session, row, number, names) for row in rows] + [_first(number)],
        unpublished=[_difference(one) for one in since[:MOST_TOLD]],
        unpublished_total=len(since),
        own_conversations=len(await kept_rows(session)),
        publishing=await last_publishing(session, services.now(), names, two_persons=wants_two(services)),
    )


async def release(
    session: AsyncSession, number: int, against: int | None, services: Services
) -> ReleaseDetail:
    """One release against another, or against the one before it.

    Raises:
        ReleaseNotFound: There is none of that number.
    """
    other = max(number - 1, FIRST_RELEASE) if against is None else against
    rows = {row.number: row for row in await _rows(session)}
    running = max(rows, default=FIRST_RELEASE)
    found = differences(
        await edits_through(session, _through(other, rows)),
        await edits_through(session, _through(number, rows)),
        shipped(services),
    )
    row = rows.get(number)
    return ReleaseDetail(
        release=await _line(session, row, running, await account_names(session)) if row else _first(running),
        against=other,
        differences=[_difference(one) for one in found[:MOST_TOLD]],
        total=len(found),
        report=await _report(session, row),
        against_report=await _report(session, rows.get(other)),
    )


async def roll_back(number: int, note: str, actor: Actor, services: Services) -> Releases:
    """Make every entry what it was in a release. That is a release of its own, and every edit stays in the history.

    Raises:
        AlreadyRunning: Nothing is otherwise.
        PublishingUnderWay: Somebody publishes.
        ReleaseNotFound: There is none of that number.
    """
    await audit.record(services.database, services.now(), actor.id, "library_rolled_back", str(number))

    async def store(session: AsyncSession) -> None:
        await refuse_while_publishing(session, services.now())
        rows = {row.number: row for row in await _rows(session)}
        wanted = (await edits_through(session, _through(number, rows))).edits
        for last in await last_rows(session):
            then = wanted.get((EntryKind(last.kind), last.key), NOTHING)
            if LibraryEdit.model_validate(last.data) != then:
                session.add(_restored(last, then, number, actor, services))
        if not session.new:
            raise AlreadyRunning
        await session.flush()
        await forget_ready(session, services.now())
        await add_release(
            session, await latest_edit(session), note.strip(), actor.id, services, restores=number
        )

    await services.database.transact(store)
    await services.edits.refresh()
    return await services.database.read(lambda session: releases(session, services))


async def add_release(
    session: AsyncSession,
    through: int,
    note: str,
    account: str,
    services: Services,
    *,
    restores: int = 0,
    publishing: int | None = None,
    confirmed_by: str = "",
) -> None:
    """Freeze a state of the library as the running release."""
    last = await session.scalar(select(func.max(Row.number))) or FIRST_RELEASE
    session.add(
        Row(
            number=last + 1,
            through=through,
            restores=restores,
            note=note,
            catalogue_version=services.holder.version,
            publishing=publishing,
            confirmed_by=confirmed_by,
            account=account,
            at=services.now(),
        )
    )


async def running_through(session: AsyncSession) -> int:
    """Number of the last edit that belongs to the running release; 0 for the first."""
    return await session.scalar(select(Row.through).order_by(Row.number.desc()).limit(1)) or 0


async def through_of(session: AsyncSession, number: int) -> int:
    """Number of the last edit that belongs to a release.

    Raises:
        ReleaseNotFound: There is none of that number.
    """
    return _through(number, {row.number: row for row in await _rows(session)})


async def latest_edit(session: AsyncSession) -> int:
    """Number of the last edit of all; 0 where there is none."""
    return await session.scalar(select(func.max(LibraryEditRow.id))) or 0


async def edits_through(session: AsyncSession, through: int) -> LibraryEdits:
    """The edits that counted when a certain one was the last."""
    return edits_of(await last_rows(session, through))


async def _rows(session: AsyncSession) -> Sequence[Row]:
    return (await session.scalars(select(Row).order_by(Row.number.desc()))).all()


def _through(number: int, rows: Mapping[int, Row]) -> int:
    if number == FIRST_RELEASE:
        return 0
    if number not in rows:
        raise ReleaseNotFound
    return rows[number].through


async def _line(session: AsyncSession, row: Row, running: int, names: Mapping[str, str]) -> ReleaseLine:
    edits = await edits_through(session, row.through)
    return ReleaseLine(
        number=row.number,
        note=row.note,
        restores=row.restores,
        by_name=names.get(row.account, row.account),
        confirmed_by=names.get(row.confirmed_by, row.confirmed_by),
        at=row.at,
        edited=sum(not edit.changes_nothing for edit in edits.edits.values()),
        catalogue_version=row.catalogue_version,
        running=row.number == running,
    )


def _first(running: int) -> ReleaseLine:
    return ReleaseLine(
        number=FIRST_RELEASE,
        note="随程序来的文件",
        restores=0,
        by_name="",
        confirmed_by="",
        at=None,
        edited=0,
        catalogue_version="",
        running=running == FIRST_RELEASE,
    )


def _difference(one: EntryDifference) -> EntryDifferenceView:
    return EntryDifferenceView(
        kind=one.kind,
        kind_name=ENTRY_NAMES[one.kind],
        id=one.id,
        name=one.name,
        differences=[
            DifferenceView(
                change=part.change, part=part.part, before=part.before, after=part.after, line=part.line
            )
            for part in one.differences
        ],
    )


async def _report(session: AsyncSession, row: Row | None) -> PublishingReport | None:
    found = await session.get(PublishingRow, row.publishing) if row and row.publishing else None
    return PublishingReport.model_validate(found.report) if found else None


def _restored(
    last: LibraryEditRow, then: LibraryEdit, number: int, actor: Actor, services: Services
) -> LibraryEditRow:
    return LibraryEditRow(
        kind=last.kind,
        key=last.key,
        version=last.version + 1,
        data=then.model_dump(mode="json"),
        undoes=0,
        why=f"整个退回到第{number}版",
        account=actor.id,
        at=services.now(),
    )
