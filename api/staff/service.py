"""What administrators do with accounts over the api."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import repository
from api.access.actor import Actor
from api.access.models import StaffAccountRow, StaffTokenRow
from api.platform.database import can_be_stored
from api.platform.errors import AccountNotFound
from api.services import Services
from api.staff import views
from api.staff.accounts import Registry
from api.staff.schemas import AccountList, AccountView, PlaceChange
from knowledge.catalogue.affair import Catalogue
from knowledge.staff.account import AccountChange


async def list_accounts(session: AsyncSession, catalogue: Catalogue, now: datetime) -> AccountList:
    """Every account, in use or not."""
    tokens: dict[str, list[StaffTokenRow]] = defaultdict(list)
    for token in await repository.tokens(session):
        tokens[token.account].append(token)
    rows = await repository.accounts(session)
    return AccountList(accounts=[views.account(row, tokens[row.id], catalogue, now) for row in rows])


async def change(account_id: str, wanted: PlaceChange, actor: Actor, services: Services) -> AccountView:
    """Give an account another department, windows or roles.

    Raises:
        AccountNotFound: There is none.
        InvalidAccount: With everything that is wrong.
        LastAdministrator: Nobody would be left to manage accounts.
    """
    if not can_be_stored(account_id):
        raise AccountNotFound
    registry = Registry(services.database, services.now(), actor.id)
    asked = AccountChange(
        wanted.department,
        None if wanted.windows is None else tuple(wanted.windows),
        None if wanted.roles is None else tuple(wanted.roles),
    )
    return await _shown(await registry.change(account_id, asked, services.catalogue), services)


async def set_active(account_id: str, active: bool, actor: Actor, services: Services) -> AccountView:
    """Disable an account or take it into use again.

    Raises:
        AccountNotFound: There is none.
        LastAdministrator: Nobody would be left to manage accounts.
    """
    if not can_be_stored(account_id):
        raise AccountNotFound
    row = await Registry(services.database, services.now(), actor.id).set_active(account_id, active)
    return await _shown(row, services)


async def _shown(row: StaffAccountRow, services: Services) -> AccountView:
    tokens = await services.database.read(lambda session: repository.tokens_of(session, row.id))
    return views.account(row, tokens, services.catalogue, services.now())
