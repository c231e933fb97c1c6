"""Filters of the queue that an account keeps for itself (常用视图)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.desk.filters import CaseFilter
from api.desk.models import ViewRow
from api.desk.view_schemas import SavedView, SavedViews, ViewRequest
from api.platform.database import can_be_stored
from api.platform.errors import TooManyViews, ViewExists, ViewNotFound
from api.platform.security import new_token
from api.services import Services

MOST = 30
"""Of one account; more than that nobody finds again."""


async def kept(session: AsyncSession, actor: Actor) -> SavedViews:
    """The actor's own, by name; what a later release no longer knows of a filter is left out."""
    return SavedViews(
        views=[
            SavedView(id=row.id, name=row.name, filter=_filter(row)) for row in await _rows(session, actor)
        ]
    )


async def add(session: AsyncSession, actor: Actor, request: ViewRequest, services: Services) -> SavedViews:
    """Keep another one.

    Raises:
        ViewExists: There is one of that name.
        TooManyViews: There are as many as there may be.
    """
    rows = await _rows(session, actor)
    if len(rows) >= MOST:
        raise TooManyViews
    _must_be_free(request.name, rows)
    session.add(
        ViewRow(
            id=new_token()[:12],
            account=actor.id,
            name=request.name.strip(),
            filter=_stored(request.filter),
            at=services.now(),
        )
    )
    await session.flush()
    return await kept(session, actor)


async def change(session: AsyncSession, actor: Actor, view: str, request: ViewRequest) -> SavedViews:
    """Name it anew, or keep another filter under it.

    Raises:
        ViewNotFound: The actor has none of that id.
        ViewExists: Another one has that name.
    """
    row = await _own(session, actor, view)
    _must_be_free(request.name, [one for one in await _rows(session, actor) if one.id != row.id])
    row.name, row.filter = request.name.strip(), _stored(request.filter)
    await session.flush()
    return await kept(session, actor)


async def delete(session: AsyncSession, actor: Actor, view: str) -> SavedViews:
    """Forget it.

    Raises:
        ViewNotFound: The actor has none of that id.
    """
    await session.delete(await _own(session, actor, view))
    await session.flush()
    return await kept(session, actor)


def _must_be_free(name: str, rows: Sequence[ViewRow]) -> None:
    if any(row.name == name.strip() for row in rows):
        raise ViewExists


def _stored(wanted: CaseFilter) -> dict[str, str]:
    return wanted.model_dump(mode="json", exclude_none=True)


def _filter(row: ViewRow) -> CaseFilter:
    return CaseFilter.model_validate(
        {name: value for name, value in row.filter.items() if name in CaseFilter.model_fields}
    )


async def _rows(session: AsyncSession, actor: Actor) -> Sequence[ViewRow]:
    query = select(ViewRow).where(ViewRow.account == actor.id).order_by(ViewRow.name)
    return (await session.scalars(query)).all()


async def _own(session: AsyncSession, actor: Actor, view: str) -> ViewRow:
    row = await session.get(ViewRow, view) if can_be_stored(view) else None
    if row is None or row.account != actor.id:
        raise ViewNotFound
    return row
