"""Bearer tokens of staff and partners: made once and shown once, found again by a digest, refused with the reason."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import repository
from api.access.actor import Actor, ActorKind
from api.access.models import StaffAccountRow, StaffTokenRow
from api.platform.attempt_limit import charge, locked_until, refusal
from api.platform.errors import (
    AccountDisabled,
    TokenExpired,
    TokenMissing,
    TokenRevoked,
    TokenWrong,
)
from api.platform.security import same
from api.services import Services
from knowledge.base.roles import Role
from knowledge.language.resume_code import ALPHABET

PREFIX = "ywtb_"
"""Lets scanners of published files find a token that was lost."""

RANDOM_BYTES = 32

LONGEST = 200
"""Characters of a token that are looked at; ours have 48."""

NOTED_EVERY = timedelta(hours=1)
"""Last use is noted this coarsely, so that reading a page is seldom a write."""

REALM = 'Bearer realm="intake"'


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token that was just made: the only time that it is seen whole.

    Attributes:
        id: By which it is listed and revoked.
    """

    id: str
    token: str = field(repr=False)
    account: str
    expires_at: datetime | None
    name: str = ""

    def row(self, now: datetime) -> StaffTokenRow:
        """What is kept of it."""
        return StaffTokenRow(
            id=self.id,
            digest=digest_of(self.token),
            account=self.account,
            created_at=now,
            expires_at=self.expires_at,
            name=self.name,
        )


def make(account: str, expires_at: datetime | None, name: str = "") -> NewToken:
    """A token for an account."""
    token_id = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return NewToken(token_id, PREFIX + secrets.token_urlsafe(RANDOM_BYTES), account, expires_at, name)


def digest_of(token: str) -> str:
    """By which a token is kept and found (SHA-256, hex).

    256 random bits cannot be found by trying, so that no key is needed: a token made on the command line is good in a service whose secret
    the command line does not know.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def bearer(authorization: str) -> str:
    """The token of an ``Authorization`` header; empty where there is none (the scheme's name in any case, RFC 9110 § 11.1)."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


async def authenticate(authorization: str, client: str, services: Services) -> Actor:
    """Whoever holds the token.

    Wrong tokens are counted by the client's address, and above the limit answered with 429; a right one is let through all the same,
    since a whole office can stand behind one address.

    Args:
        client: Address of the caller, as the server knows it.

    Raises:
        TokenMissing: None was sent.
        TokenWrong: It is unknown, revoked or expired, or its account is disabled.
        TooManyTries: Too many unknown ones from there.
    """
    token = bearer(authorization)
    if not token:
        raise TokenMissing(headers={"WWW-Authenticate": REALM})
    now, digest = services.now(), digest_of(token[:LONGEST])
    found = await services.database.read(lambda session: repository.held(session, digest))
    if found is None or not same(found[0].digest, digest):
        await _refuse_unknown(client, now, services)
    held, account = found
    if refused := _refused(held, account, now):
        raise refused(headers={"WWW-Authenticate": f'{REALM}, error="invalid_token"'})
    await _note_use(held, now, services)
    return actor_of(account)


def actor_of(account: StaffAccountRow) -> Actor:
    """An account as the rest of the api knows it."""
    roles = frozenset(Role(row.role) for row in account.roles)
    return Actor(
        id=account.id,
        name=account.name,
        kind=ActorKind.PARTNER if Role.PARTNER in roles else ActorKind.STAFF,
        department=account.department,
        windows=frozenset(row.window for row in account.windows),
        roles=roles,
    )


def _refused(token: StaffTokenRow, account: StaffAccountRow, now: datetime) -> type[TokenWrong] | None:
    if not account.active:
        return AccountDisabled
    if token.revoked_at is not None:
        return TokenRevoked
    if token.expires_at is not None and token.expires_at <= now:
        return TokenExpired
    return None


async def _refuse_unknown(client: str, now: datetime, services: Services) -> NoReturn:
    """Count a token that nobody has, and refuse it."""
    subject = services.vault.digest("tries/staff", client)

    async def refuse(session: AsyncSession) -> NoReturn:
        if until := await locked_until(session, subject, now):
            raise refusal(until, now, "令牌")
        await charge(session, subject, now)
        raise TokenWrong(headers={"WWW-Authenticate": f'{REALM}, error="invalid_token"'}).recorded()

    await services.database.transact(refuse)


async def _note_use(token: StaffTokenRow, now: datetime, services: Services) -> None:
    before = now - NOTED_EVERY
    if token.used_at is None or token.used_at <= before:
        await services.database.transact(lambda session: repository.mark_used(session, token.id, now, before))


__all__ = ["NewToken", "actor_of", "authenticate", "bearer", "digest_of", "make"]
