"""Tickets by which a page belongs to a follower; kept as digests."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.channels.wechat.memory.followers import Follower, Followers, Secrets
from bot.database import Run, wechat_ticket


class Tickets:
    """Keeps tickets, each good once."""

    def __init__(self, run: Run, secrets: Secrets, followers: Followers) -> None:
        self._run = run
        self._secrets = secrets
        self._followers = followers

    async def keep(self, ticket: str, follower: Follower, at: float) -> None:
        """Keep a ticket by which a page belongs to a follower; the same one may be kept again."""
        row = {
            "ticket": self._secrets.digest("wechat/ticket", ticket),
            "follower": follower.name,
            "generation": follower.generation,
            "at": at,
        }
        try:
            await self._run(lambda connection: connection.execute(wechat_ticket.insert(), row))
        except IntegrityError:
            return

    async def use(self, ticket: str, at: float, valid_s: float) -> Follower | None:
        """Whose page a ticket opens; None where it was used, is too old, or is of a conversation that was unbound."""
        t = wechat_ticket.c
        key = self._secrets.digest("wechat/ticket", ticket)
        usable = (t.ticket == key) & t.used_at.is_(None) & (t.at > at - valid_s)

        def work(connection: sa.Connection) -> sa.Row[Any] | None:
            if not connection.execute(wechat_ticket.update().where(usable).values(used_at=at)).rowcount:
                return None
            owner = sa.select(t.follower, t.generation).where(t.ticket == key)
            return connection.execute(owner).one_or_none()

        row = await self._run(work)
        found = await self._followers.by_name(row.follower) if row is not None else None
        return found if found is not None and row is not None and found.generation == row.generation else None
