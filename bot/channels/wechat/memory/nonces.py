"""Nonces that were used, each with what came under it."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.database import Run, wechat_nonce


class Nonces:
    """Remembers nonces for as long as a request with one could be taken."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def use(self, nonce: str, content: str, at: float) -> int:
        """Count the use of a nonce; see :class:`bot.channels.wechat.gate.Nonces`."""
        key = hashlib.sha256(nonce.encode()).hexdigest()
        table = wechat_nonce

        def first(connection: sa.Connection) -> int:
            connection.execute(table.insert(), {"nonce": key, "content": content, "times": 1, "at": at})
            return 1

        def again(connection: sa.Connection) -> int:
            mine = (table.c.nonce == key) & (table.c.content == content)
            if not connection.execute(table.update().where(mine).values(times=table.c.times + 1)).rowcount:
                return 0
            return int(connection.execute(sa.select(table.c.times).where(mine)).scalar_one())

        try:
            return await self._run(first)
        except IntegrityError:
            return await self._run(again)
