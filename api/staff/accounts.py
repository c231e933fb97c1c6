"""Make, list and disable accounts, their tokens and one-time passwords. The command line and the api do it through the same functions."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit, repository
from api.access.models import StaffAccountRow, StaffCredentialRow, StaffRoleRow, StaffTokenRow, StaffWindowRow
from api.access.sessions import tries_subject
from api.access.tokens import NewToken, make
from api.platform.attempt_limit import forgive
from api.platform.database import Database
from api.platform.errors import (
    AccountNotFound,
    InvalidAccount,
    LastAdministrator,
    OwnPassword,
    OwnRoles,
    TokenNotFound,
)
from api.platform.password_hashing import PasswordHasher
from api.platform.security import new_password
from knowledge.base.roles import Role
from knowledge.catalogue.affair import Catalogue
from knowledge.language.resume_code import ALPHABET
from knowledge.staff.account import AccountChange, NewAccount, change_faults

_ONLY_TOKENS = "对接系统的账号只用令牌，没有密码。"


@dataclass(frozen=True)
class Registry:
    """Accounts and tokens of one database.

    Attributes:
        actor: Who does it, as the record names them.
    """

    database: Database
    now: datetime
    actor: str = field(default=audit.CONSOLE)
    passwords: PasswordHasher = field(default_factory=PasswordHasher)

    async def add(
        self, new: NewAccount, expires_at: datetime | None = None
    ) -> tuple[StaffAccountRow, NewToken]:
        """An account with its first token; what it is to be must have no :func:`~knowledge.staff.account.faults`."""
        account_id = _new_id()
        made = make(account_id, expires_at)
        await self._record("account_made", account_id, _about(new))
        await self._record("token_made", made.id, {"account": account_id})

        async def store(session: AsyncSession) -> StaffAccountRow:
            account = self._row(account_id, new)
            session.add(account)
            await session.flush()
            session.add(made.row(self.now))
            return account

        return await self.database.transact(store), made

    async def add_account(self, new: NewAccount) -> tuple[StaffAccountRow, str | None]:
        """An account with a one-time password, which its person changes at the first sign-in; faults as for :meth:`add`.

        A partner's system has no password; its tokens are made one by one.
        """
        account_id = _new_id()
        password = None if Role.PARTNER in new.roles else new_password()
        hashed = await self.passwords.hashed(password) if password else None
        await self._record("account_made", account_id, _about(new))
        if password:
            await self._record("password_made", account_id)

        async def store(session: AsyncSession) -> StaffAccountRow:
            account = self._row(account_id, new)
            session.add(account)
            await session.flush()
            if hashed:
                session.add(_one_time(account_id, hashed, self.now))
            return account

        return await self.database.transact(store), password

    async def reset_password(self, account_id: str) -> str:
        """Another one-time password; whoever is signed in with this account is signed out, and a lock after wrong tries ends.

        Raises:
            AccountNotFound: There is none.
            OwnPassword: It is the actor's own.
            InvalidAccount: A partner's system has only tokens.
        """
        if account_id == self.actor:
            raise OwnPassword
        account = await self.account(account_id)
        if any(row.role == Role.PARTNER.value for row in account.roles):
            raise InvalidAccount(_ONLY_TOKENS, faults=[_ONLY_TOKENS])
        password = new_password()
        hashed = await self.passwords.hashed(password)
        await self._record("password_made", account_id)

        async def store(session: AsyncSession) -> None:
            await session.merge(_one_time(account_id, hashed, self.now))
            await repository.end_sessions_of(session, account_id)
            await forgive(session, tries_subject(account_id))

        await self.database.transact(store)
        return password

    def _row(self, account_id: str, new: NewAccount) -> StaffAccountRow:
        return StaffAccountRow(
            id=account_id,
            name=new.name.strip(),
            department=new.department,
            active=True,
            created_at=self.now,
            windows=[StaffWindowRow(window=window) for window in sorted(set(new.windows))],
            roles=[StaffRoleRow(role=role) for role in sorted(set(new.roles))],
        )

    async def add_token(
        self, account_id: str, expires_at: datetime | None = None, name: str = ""
    ) -> NewToken:
        """Another token of an account.

        Args:
            name: For which program it is.

        Raises:
            AccountNotFound: There is none.
        """
        await self.account(account_id)
        made = make(account_id, expires_at, name)
        await self._record("token_made", made.id, {"account": account_id})

        async def store(session: AsyncSession) -> None:
            session.add(made.row(self.now))

        await self.database.transact(store)
        return made

    async def revoke(self, token_id: str, account_id: str = "") -> StaffTokenRow:
        """A token is good for nothing from now on; done before, it stays as it was.

        Args:
            account_id: Whose it must be; empty: anybody's.

        Raises:
            TokenNotFound: There is none.
        """
        found = await self.database.read(lambda session: repository.token_by_id(session, token_id))
        if found is None or account_id not in ("", found.account):
            raise TokenNotFound
        await self._record("token_revoked", token_id)

        async def mark(session: AsyncSession) -> StaffTokenRow:
            token = await repository.token_by_id(session, token_id)
            if token is None:
                raise TokenNotFound
            token.revoked_at = token.revoked_at or self.now
            return token

        return await self.database.transact(mark)

    async def set_active(self, account_id: str, active: bool) -> StaffAccountRow:
        """Disable an account, with all its tokens and sessions, or take it into use again.

        Raises:
            AccountNotFound: There is none.
            LastAdministrator: Nobody would be left to manage accounts over the api.
        """
        await self.account(account_id)
        await self._record("enabled" if active else "disabled", account_id)

        async def mark(session: AsyncSession) -> StaffAccountRow:
            account = await repository.account(session, account_id)
            if account is None:
                raise AccountNotFound
            if not active and account.active:
                left = await repository.lock_administrators(session)
                if left == [account_id]:
                    raise LastAdministrator
            account.active = active
            if not active:
                await repository.end_sessions_of(session, account_id)
            return account

        return await self.database.transact(mark)

    async def change(self, account_id: str, change: AccountChange, catalogue: Catalogue) -> StaffAccountRow:
        """Give an account another department, windows or roles; its tokens stay good and open what it is now.

        Raises:
            AccountNotFound: There is none.
            OwnRoles: The account is the actor's own, and its roles would be others.
            InvalidAccount: With everything that is wrong with the change.
            LastAdministrator: Nobody would be left to manage accounts over the api.
        """
        before = await self.changeable(account_id, change, catalogue)
        await self._record(
            "changed", account_id, {"before": _about(before), "after": _about(change.of(before))}
        )

        async def store(session: AsyncSession) -> StaffAccountRow:
            administrators = await repository.lock_administrators(session)
            account = await repository.account_to_change(session, account_id)
            if account is None:
                raise AccountNotFound
            now = _as_new(account)
            _must_fit(change, now, catalogue)
            after = change.of(now)
            if administrators == [account_id] and Role.ADMINISTRATOR not in after.roles:
                raise LastAdministrator
            account.department = after.department
            _set(account.windows, "window", after.windows, StaffWindowRow)
            _set(account.roles, "role", after.roles, StaffRoleRow)
            return account

        return await self.database.transact(store)

    async def changeable(self, account_id: str, change: AccountChange, catalogue: Catalogue) -> NewAccount:
        """The account as it is before a change that fits it.

        Raises:
            AccountNotFound, OwnRoles, InvalidAccount: As :meth:`change`.
        """
        before = _as_new(await self.account(account_id))
        if account_id == self.actor and set(change.of(before).roles) != set(before.roles):
            raise OwnRoles
        _must_fit(change, before, catalogue)
        return before

    async def account(self, account_id: str) -> StaffAccountRow:
        """One account.

        Raises:
            AccountNotFound: There is none.
        """
        found = await self.database.read(lambda session: repository.account(session, account_id))
        if found is None:
            raise AccountNotFound
        return found

    async def _record(self, act: str, subject: str, data: Mapping[str, Any] | None = None) -> None:
        await audit.record(self.database, self.now, self.actor, act, subject, data)


def _new_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(6))


def _one_time(account_id: str, hashed: str, now: datetime) -> StaffCredentialRow:
    """A password that is to be changed at once. A second factor goes with the old one: whoever lost their phone begins anew."""
    return StaffCredentialRow(
        account=account_id,
        password=hashed,
        must_change=True,
        changed_at=now,
        code_secret=None,
        code_pending=None,
        code_step=None,
    )


def _as_new(account: StaffAccountRow) -> NewAccount:
    """An account as its rules see it."""
    windows, roles = [row.window for row in account.windows], [row.role for row in account.roles]
    return NewAccount(account.name, account.department, tuple(windows), tuple(roles))


def _about(account: NewAccount) -> dict[str, Any]:
    """What the record says of an account; the name is with the account itself."""
    return {
        "department": account.department,
        "windows": sorted(account.windows),
        "roles": sorted(account.roles),
    }


def _must_fit(change: AccountChange, account: NewAccount, catalogue: Catalogue) -> None:
    if found := change_faults(change, account, catalogue):
        raise InvalidAccount("".join(found), faults=found)


def _set(rows: list[Any], column: str, wanted: Iterable[str], kind: type[Any]) -> None:
    """The rows become those that are wanted; those that stay are not written."""
    missing = set(wanted) - {getattr(row, column) for row in rows}
    rows[:] = [row for row in rows if getattr(row, column) in wanted]
    rows.extend(kind(**{column: value}) for value in sorted(missing))
