"""The stage: the case system and the dialogue of this process once more, on tables of their own that are emptied after each test.

Drafts, notices, cases and what was not understood go to these tables, so that nothing of a test can reach a figure, a queue, an officer
or a log. What is published - catalogue, matchers, answers, the model of the dialogue - is that of the process, always the latest.
"""

from __future__ import annotations

import asyncio
import itertools
import math
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from actions.client.api_client import ApiClient, speaking_to
from actions.reading.witness import looking_on
from intake.rehearsing.explanation import rehearsed_turn

if TYPE_CHECKING:
    from fastapi import FastAPI

    from api.services import Services
    from api.studio.rehearsal_schemas import RehearsedTurn
    from bot.engine import Engine
    from bot.tracker_store import DialogueStore

CHANNEL = "rehearsal"


class Stage:
    """Holds test conversations, one after the other; the tables are made when the first is held."""

    def __init__(self, engine: Engine, services: Services) -> None:
        self._engine = engine
        self._services = services
        self._numbers = itertools.count(1)
        self._alone = asyncio.Lock()
        self._folder: Path | None = None
        self._app: FastAPI
        self._own: Services
        self._store: DialogueStore
        self._swept: asyncio.Task[None] | None = None

    async def rehearse(self, turns: Sequence[str], published: Services | None = None) -> list[RehearsedTurn]:
        """Hold a conversation and forget it.

        Args:
            published: What is published in it; that of the process, where it is not given.

        Returns:
            How each message was read and answered.
        """
        async with self._alone:
            if self._folder is None:
                await self._set_up()
            if self._swept is not None:
                await self._swept
            try:
                return await self._held(turns, published or self._services)
            finally:
                self._swept = asyncio.create_task(self._sweep())

    async def close(self) -> None:
        """Take the stage down, with everything on it."""
        if self._swept is not None:
            await self._swept
        if self._folder is not None:
            await self._own.database.close()
            self._store.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    async def _held(self, turns: Sequence[str], published: Services) -> list[RehearsedTurn]:
        from api.published.encoding import noting_what_is_asked
        from bot.conversation import Conversation

        self._app.state.services = self._services_of_the_stage(published)
        client = ApiClient.in_process(self._app, self._services.channels_token)
        conversation = Conversation(self._engine.on(self._store), client)
        sender = f"test-{next(self._numbers)}"
        told: list[RehearsedTurn] = []
        with speaking_to(client):
            for text in turns:
                began = time.perf_counter()
                with looking_on() as seen, noting_what_is_asked() as asked:
                    exchange = await conversation.exchange(text, sender, CHANNEL)
                took_ms = (time.perf_counter() - began) * 1000
                told.append(rehearsed_turn(exchange, seen, asked, took_ms, published))
        return told

    def _services_of_the_stage(self, published: Services) -> Services:
        """What is published, over the tables of the stage."""
        _ = published.foreign, published.subjects  # made once there, and taken along
        own = replace(
            published,
            settings=self._own.settings,
            database=self._own.database,
            desks=self._own.desks,
            live=self._own.live,
            presence=self._own.presence,
            limiter=self._own.limiter,
            locks=self._own.locks,
            findings=self._own.findings,
            couriers={},
            rehearse=None,
        )
        own.questions = published.questions
        return own

    async def _set_up(self) -> None:
        from api.app import stage_app
        from api.platform.database import Database
        from api.platform.desk_watchers import DeskWatchers
        from api.platform.keyed_locks import KeyedLocks
        from api.platform.presence import Presence
        from api.platform.rate_limiter import RateLimiter
        from api.platform.recent_values import RecentValues
        from api.platform.stream_watchers import Watchers
        from api.tables import metadata

        folder = Path(tempfile.mkdtemp(prefix="intake-rehearsal-"))
        quiet = {
            "data_dir": folder,
            "database_url": "",
            "channel_webhooks": {},
            "department_webhooks": {},
            "authority_webhook": None,
        }
        settings = self._services.settings.model_copy(update=quiet)
        database = Database(settings.url)
        async with database.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        self._own = replace(
            self._services,
            settings=settings,
            database=database,
            desks=DeskWatchers(),
            live=Watchers(),
            presence=Presence(),
            limiter=RateLimiter("memory://"),
            locks=KeyedLocks(),
            findings=RecentValues(100),
        )
        self._app = stage_app()
        self._store = await asyncio.to_thread(_dialogues, folder)
        self._folder = folder

    async def _sweep(self) -> None:
        """Empty every table: what was tried is gone before the next test."""
        from api.tables import metadata

        async with self._own.database.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(table.delete())
        await self._store.forget(math.inf)


def _dialogues(folder: Path) -> DialogueStore:
    import sqlalchemy as sa

    from bot.database import metadata
    from bot.tracker_store import DialogueStore

    url = f"sqlite:///{folder / 'dialogues.db'}"
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    engine.dispose()
    return DialogueStore(url=url)
