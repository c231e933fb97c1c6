"""A page of what is somebody's to see, and how much there is of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases.models import CaseRow
from api.cases.repository import logs_of
from api.cases.search_columns import name_digests, tail_digests
from api.desk import repository
from api.desk.filters import PAGE, CaseFilter, QueueQuery
from api.desk.prechecks import prechecks_of
from api.desk.queue_schemas import GroupCount, Queue, QueueLine, Summary, WindowName
from api.desk.queue_views import Beside, line_view, place_of, place_text
from api.desk.repository import Place
from api.desk.scope import conditions, has_department, must_see_window, summed
from api.platform.errors import UnknownPlaceInQueue
from api.services import Services
from knowledge.cases.queue.search_text import NUMBER_LENGTH, SearchKind, SearchText, read_search
from knowledge.cases.queue.stage import STAGE_NAMES, Stage

BEHIND_DIGITS = ":"
"""The sign behind 9: numbers that begin with some digits lie between those and those with it."""


async def page(session: AsyncSession, actor: Actor, query: QueueQuery, services: Services) -> Queue:
    """A page of a filtered queue.

    Raises:
        NotYours: It names a window that is another one's.
        UnknownPlaceInQueue: The page before did not end there.
    """
    places = await places_of(session, actor, query, _place(query.cursor), query.limit + 1, services)
    shown = places[: query.limit]
    lines = await lines_at(session, actor, [number for _, _, number in shown], services)
    return Queue(cases=lines, next=place_text(shown[-1]) if len(places) > query.limit else None)


async def places_of(
    session: AsyncSession,
    actor: Actor,
    wanted: CaseFilter,
    after: Place | None,
    most: int,
    services: Services,
) -> list[Place]:
    """The next places of a filtered queue.

    Raises:
        NotYours: It names a window that is another one's.
    """
    if wanted.window:
        must_see_window(actor, wanted.window)
    search = read_search(wanted.q or "")
    searched = SearchKind.NOTHING not in search.kinds
    reached = conditions(actor, answered=searched)
    filters = repository.filtered(wanted, actor.id, searched=searched)
    parts = _found_by(search, reached, services) if searched and reached else reached
    return await repository.first_places(session, parts, filters, wanted.sort, after, most)


async def lines_at(
    session: AsyncSession, actor: Actor, numbers: Sequence[str], services: Services
) -> list[QueueLine]:
    """The rows of these cases, in this order."""
    found = await repository.lines_of(session, numbers)
    logs = await logs_of(session, numbers)
    words = await prechecks_of(session, {line.intake_id for line in found.values()}, services)
    looking = services.presence.looking(numbers, services.now())
    return [
        line_view(
            found[number],
            Beside(logs.get(number, ()), words[found[number].intake_id], looking.get(number, ())),
            actor,
            services,
        )
        for number in numbers
        if number in found
    ]


async def tasks(session: AsyncSession, actor: Actor, services: Services) -> Queue:
    """Cases on which other departments wait for the opinion of the actor's."""
    numbers = await repository.waiting_for(session, actor.department, PAGE)
    return Queue(cases=await lines_at(session, actor, numbers, services), next=None)


async def summary(session: AsyncSession, actor: Actor, services: Services) -> Summary:
    """The bar at the left."""
    counts = summed(actor, await repository.tally(session), list(Stage))
    waits = await repository.waiting_count(session, actor.department) if has_department(actor) else 0
    windows = services.catalogue.windows
    return Summary(
        groups=[GroupCount(stage=stage, label=STAGE_NAMES[stage], count=counts[stage]) for stage in Stage],
        mine=await repository.claimed_count(session, actor.id),
        waiting_for_us=waits,
        windows=[
            WindowName(id=key, number=windows[key].number, name=windows[key].name)
            for key in sorted(actor.windows)
            if key in windows
        ],
        as_of=services.now(),
    )


def _found_by(
    search: SearchText, reached: Sequence[ColumnElement[bool]], services: Services
) -> list[ColumnElement[bool]]:
    """The parts of a queue that fit what was typed, as far as the actor reaches.

    A number, a tail or a name is rare and goes by an index of its own, whoever may see what it finds. The name of an item fits many
    cases: it goes along the actor's own open ones.
    """
    items = items_called(search.text, services) if SearchKind.ITEM in search.kinds else []
    called = [part & CaseRow.is_open & CaseRow.item_id.in_(items) for part in reached] if items else []
    return [*(rare & or_(*reached) for rare in _rare(search, services)), *called]


def _rare(search: SearchText, services: Services) -> list[ColumnElement[bool]]:
    """What was typed as conditions that few cases fulfil."""
    found: list[ColumnElement[bool]] = []
    for kind in search.kinds:
        match kind:
            case SearchKind.NUMBER if len(search.text) == NUMBER_LENGTH:
                found.append(CaseRow.number == search.text)
            case SearchKind.NUMBER:
                found.append((CaseRow.number >= search.text) & (CaseRow.number < search.text + BEHIND_DIGITS))
            case SearchKind.PHONE_TAIL:
                found.append(CaseRow.tail_digest.in_(tail_digests(services.vault, search.text)))
            case SearchKind.NAME:
                found.append(CaseRow.name_digest.in_(name_digests(services.vault, search.text)))
    return found


def items_called(text: str, services: Services) -> list[str]:
    """Items in whose names a text stands."""
    wanted = text.casefold()
    return [key for key, item in services.catalogue.items.items() if wanted in item.name.casefold()]


def _place(text: str | None) -> Place | None:
    if text is None:
        return None
    place = place_of(text)
    if place is None:
        raise UnknownPlaceInQueue
    return place
