"""The check-up sees messages that do not get out."""

from __future__ import annotations

import asyncio

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.entry import put
from api.outbox.models import DEAD, OutboxRow
from api.platform.database import Database
from api.platform.settings import Settings
from intake.checkup import outgoing
from tests.api.conftest import MONDAY


class TestOutgoing:
    def test_all_well_then_late_then_given_up(self, settings: Settings) -> None:
        assert outgoing(settings).state == "ok"

        async def late(session: AsyncSession) -> None:
            moment = MONDAY.replace(year=2020)
            put(session, "told", "web", "261123000017", "told/1", {"text": "x"}, moment)

        async def dead(session: AsyncSession) -> None:
            await session.execute(update(OutboxRow).values(state=DEAD))

        for work, words in ((late, "一个多小时"), (dead, "多次没有送到")):

            async def done(work=work) -> None:  # type: ignore[no-untyped-def]
                database = Database(settings.url)
                await database.transact(work)
                await database.close()

            asyncio.run(done())
            found = outgoing(settings)
            assert found.state == "warn" and words in found.says
