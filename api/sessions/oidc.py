"""Signing in with the accounts of another provider: the browser goes there with a question, and comes back with the answer to it."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken
from starlette.requests import Request

from api.access import repository
from api.access.models import StaffAccountRow
from api.access.session_cookie import SetCookie, is_secure, send_with_answer
from api.platform.database import can_be_stored
from api.platform.errors import OidcAccountUnknown, OidcOff, SignInNotProven
from api.platform.pages.addresses import public_url
from api.platform.security import same
from api.platform.settings import OidcSettings
from api.services import Services
from api.sessions import provider
from api.sessions.provider import Asked
from api.sessions.service import open_for
from knowledge.base.roles import Role

COOKIE = "intake_oidc"

PATH = "/api/v1/session/oidc"

LASTS = timedelta(minutes=10)
"""How long somebody may take to sign in with the provider."""

AFTERWARDS = "/desk/"

_LOCAL = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")
"""A path of this site: no other host, no backslash, nothing that breaks a header."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One browser on its way to the provider and back; sealed in a cookie, so that nothing is kept here of those who never return."""

    asked: Asked
    afterwards: str
    until: datetime


async def start(afterwards: str, request: Request, services: Services) -> str:
    """The provider's address to which the browser goes; what must come back stands in a sealed cookie.

    Args:
        afterwards: Path of this site to which the browser goes in the end; anything else leads to the desk.

    Raises:
        OidcOff: No provider is set.
        ProviderDown: It does not answer.
    """
    settings = _provider_of(services)
    asked = Asked(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        redirect_uri=f"{public_url(services.settings, request)}{PATH}/callback",
    )
    leads_to = afterwards if _LOCAL.fullmatch(afterwards) else AFTERWARDS
    address = await provider.address(settings, asked)
    _pack(Trip(asked, leads_to, services.now() + LASTS), request, services)
    return address


async def finish(state: str, code: str, request: Request, services: Services) -> str:
    """Begin a session for whom the provider vouches for; the path to which the browser goes.

    Raises:
        OidcOff: No provider is set.
        ProviderDown: It does not answer.
        SignInNotProven: This is no answer to what this browser asked, or the provider vouches for nobody.
        OidcAccountUnknown: It vouches for somebody who has no account here.
    """
    settings = _provider_of(services)
    trip = _unpacked(request, services)
    _forget(request, services)
    if trip is None or not code or not same_text(trip.asked.state, state):
        raise SignInNotProven
    claims = await provider.claims(settings, trip.asked, code, services.now())
    account = await _account(str(claims.get(settings.claim, "")), services)
    await open_for(account.id, request, services)
    return trip.afterwards


async def _account(claimed: str, services: Services) -> StaffAccountRow:
    """The account whose id the provider's claim is; partners' systems are no people."""
    account_id = claimed.strip().upper()
    if account_id and can_be_stored(account_id):
        found = await services.database.read(lambda session: repository.account(session, account_id))
        if found and found.active and all(row.role != Role.PARTNER.value for row in found.roles):
            return found
    raise OidcAccountUnknown


def _provider_of(services: Services) -> OidcSettings:
    if services.settings.oidc is None:
        raise OidcOff
    return services.settings.oidc


def same_text(first: str, second: str) -> bool:
    """As :func:`~api.platform.security.same`, also for what is no ASCII."""
    return second.isascii() and same(first, second)


def _pack(trip: Trip, request: Request, services: Services) -> None:
    packed = {"trip": json.dumps({**asdict(trip), "until": trip.until.isoformat()})}
    value = services.vault.seal(packed)
    secure = is_secure(request, services.settings)
    lasts_s = int(LASTS.total_seconds())
    send_with_answer(request, SetCookie(COOKIE, value, secure, path=PATH, lasts_s=lasts_s))


def _unpacked(request: Request, services: Services) -> Trip | None:
    """The trip of this browser; None where there is none, or it took too long."""
    try:
        packed = json.loads(services.vault.unseal(request.cookies.get(COOKIE, ""))["trip"])
    except (InvalidToken, KeyError):
        return None
    until = datetime.fromisoformat(packed["until"])
    if until <= services.now():
        return None
    return Trip(Asked(**packed["asked"]), packed["afterwards"], until)


def _forget(request: Request, services: Services) -> None:
    """An answer is taken once."""
    secure = is_secure(request, services.settings)
    send_with_answer(request, SetCookie(COOKIE, "", secure, path=PATH))
