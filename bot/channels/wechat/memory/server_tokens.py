"""Tokens of the platform's servers, sealed, one for all processes; also the cursor behind which messages are fetched."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.channels.wechat.memory.followers import Secrets
from bot.database import Run, wechat_token


class ServerTokens:
    """Keeps tokens."""

    def __init__(self, run: Run, secrets: Secrets) -> None:
        self._run = run
        self._secrets = secrets

    async def of(self, kind: str) -> sa.Row[Any] | None:
        """A token of the server as it was fetched last."""
        query = sa.select(wechat_token).where(wechat_token.c.name == kind)
        return await self._run(lambda connection: connection.execute(query).one_or_none())

    async def may_fetch(self, kind: str, at: float, until: float) -> bool:
        """Be the one process that fetches the token; the others wait until then."""
        t, mine = wechat_token.c, {"fetching_until": until}
        free = wechat_token.update().where(t.name == kind, t.fetching_until < at).values(**mine)
        if await self._run(lambda connection: connection.execute(free).rowcount):
            return True
        row = {"name": kind, "value": "", "until": 0.0, "forced_at": 0.0, **mine}
        try:
            await self._run(lambda connection: connection.execute(wechat_token.insert(), row))
        except IntegrityError:
            return False
        return True

    async def leave(self, kind: str) -> None:
        """Let others fetch again."""
        statement = wechat_token.update().where(wechat_token.c.name == kind).values(fetching_until=0.0)
        await self._run(lambda connection: connection.execute(statement))

    async def keep(self, kind: str, value: str, until: float, forced_at: float | None = None) -> None:
        """Keep a token for all processes."""
        values = {
            "value": self._secrets.seal({"token": value}) if value else "",
            "until": until,
            "fetching_until": 0.0,
        }
        if forced_at is not None:
            values["forced_at"] = forced_at
        statement = wechat_token.update().where(wechat_token.c.name == kind).values(**values)
        await self._run(lambda connection: connection.execute(statement))

    def opened(self, sealed: str) -> str:
        """A token that was kept, in the clear."""
        return self._secrets.unseal(sealed).get("token", "")
