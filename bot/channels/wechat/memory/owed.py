"""What is still owed to followers: answers that were late, and messages that could not be sent. Said once, by whoever takes it up."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.database import Run, wechat_owed

ABANDONED_S = 60.0
"""What a message took to deliver, and did not in this time, was taken by a process that is gone."""


@dataclass(frozen=True)
class Owed:
    """Something that could not be said yet.

    Attributes:
        message: Name of the message whose answer it is, where that answer is kept with the conversation.
    """

    id: int
    name: str
    body: list[dict[str, Any]] | None
    at: float

    @property
    def message(self) -> str:
        return self.name.removeprefix("late/")


class OwedWords:
    """Keeps what is owed."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def owe(
        self, follower: str, name: str, body: Sequence[Mapping[str, Any]] | None, at: float
    ) -> bool:
        """Keep something that has still to be said; False where it is kept already, or was said."""
        row = {
            "follower": follower,
            "name": name[:80],
            "body": json.dumps(list(body), ensure_ascii=False) if body is not None else None,
            "state": "open" if body is not None else "pending",
            "at": at,
        }
        try:
            await self._run(lambda connection: connection.execute(wechat_owed.insert(), row))
        except IntegrityError:
            return False
        return True

    async def take_up(self, follower: str, name: str, by: str, at: float) -> bool:
        """Be the one who says something that is owed; False where somebody else is."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.name == name[:80], o.state.in_(("open", "pending")))
            .values(state="taken", taken_by=by, taken_at=at)
        )
        return bool(await self._run(lambda connection: connection.execute(statement).rowcount))

    async def of(self, follower: str, at: float) -> list[Owed]:
        """What is owed to a follower, the oldest first; not what somebody is about to say."""
        o = wechat_owed.c
        abandoned = (o.state == "taken") & (o.taken_at < at - ABANDONED_S)
        query = (
            sa.select(wechat_owed)
            .where(o.follower == follower, o.state.in_(("open", "pending")) | abandoned)
            .order_by(o.id)
        )
        rows = await self._run(lambda connection: connection.execute(query).all())
        return [Owed(row.id, row.name, json.loads(row.body) if row.body else None, row.at) for row in rows]

    async def claim(self, owed: Sequence[Owed], by: str, at: float) -> list[Owed]:
        """Those that are left for a message to say, and that nobody else says meanwhile."""
        o = wechat_owed.c
        free = o.state.in_(("open", "pending")) | ((o.state == "taken") & (o.taken_at < at - ABANDONED_S))
        taken = {"state": "taken", "taken_by": by, "taken_at": at}

        def work(connection: sa.Connection) -> list[Owed]:
            return [
                one
                for one in owed
                if connection.execute(
                    wechat_owed.update().where(o.id == one.id, free).values(**taken)
                ).rowcount
            ]

        return await self._run(work)

    async def release(self, follower: str, by: str) -> None:
        """What was taken up could not be said: it is owed again."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.taken_by == by, o.state == "taken")
            .values(state="open")
        )
        await self._run(lambda connection: connection.execute(statement))

    async def said(self, follower: str, by: str) -> None:
        """What was taken up under a name has been said."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.taken_by == by, o.state == "taken")
            .values(state="done", body=None)
        )
        await self._run(lambda connection: connection.execute(statement))
