"""Who is signed in: a cookie of 256 random bits, of which a digest is kept, renewed as it is used.

The contract with the staff's page (``web/desk``), whose sign-in itself is ``api.sessions``:

- The cookie ``intake_session`` opens every route of the staff, through the same policies as a token (``api.access.policies``).
- A method that changes something needs ``X-CSRF-Token`` with the session's ``csrf_token``, else 403 ``session.csrf``.
- No cookie: 401 ``session.none`` (of ``/session``) or ``token_missing`` (of other routes); one that is good no more: 401 ``session.ended``.
- While a one-time password has not been changed, everything but ``/session`` answers 403 ``session.change_password``; where the setting wants
  codes of everybody's phone, it then answers 403 ``session.code_setup`` until they are set up.
- What a page asks by itself, with nobody touching it, has the header ``X-Background: 1``, so that an open page does not keep a session for ever.
- The value is renewed with the first use an hour after the last time; the one before is good for 30 s more, for requests under way.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from starlette.requests import Request

from api.access import repository
from api.access.actor import Actor
from api.access.models import StaffSessionRow
from api.access.repository import FoundSession
from api.access.session_cookie import BACKGROUND_HEADER, CSRF_HEADER, SAFE, cookie_of, hand_out
from api.access.tokens import actor_of, digest_of
from api.platform.errors import CodeSetupDue, CsrfWrong, NotSignedIn, PasswordChangeDue, SessionEnded
from api.platform.settings import CodePolicy
from api.services import Services
from knowledge.language.resume_code import ALPHABET

ROTATED_EVERY = timedelta(hours=1)

PREVIOUS_LIVES = timedelta(seconds=30)

NOTED_EVERY = timedelta(minutes=1)
"""Last use is noted this coarsely, so that reading a page is seldom a write: a session ends up to this much early."""

RANDOM_BYTES = 32


class CodeState(StrEnum):
    """Whether somebody signs in with a code of their phone as well."""

    OFF = "off"
    NONE = "none"
    DUE = "due"
    ON = "on"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody of the staff who is signed in.

    Attributes:
        id: Of the session; says nothing of the cookie.
        code: Of their phone.
        idle_ends_at: When it ends if it is used no more.
        ends_at: When it ends in any case.
    """

    id: str
    actor: Actor
    must_change_password: bool
    code: CodeState
    csrf_token: str
    idle_ends_at: datetime
    ends_at: datetime


def new_session(
    account: str, now: datetime, services: Services, *, by_password: bool = True
) -> tuple[StaffSessionRow, str]:
    """A session that begins now, and the value of its cookie, which is kept nowhere.

    Args:
        by_password: False: another provider vouches for the person, and asks for second factors itself.
    """
    value = secrets.token_urlsafe(RANDOM_BYTES)
    row = StaffSessionRow(
        id="".join(secrets.choice(ALPHABET) for _ in range(10)),
        account=account,
        digest=digest_of(value),
        by_password=by_password,
        began_at=now,
        rotated_at=now,
        used_at=now,
        ends_at=now + timedelta(hours=services.settings.session_hours),
    )
    return row, value


def must_have_settled(found: SignedIn) -> None:
    """Let through who has a password of their own, and the codes that the setting wants.

    Raises:
        PasswordChangeDue: It is still the one-time one.
        CodeSetupDue: The codes are still to be set up.
    """
    if found.must_change_password:
        raise PasswordChangeDue
    if found.code is CodeState.DUE:
        raise CodeSetupDue


async def signed_in(request: Request, services: Services, *, is_use: bool = True) -> SignedIn:
    """Whoever the cookie of a request belongs to.

    Args:
        is_use: Count this as use: the end without use moves on, and the cookie is renewed when it is time.

    Raises:
        NotSignedIn: There is no cookie.
        SessionEnded: It is not, or no longer, good.
        CsrfWrong: The request changes something and has not the session's own header.
    """
    value = cookie_of(request)
    if not value:
        raise NotSignedIn
    now, digest = services.now(), digest_of(value)
    found = await services.database.read(lambda session: repository.session_held(session, digest))
    if found is None or not _is_good(found, digest, now, services):
        raise SessionEnded
    _must_be_meant(request, found.session, services)
    is_touched = is_use and BACKGROUND_HEADER not in request.headers
    used_at = await _used(request, found.session, now, services) if is_touched else found.session.used_at
    return described(found, used_at, services)


def described(found: FoundSession, used_at: datetime, services: Services) -> SignedIn:
    """A session as the rest of the api knows it."""
    ends_at = found.session.ends_at
    return SignedIn(
        id=found.session.id,
        actor=actor_of(found.account),
        must_change_password=found.session.by_password and found.must_change,
        code=_code_state(found, services.settings.session_code),
        csrf_token=csrf_token(found.session.id, services),
        idle_ends_at=min(used_at + idle_of(services), ends_at),
        ends_at=ends_at,
    )


def _code_state(found: FoundSession, policy: CodePolicy) -> CodeState:
    if policy is CodePolicy.OFF or not found.session.by_password:
        return CodeState.OFF
    if found.has_code:
        return CodeState.ON
    return CodeState.DUE if policy is CodePolicy.REQUIRED else CodeState.NONE


def csrf_token(session_id: str, services: Services) -> str:
    """What a page of this session sends along with everything that changes something; the same for as long as it lasts."""
    return services.vault.digest("session/csrf", session_id)


def tries_subject(account_id: str) -> str:
    """Under what wrong passwords of an account are counted, whether or not there is one.

    No key is needed, since an id tells nothing: the command line ends a lock, and does not know the service's secret.
    """
    return digest_of(f"tries/session/{account_id}")


def idle_of(services: Services) -> timedelta:
    """How long a session lasts without use."""
    return timedelta(minutes=services.settings.session_idle_min)


def _is_good(found: FoundSession, digest: str, now: datetime, services: Services) -> bool:
    row = found.session
    is_over = row.ends_at <= now or row.used_at + idle_of(services) <= now
    is_current = row.digest == digest
    is_under_way = row.previous == digest and row.previous_until is not None and row.previous_until > now
    return found.account.active and not is_over and (is_current or is_under_way)


def _must_be_meant(request: Request, row: StaffSessionRow, services: Services) -> None:
    """A browser sends cookies along with what another site makes it do; only our page knows the token."""
    if request.method in SAFE:
        return
    given = request.headers.get(CSRF_HEADER, "").encode()
    if not hmac.compare_digest(given, csrf_token(row.id, services).encode()):
        raise CsrfWrong


async def _used(request: Request, row: StaffSessionRow, now: datetime, services: Services) -> datetime:
    """Note the use, and renew the cookie when it is time; the moment of the last use that is noted."""
    if row.rotated_at <= now - ROTATED_EVERY and row.digest == digest_of(cookie_of(request)):
        await rotate(request, row, now, services)
        return now
    if row.used_at > now - NOTED_EVERY:
        return row.used_at
    await services.database.transact(lambda session: repository.note_use(session, row.id, now))
    return now


async def rotate(request: Request, row: StaffSessionRow, now: datetime, services: Services) -> None:
    """Another value for the cookie; whoever comes second at the same moment keeps the one before, which is still good."""
    value = secrets.token_urlsafe(RANDOM_BYTES)
    is_first = await services.database.transact(
        lambda session: repository.replace_digest(
            session, row, digest_of(value), now, until=now + PREVIOUS_LIVES
        )
    )
    if is_first:
        hand_out(request, services.settings, value)
