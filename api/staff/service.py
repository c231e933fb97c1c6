"""What administrators do with accounts over the api."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import repository
from api.access.actor import Actor
from api.access.consents import must_be_agreed
from api.access.models import StaffAccountRow, StaffTokenRow
from api.platform.database import can_be_stored
from api.platform.errors import AccountNotFound, InvalidAccount, TokenNotFound
from api.platform.settings import SecondPerson
from api.services import Services
from api.staff import views
from api.staff.accounts import Registry
from api.staff.schemas import (
    AccountList,
    AccountMade,
    AccountView,
    NewAccountWanted,
    OneTimePassword,
    PlaceChange,
    TokenMade,
    TokenWanted,
)
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.catalogue.affair import Catalogue
from knowledge.staff.account import AccountChange, NewAccount, faults


async def list_accounts(session: AsyncSession, catalogue: Catalogue, now: datetime) -> AccountList:
    """Every account, in use or not."""
    tokens: dict[str, list[StaffTokenRow]] = defaultdict(list)
    for token in await repository.tokens(session):
        tokens[token.account].append(token)
    rows, kept = await repository.accounts(session), await repository.all_credentials(session)
    return AccountList(
        accounts=[views.account(row, tokens[row.id], kept.get(row.id), catalogue, now) for row in rows]
    )


async def add(wanted: NewAccountWanted, actor: Actor, services: Services) -> AccountMade:
    """A new account; a person gets a one-time password, a partner's system its tokens one by one.

    Raises:
        InvalidAccount: With everything that is wrong.
    """
    new = NewAccount(wanted.name, wanted.department, tuple(wanted.windows), tuple(wanted.roles))
    if found := faults(new, services.catalogue):
        raise InvalidAccount("".join(found), faults=found)
    about = {"name": new.name, **_in_words(new, services.catalogue)}
    await _second_person(services, actor, "account_made", "", about)
    row, password = await _registry(actor, services).add_account(new)
    return AccountMade(account=await _shown(row, services), password=password)


async def reset_password(account_id: str, actor: Actor, services: Services) -> OneTimePassword:
    """Another one-time password; whoever is signed in with the account is signed out.

    Raises:
        AccountNotFound: There is none.
        OwnPassword: It is the actor's own.
        InvalidAccount: A partner's system has none.
    """
    _must_be_storable(account_id)
    if account_id != actor.id:
        await _registry(actor, services).account(account_id)
        await _second_person(services, actor, "password_made", account_id, {})
    password = await _registry(actor, services).reset_password(account_id)
    return OneTimePassword(account=account_id, password=password)


async def add_token(account_id: str, wanted: TokenWanted, actor: Actor, services: Services) -> TokenMade:
    """Another token of an account.

    Raises:
        AccountNotFound: There is none.
    """
    _must_be_storable(account_id)
    await _registry(actor, services).account(account_id)
    await _second_person(
        services, actor, "token_made", account_id, {"name": wanted.name, "days": wanted.days}
    )
    expires_at = services.now() + timedelta(days=wanted.days) if wanted.days else None
    return views.token_made(
        await _registry(actor, services).add_token(account_id, expires_at, wanted.name.strip())
    )


async def revoke(account_id: str, token_id: str, actor: Actor, services: Services) -> None:
    """A token of an account is good for nothing from now on.

    Raises:
        TokenNotFound: The account has no such token.
    """
    if not account_id or not can_be_stored(account_id + token_id):
        raise TokenNotFound
    await _registry(actor, services).revoke(token_id, account_id)


async def change(account_id: str, wanted: PlaceChange, actor: Actor, services: Services) -> AccountView:
    """Give an account another department, windows or roles.

    Raises:
        AccountNotFound: There is none.
        OwnRoles: It is the actor's own, and its roles would be others.
        InvalidAccount: With everything that is wrong.
        LastAdministrator: Nobody would be left to manage accounts.
    """
    _must_be_storable(account_id)
    asked = AccountChange(
        wanted.department,
        None if wanted.windows is None else tuple(wanted.windows),
        None if wanted.roles is None else tuple(wanted.roles),
    )
    registry = _registry(actor, services)
    before = await registry.changeable(account_id, asked, services.catalogue)
    after = asked.of(before)
    if set(after.roles) != set(before.roles):
        await _second_person(services, actor, "changed", account_id, _in_words(after, services.catalogue))
    row = await registry.change(account_id, asked, services.catalogue)
    return await _shown(row, services)


async def set_active(account_id: str, active: bool, actor: Actor, services: Services) -> AccountView:
    """Disable an account or take it into use again.

    Raises:
        AccountNotFound: There is none.
        LastAdministrator: Nobody would be left to manage accounts.
    """
    _must_be_storable(account_id)
    if active:
        await _registry(actor, services).account(account_id)
        await _second_person(services, actor, "enabled", account_id, {})
    row = await _registry(actor, services).set_active(account_id, active)
    return await _shown(row, services)


async def _second_person(
    services: Services, actor: Actor, what: str, account_id: str, about: Mapping[str, Any]
) -> None:
    """Whoever opens a way in needs somebody else for it, where the centre wants it.

    Raises:
        SecondPersonNeeded: Nobody agreed yet.
    """
    await must_be_agreed(services, actor, SecondPerson.ACCESS, what, about, subject=account_id)


def _in_words(account: NewAccount, catalogue: Catalogue) -> dict[str, Any]:
    """What an account is to be, as the second person reads it."""
    windows = [catalogue.windows[one].name for one in account.windows if one in catalogue.windows]
    return {
        "department": catalogue.department_name(account.department),
        "windows": windows,
        "roles": [ROLE_NAMES[Role(role)] for role in sorted(account.roles)],
    }


def _registry(actor: Actor, services: Services) -> Registry:
    return Registry(services.database, services.now(), actor.id, services.passwords)


def _must_be_storable(account_id: str) -> None:
    if not can_be_stored(account_id):
        raise AccountNotFound


async def _shown(row: StaffAccountRow, services: Services) -> AccountView:
    tokens = await services.database.read(lambda session: repository.tokens_of(session, row.id))
    kept = await services.database.read(lambda session: repository.credentials(session, row.id))
    return views.account(row, tokens, kept, services.catalogue, services.now())
