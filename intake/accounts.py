"""Accounts whose roles exclude one another, for the check-up."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow, StaffRoleRow
from api.platform.database import Database
from api.platform.settings import Settings
from knowledge.staff.account import excluded_with


def with_excluded_roles(settings: Settings) -> list[str]:
    """Ids of the active accounts that give out roles and act on cases. Blocks."""
    return asyncio.run(_found(settings))


async def _found(settings: Settings) -> list[str]:
    database = Database(settings.url)
    try:
        return await database.read(_excluded)
    finally:
        await database.close()


async def _excluded(session: AsyncSession) -> list[str]:
    query = (
        select(StaffRoleRow.account, StaffRoleRow.role)
        .join(StaffAccountRow, StaffAccountRow.id == StaffRoleRow.account)
        .where(StaffAccountRow.active)
    )
    roles: dict[str, list[str]] = defaultdict(list)
    for account, role in (await session.execute(query)).all():
        roles[account].append(role)
    return sorted(account for account, held in roles.items() if excluded_with(held))
