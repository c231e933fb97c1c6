"""Queries on the working catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.published.models import CatalogueRecord, CatalogueState

STATE_ID = 1


async def version_in_force(session: AsyncSession) -> str | None:
    """The version of the stored catalogue; None for an empty store."""
    return await session.scalar(select(CatalogueState.version).where(CatalogueState.id == STATE_ID))


async def state(session: AsyncSession) -> CatalogueState | None:
    """The row that says which catalogue is in force, locked against other writers."""
    return await session.scalar(select(CatalogueState).where(CatalogueState.id == STATE_ID).with_for_update())


async def active_records(session: AsyncSession) -> Sequence[tuple[str, str, Any]]:
    """Kind, id and data of every record in force, in order."""
    query = (
        select(CatalogueRecord.kind, CatalogueRecord.id, CatalogueRecord.data)
        .where(CatalogueRecord.active)
        .order_by(CatalogueRecord.kind, CatalogueRecord.origin.desc(), CatalogueRecord.position)
    )
    return [(kind, key, data) for kind, key, data in await session.execute(query)]


async def ids_outside(session: AsyncSession, origin: str, source: str) -> set[tuple[str, str]]:
    """Kind and id of every record that does not come from this origin and source."""
    query = select(CatalogueRecord.kind, CatalogueRecord.id).where(
        (CatalogueRecord.origin != origin) | (CatalogueRecord.source != source)
    )
    return {(kind, key) for kind, key in await session.execute(query)}


async def ids_of(session: AsyncSession, origin: str) -> set[tuple[str, str]]:
    """Kind and id of every record of this origin, also of those that were taken out of force."""
    query = select(CatalogueRecord.kind, CatalogueRecord.id).where(CatalogueRecord.origin == origin)
    return {(kind, key) for kind, key in await session.execute(query)}


async def everything(session: AsyncSession) -> dict[tuple[str, str], CatalogueRecord]:
    """All records, also those out of force, by kind and id."""
    return {(record.kind, record.id): record for record in await session.scalars(select(CatalogueRecord))}


async def put(session: AsyncSession, origin: str, record: dict[str, Any], active: bool = True) -> None:
    """Put one record in the place of whichever has its kind and id."""
    await session.merge(CatalogueRecord(**record, origin=origin, source="", active=active))


async def replace(session: AsyncSession, origin: str, source: str, records: Iterable[dict[str, Any]]) -> None:
    """Put these records in the place of all earlier ones of the same origin and source."""
    await session.execute(
        delete(CatalogueRecord).where(CatalogueRecord.origin == origin, CatalogueRecord.source == source)
    )
    rows = [{**record, "origin": origin, "source": source, "active": True} for record in records]
    if rows:
        await session.execute(insert(CatalogueRecord), rows)
