"""What becomes of a sign-in, a sign-out and a change of one's password."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from api.access import audit, repository
from api.access.models import StaffCredentialRow, StaffSessionRow
from api.access.policies import address_of
from api.access.repository import FoundSession
from api.access.session_cookie import cookie_of, hand_out
from api.access.sessions import CodeState, SignedIn, described, idle_of, new_session, rotate
from api.access.tokens import digest_of
from api.platform.database import can_be_stored
from api.platform.errors import (
    ApiError,
    CodesOff,
    CodeWanted,
    OldPasswordWrong,
    OneTimePasswordExpired,
    PasswordWeak,
    SecondFactorRequired,
    SessionEnded,
    SignInWrong,
)
from api.platform.schemas import FieldProblem
from api.platform.settings import CodePolicy
from api.services import Services
from api.sessions.codes import secret_of, use_code
from api.sessions.schemas import PasswordChange, SignIn
from api.sessions.tries import Try
from knowledge.staff.password import password_faults, settled


async def sign_in(wanted: SignIn, request: Request, services: Services) -> SignedIn:
    """Begin a session for whoever knows the password; the session that the browser had before ends.

    Raises:
        SignInWrong: Account and password do not fit, for whatever reason.
        CodeWanted: They do, and a code of the person's phone is missing or not right.
        OneTimePasswordExpired: They do, but the password is a one-time one that was not used in time.
        SignInLocked: There were too many wrong ones.
    """
    account_id = wanted.account.strip().upper()
    attempt = Try(account_id, address_of(request), services)
    await attempt.begin()
    kept = await _credentials(account_id, services)
    verdict = await services.passwords.compared(
        wanted.password.get_secret_value(), kept.password if kept else None
    )
    if kept is None or not verdict.is_right:
        await attempt.was_wrong(of_known_account=kept is not None)
        raise SignInWrong
    try:
        _must_be_in_time(kept, services)
        secret = secret_of(kept, services)
        if secret and not wanted.code:
            raise CodeWanted
    except ApiError:
        await attempt.was_no_guess()
        raise
    try:
        return await _begin(kept, verdict.renewed, (secret, wanted.code or ""), attempt, request, services)
    except CodeWanted:
        await attempt.was_wrong(of_known_account=True)
        raise


def _must_be_in_time(kept: StaffCredentialRow, services: Services) -> None:
    """A one-time password that nobody used lies about somewhere.

    Raises:
        OneTimePasswordExpired: It was made too long ago.
    """
    hours = services.settings.one_time_password_hours
    if kept.must_change and hours and services.now() > kept.changed_at + timedelta(hours=hours):
        raise OneTimePasswordExpired


async def _credentials(account_id: str, services: Services) -> StaffCredentialRow | None:
    """With what an account signs in; None where there is no such account, or it is out of use."""
    if not can_be_stored(account_id):
        return None
    return await services.database.read(lambda session: repository.credentials_in_use(session, account_id))


async def _begin(
    kept: StaffCredentialRow,
    renewed: str | None,
    proof: tuple[bytes | None, str],
    attempt: Try,
    request: Request,
    services: Services,
) -> SignedIn:
    """The session of an account whose password was right.

    Args:
        proof: The secret of the person's phone, where codes are asked for, and the code that was given.
    """
    now = services.now()
    row, value = new_session(kept.account, now, services)

    async def store(session: AsyncSession) -> FoundSession:
        account = await repository.account(session, kept.account)
        credentials = await repository.credentials_to_change(session, kept.account)
        if account is None or credentials is None or not account.active:
            raise SignInWrong
        if credentials.password != kept.password:  # changed while this one was compared
            raise SignInWrong
        use_code(credentials, *proof, now)
        credentials.password = renewed or credentials.password
        await attempt.was_right(session)
        await _replace(session, row, request, services)
        return FoundSession(row, account, credentials.must_change, credentials.code_secret is not None)

    begun = await services.database.transact(store)
    await _note_begin(row, services)
    hand_out(request, services.settings, value)
    return described(begun, now, services)


async def open_for(account_id: str, request: Request, services: Services) -> None:
    """Begin a session for somebody whom another provider vouches for."""
    row, value = new_session(account_id, services.now(), services, by_password=False)
    await services.database.transact(lambda session: _replace(session, row, request, services))
    await _note_begin(row, services)
    hand_out(request, services.settings, value)


async def _replace(session: AsyncSession, row: StaffSessionRow, request: Request, services: Services) -> None:
    """The session begins in place of the one that the browser had; what nobody can use any more goes."""
    before = cookie_of(request)
    if before and (old := await repository.session_held(session, digest_of(before))):
        await repository.end_session(session, old.session.id)
    await repository.forget_sessions(session, services.now(), idle_of(services))
    session.add(row)


async def _note_begin(row: StaffSessionRow, services: Services) -> None:
    about = {"session": row.id, "by": "password" if row.by_password else "oidc"}
    await audit.record(services.database, row.began_at, row.account, "signed_in", row.account, about)


async def sign_out(signed_in: SignedIn | None, request: Request, services: Services) -> None:
    """End the session, and have the browser forget its cookie; who was not signed in is not now either."""
    if signed_in is not None:
        actor = signed_in.actor.id
        await audit.record(
            services.database, services.now(), actor, "signed_out", actor, {"session": signed_in.id}
        )
        await services.database.transact(lambda session: repository.end_session(session, signed_in.id))
    hand_out(request, services.settings, "")


async def change_password(
    signed_in: SignedIn, wanted: PasswordChange, request: Request, services: Services
) -> SignedIn:
    """Give the account another password; its other sessions end, this one gets another cookie.

    Raises:
        OldPasswordWrong: The old one is not right; tries are counted as those of signing in are.
        PasswordWeak: With everything that is wrong with the new one.
        SignInLocked: There were too many wrong ones.
    """
    actor, old, new = signed_in.actor, wanted.old.get_secret_value(), wanted.new.get_secret_value()
    attempt = Try(actor.id, address_of(request), services)
    await attempt.begin()
    kept = await _credentials(actor.id, services)
    verdict = await services.passwords.compared(old, kept.password if kept else None)
    if not verdict.is_right:
        await attempt.was_wrong(of_known_account=True)
        raise OldPasswordWrong(errors=[FieldProblem(field="old", message="原来的密码不对。")])
    await services.database.transact(attempt.was_right)
    _must_be_usable(old, new, signed_in)
    hashed = await services.passwords.hashed(new)
    await audit.record(services.database, services.now(), actor.id, "password_changed", actor.id)
    row = await _stored(signed_in, hashed, kept, services)
    await rotate(request, row, services.now(), services)
    return replace(signed_in, must_change_password=False)


async def switch_codes_off(
    signed_in: SignedIn, password: str, request: Request, services: Services
) -> SignedIn:
    """Nobody is asked for a code of the person's phone any more.

    Raises:
        CodesOff: The account has none.
        SecondFactorRequired: The setting wants one of everybody.
        OldPasswordWrong: The password is not right; tries are counted as those of signing in are.
        SignInLocked: There were too many wrong ones.
    """
    if signed_in.code is not CodeState.ON:
        raise CodesOff("您的账号没有设动态验证码。")
    if services.settings.session_code is CodePolicy.REQUIRED:
        raise SecondFactorRequired
    actor = signed_in.actor
    attempt = Try(actor.id, address_of(request), services)
    await attempt.begin()
    kept = await _credentials(actor.id, services)
    verdict = await services.passwords.compared(password, kept.password if kept else None)
    if not verdict.is_right:
        await attempt.was_wrong(of_known_account=True)
        raise OldPasswordWrong("密码不对，动态验证码没有关。请核对后再试。")
    await services.database.transact(attempt.was_right)
    await audit.record(services.database, services.now(), actor.id, "code_switched_off", actor.id)

    async def store(session: AsyncSession) -> None:
        credentials = await repository.credentials_to_change(session, actor.id)
        if credentials is None:
            raise SessionEnded
        credentials.code_secret = credentials.code_pending = credentials.code_step = None

    await services.database.transact(store)
    return replace(signed_in, code=CodeState.NONE)


async def _stored(
    signed_in: SignedIn, hashed: str, kept: StaffCredentialRow | None, services: Services
) -> StaffSessionRow:
    """The new password is in force and the other sessions are at their end; the session that goes on."""

    async def store(session: AsyncSession) -> StaffSessionRow:
        credentials = await repository.credentials_to_change(session, signed_in.actor.id)
        row = await repository.session_by_id(session, signed_in.id)
        if row is None:
            raise SessionEnded
        if credentials is None or kept is None or credentials.password != kept.password:
            raise OldPasswordWrong
        credentials.password, credentials.must_change = hashed, False
        credentials.changed_at = services.now()
        await repository.end_sessions_of(session, signed_in.actor.id, but=signed_in.id)
        return row

    return await services.database.transact(store)


def _must_be_usable(old: str, new: str, signed_in: SignedIn) -> None:
    faults = password_faults(new, signed_in.actor.id, signed_in.actor.name)
    if settled(old) == settled(new):
        faults.append("新密码和原来的一样。")
    if faults:
        detail = "".join(faults)
        raise PasswordWeak(detail, errors=[FieldProblem(field="new", message=detail)], faults=faults)
