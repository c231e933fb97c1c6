"""What people said at moments that went wrong: read, grouped by meaning, settled."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.conversations.models import UnmatchedRow
from api.conversations.schemas import Moment
from api.platform.errors import LibraryEntryNotFound
from api.services import Services
from api.studio.edit_schemas import PhrasingWanted
from api.studio.editing import add_phrasing
from api.studio.entries import account_names, shipped, working
from api.studio.unmatched_schemas import (
    MOMENT_NAMES,
    MomentCount,
    SaidAt,
    SaidGroup,
    Settled,
    SettleWanted,
    WhatPeopleSaid,
)
from knowledge.base.centre_time import centre_day, moment_of
from knowledge.base.text import comparable_text, normalise
from knowledge.studio.edit import ENTRY_NAMES, EntryKind
from knowledge.studio.faults import WorkingLibrary, entry_name
from knowledge.studio.grouping import Group, grouped

MOST_READ = 100_000
"""Sentences that are grouped at a time, the latest."""
PAGE, MOST_TEXTS, MOST_EXAMPLES = 50, 200, 3
WEEK = timedelta(days=7)

Said = Sequence[Row[Any]]


async def unmatched(
    days: int, moment: Moment | None, words: str, outcome: str, offset: int, services: Services
) -> WhatPeopleSaid:
    """The groups of the last days."""
    today = services.today()
    first = today - timedelta(days=days - 1)
    rows, names = await services.database.read(lambda session: _read(session, first, outcome))
    counts = Counter(row.moment for row in rows)
    wanted = [row for row in rows if moment is None or row.moment == moment]
    said = Counter(row.text for row in wanted)
    groups = await asyncio.to_thread(_found, said, comparable_text(normalise(words)))
    page = groups[offset : offset + PAGE]
    library = shipped(services)
    by_text = defaultdict(list)
    for row in wanted:
        by_text[row.text].append(row)
    return WhatPeopleSaid(
        first=first,
        last=today,
        total=sum(group.count for group in groups),
        groups_total=len(groups),
        counts=_counted(counts),
        groups=[_view(group, by_text, today, names, library) for group in page],
        offset=offset,
    )


async def settle(wanted: SettleWanted, actor: Actor, services: Services) -> Settled:
    """Assign sentences to an entry, or leave them be, and remember who.

    Raises:
        EditInvalid: A sentence cannot be a phrasing of the entry; nothing is kept.
        LibraryEntryNotFound: There is no such entry.
    """
    target = ""
    if wanted.outcome == "assigned":
        assert wanted.kind is not None
        if entry_name(wanted.kind, wanted.id, working(services)) is None:
            raise LibraryEntryNotFound
        target = f"{wanted.kind.value}/{wanted.id}"
        for text in wanted.phrasings:
            await add_phrasing(PhrasingWanted(kind=wanted.kind, id=wanted.id, text=text), actor, services)
    now = services.now()
    await audit.record(services.database, now, actor.id, "unmatched_settled", target or wanted.outcome)

    async def store(session: AsyncSession) -> int:
        done = await session.execute(
            update(UnmatchedRow)
            .where(UnmatchedRow.text.in_(wanted.texts))
            .values(
                outcome=wanted.outcome,
                target=target,
                why=wanted.why.strip(),
                settled_by=actor.id if wanted.outcome else "",
                settled_at=now if wanted.outcome else None,
            )
            .execution_options(synchronize_session=False)
        )
        return int(getattr(done, "rowcount", 0))

    sentences = await services.database.transact(store)
    added = len(wanted.phrasings) if wanted.outcome == "assigned" else 0
    return Settled(sentences=sentences, added=added)


def _found(said: Mapping[str, int], words: str) -> list[Group]:
    groups = grouped(said)
    if not words:
        return groups
    return [group for group in groups if any(words in comparable_text(text) for text in group.texts)]


def _counted(counts: Mapping[str, int]) -> list[MomentCount]:
    return [MomentCount(moment=one, name=MOMENT_NAMES[one], count=counts.get(one.value, 0)) for one in Moment]


def _view(
    group: Group,
    by_text: Mapping[str, Said],
    today: date,
    names: Mapping[str, str],
    library: WorkingLibrary,
) -> SaidGroup:
    rows = sorted((row for text in group.texts for row in by_text[text]), key=lambda row: row.at, reverse=True)  # fmt: skip
    lately = sum(centre_day(row.at) > today - WEEK for row in rows)
    earlier = sum(today - 2 * WEEK < centre_day(row.at) <= today - WEEK for row in rows)
    counts = Counter(row.moment for row in rows)
    return SaidGroup(
        texts=list(group.texts[:MOST_TEXTS]),
        count=group.count,
        lately=lately,
        earlier=earlier,
        moments=[one for one in _counted(counts) if one.count],
        examples=[
            SaidAt(
                text=row.text,
                before=list(row.before),
                moment=Moment(row.moment),
                moment_name=MOMENT_NAMES[Moment(row.moment)],
                channel=row.channel,
                at=row.at,
            )
            for row in rows[:MOST_EXAMPLES]
        ],
        outcome=rows[0].outcome,
        settled=_settled(rows[0], names, library),
    )


def _settled(row: Row[Any], names: Mapping[str, str], library: WorkingLibrary) -> str:
    who = names.get(row.settled_by, row.settled_by)
    if row.outcome == "ignored":
        return f"{who}：不管，{row.why}"
    if row.outcome == "assigned":
        kind, _, key = row.target.partition("/")
        name = entry_name(EntryKind(kind), key, library) or key
        return f"{who}：归到{ENTRY_NAMES[EntryKind(kind)]}「{name}」"
    return ""


async def _read(session: AsyncSession, first: date, outcome: str) -> tuple[Said, dict[str, str]]:
    since: datetime = moment_of(first)
    wanted = (
        select(
            UnmatchedRow.text,
            UnmatchedRow.before,
            UnmatchedRow.moment,
            UnmatchedRow.channel,
            UnmatchedRow.at,
            UnmatchedRow.outcome,
            UnmatchedRow.target,
            UnmatchedRow.why,
            UnmatchedRow.settled_by,
        )
        .where(UnmatchedRow.outcome == outcome, UnmatchedRow.at >= since, func.length(UnmatchedRow.text) > 1)
        .order_by(UnmatchedRow.at.desc())
        .limit(MOST_READ)
    )
    return (await session.execute(wanted)).all(), await account_names(session)
