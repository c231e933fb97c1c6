"""Wrong passwords and codes: five of an account in a quarter of an hour lock it for as long, and so do many from one address.

A try is counted before it is judged, since judging takes a tenth of a second and must not hold up whoever else writes; parallel ones cannot
slip through. What was right is given back.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.sessions import tries_subject
from api.platform.attempt_limit import (
    MOST_WRONG,
    count_try,
    forgive,
    give_back,
    locked_until,
    note_lock,
)
from api.platform.clock import at_centre
from api.platform.errors import SignInLocked
from api.services import Services

MOST_WRONG_FROM_ADDRESS = 50
"""A whole office can stand behind one address, and several people mistype theirs on a Monday morning."""


NOBODY = "unknown"
"""How the record names accounts that there are not."""


class Try:
    """One try of somebody who says that an account is theirs."""

    def __init__(self, account_id: str, address: str, services: Services) -> None:
        self._account_id = account_id
        self._account = tries_subject(account_id)
        self._address = services.vault.digest("tries/session/address", address)
        self._services = services
        self._count = 0

    async def begin(self) -> None:
        """Count it.

        Raises:
            SignInLocked: There were too many; this one is not judged.
        """
        now = self._services.now()

        async def count(session: AsyncSession) -> int:
            if until := await locked_until(session, self._account, now):
                raise _locked(until, now, f"密码或验证码连续错了{MOST_WRONG}次")
            if until := await locked_until(session, self._address, now, MOST_WRONG_FROM_ADDRESS):
                raise _locked(until, now, "这个网络里输错的次数太多")
            await count_try(session, self._address, now, MOST_WRONG_FROM_ADDRESS)
            return await count_try(session, self._account, now)

        self._count = await self._services.database.transact(count)

    async def was_wrong(self, *, of_known_account: bool) -> None:
        """It stays counted; that an account is locked now is on record, and without its name where there is none: it may be a password."""
        note_lock(self._count, self._account)
        if self._count == MOST_WRONG:
            services, account = self._services, self._account_id if of_known_account else NOBODY
            await audit.record(services.database, services.now(), account, "sign_in_locked", account)

    async def was_no_guess(self) -> None:
        """Right as far as it went: the second factor is still to come."""

        async def give(session: AsyncSession) -> None:
            await give_back(session, self._account)
            await give_back(session, self._address)

        await self._services.database.transact(give)

    async def was_right(self, session: AsyncSession) -> None:
        """Nothing is held against the account any more; what others did from this address stays."""
        await forgive(session, self._account)
        await give_back(session, self._address)


def _locked(until: datetime, now: datetime, why: str) -> SignInLocked:
    seconds = max(int((until - now).total_seconds()), 1)
    minutes = -(-seconds // 60)
    return SignInLocked(
        f"{why}，请{minutes}分钟后（{at_centre(until):%H:%M}）再试。", headers={"Retry-After": str(seconds)}
    )
