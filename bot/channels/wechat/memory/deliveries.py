"""How notices went, so that none goes twice and what WeChat reports afterwards is found."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.database import Run, wechat_delivery


class Deliveries:
    """Keeps how notices went."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def note(self, name: str, follower: str, way: str, code: str, receipt: str, at: float) -> None:
        """Take down how a notice went; tried again, the last time counts."""
        row = {"follower": follower, "way": way, "code": code, "receipt": receipt, "at": at}
        key = wechat_delivery.c.name == name

        def work(connection: sa.Connection) -> None:
            if not connection.execute(wechat_delivery.update().where(key).values(**row)).rowcount:
                connection.execute(wechat_delivery.insert(), {"name": name, **row})

        await self._run(work)

    async def of(self, name: str) -> sa.Row[Any] | None:
        """How a notice went."""
        query = sa.select(wechat_delivery).where(wechat_delivery.c.name == name)
        return await self._run(lambda connection: connection.execute(query).one_or_none())

    async def by_receipt(self, receipt: str) -> str | None:
        """The name of the notice of which WeChat tells under this number."""
        query = sa.select(wechat_delivery.c.name).where(wechat_delivery.c.receipt == receipt)
        return await self._run(lambda connection: connection.execute(query).scalars().first())
