"""Codes of people's phones (动态验证码): how they are set up, and how one is used once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import segno
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from api.access import audit, repository
from api.access.models import StaffCredentialRow
from api.access.policies import address_of
from api.access.sessions import CodeState, SignedIn
from api.platform.errors import (
    ApiError,
    CodesOff,
    CodeUnreadable,
    CodeWanted,
    CodeWrong,
    NoCodePending,
    SessionEnded,
)
from api.platform.security import InvalidToken, Vault
from api.platform.settings import CodePolicy
from api.services import Services
from api.sessions.schemas import CodeOffered
from api.sessions.tries import Try
from knowledge.staff.totp import SECRET_BYTES, as_typed, matching_step, otpauth_uri

ISSUER = "一窗问办"
"""Under which name an app lists the codes."""

_PART = "totp"


def secret_of(kept: StaffCredentialRow, services: Services) -> bytes | None:
    """The secret of an account's phone; None where it is not asked for codes."""
    if services.settings.session_code is CodePolicy.OFF:
        return None
    return _unsealed(kept.code_secret, services.vault)


def use_code(credentials: StaffCredentialRow, secret: bytes | None, code: str, now: datetime) -> None:
    """Use a code, where one is asked for; within the unit of work that begins the session, so that nobody uses it twice.

    Raises:
        CodeWanted: It is not right, or was used before.
    """
    if secret is None:
        return
    step = matching_step(secret, code, now, credentials.code_step)
    if step is None:
        raise CodeWanted(CodeWrong.detail)
    credentials.code_step = step


async def begin(signed_in: SignedIn, code: str | None, request: Request, services: Services) -> CodeOffered:
    """Another secret for a phone; the one before counts until the new one is confirmed.

    Raises:
        CodesOff: Nobody is asked for codes here.
        CodeWrong: The account has codes already, and this is none of them.
        SignInLocked: There were too many wrong ones.
    """
    secret = secrets.token_bytes(SECRET_BYTES)

    def change(kept: StaffCredentialRow) -> None:
        if before := _unsealed(kept.code_secret, services.vault):
            kept.code_step = _step(before, code or "", kept.code_step, services)
        kept.code_pending = services.vault.seal({_PART: secret.hex()})

    await _judged(signed_in, change, request, services)
    uri = otpauth_uri(secret, signed_in.actor.id, ISSUER)
    return CodeOffered(uri=uri, secret=as_typed(secret), qr=segno.make(uri).svg_data_uri(scale=4))


async def confirm(signed_in: SignedIn, code: str, request: Request, services: Services) -> SignedIn:
    """The phone has shown that it makes the codes; from now on they are asked for at sign-in.

    Raises:
        CodesOff: Nobody is asked for codes here.
        NoCodePending: Nothing was begun.
        CodeWrong: The phone makes other codes.
        SignInLocked: There were too many wrong ones.
    """

    def change(kept: StaffCredentialRow) -> None:
        secret = _unsealed(kept.code_pending, services.vault)
        if secret is None:
            raise NoCodePending
        kept.code_step = _step(secret, code, None, services)
        kept.code_secret, kept.code_pending = kept.code_pending, None

    await _judged(signed_in, change, request, services)
    actor = signed_in.actor.id
    await audit.record(services.database, services.now(), actor, "code_set_up", actor)
    return replace(signed_in, code=CodeState.ON)


async def _judged(
    signed_in: SignedIn,
    change: Callable[[StaffCredentialRow], None],
    request: Request,
    services: Services,
) -> None:
    """Change what somebody signs in with; wrong codes are counted as wrong passwords are."""
    if signed_in.code is CodeState.OFF:
        raise CodesOff
    attempt = Try(signed_in.actor.id, address_of(request), services)
    await attempt.begin()

    async def store(session: AsyncSession) -> None:
        kept = await repository.credentials_to_change(session, signed_in.actor.id)
        if kept is None:  # the password was taken away while this was under way
            raise SessionEnded
        change(kept)

    try:
        await services.database.transact(store)
    except CodeWrong:
        await attempt.was_wrong(of_known_account=True)
        raise
    except ApiError:
        await attempt.was_no_guess()
        raise
    await attempt.was_no_guess()


def _step(secret: bytes, code: str, after: int | None, services: Services) -> int:
    step = matching_step(secret, code, services.now(), after)
    if step is None:
        raise CodeWrong
    return step


def _unsealed(sealed: str | None, vault: Vault) -> bytes | None:
    """A secret in the clear; None where there is none.

    Raises:
        CodeUnreadable: Sealed with another key.
    """
    try:
        return bytes.fromhex(vault.unseal(sealed)[_PART]) if sealed else None
    except InvalidToken as error:
        raise CodeUnreadable from error
