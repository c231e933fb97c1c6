"""Deliver what lies in the outbox: at least once each, always under the same key, whenever and wherever the process is stopped.

A message is leased in one short transaction, sent, and marked in another one. What stays in the house is kept in that same transaction
and so exactly once. Who is killed in between leaves a lease that runs out.
"""

from __future__ import annotations

import asyncio
import logging
import random
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox import lease
from api.outbox.commit_signal import bell_of
from api.outbox.delays import delay
from api.outbox.http_post import Post, Undelivered
from api.outbox.message import Message, Parcel, Sender
from api.platform.errors import Busy
from api.services import Services

BATCH = 50
"""Messages a transaction: on SQLite other writers wait meanwhile."""

AT_ONCE = 16
"""Sendings under way at the same time."""

AFTER_A_FAULT_S = 1.0
"""Pause where the database did not answer."""

log = logging.getLogger("intake.outbox")


class Deliverer:
    """Takes messages of one database to where they belong."""

    def __init__(
        self, services: Services, senders: Mapping[str, Sender], *, post: Post | None = None
    ) -> None:
        self._services = services
        self._database = services.database
        self._senders = senders
        self._post = post or Post()
        self._me = secrets.token_hex(8)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Deliver whatever comes until told to stop; what is under way then is finished."""
        bell = bell_of(self._database.engine.sync_engine)
        has_begun = False
        while not stopping.is_set():
            bell.clear()
            try:
                if not has_begun:
                    await self._push_what_lies_ready()
                    has_begun = True
                while not stopping.is_set() and await self.deliver_due():
                    pass
                pause = await self._pause(self._services.settings.outbox_poll_s)
            except Exception as error:  # a database that is away comes back; what is due stays due
                log.error("delivery put off: %s", type(error).__name__)
                pause = AFTER_A_FAULT_S
            await _either(bell, stopping, pause)
        await self.close()

    async def deliver_due(self) -> int:
        """Try a batch of what is due; what goes over the network may still be under way afterwards.

        Returns:
            How many messages were taken.
        """
        now = self._services.now()
        take = partial(lease.take, me=self._me, now=now, most=BATCH)
        taken = await self._database.transact(take)
        stays: list[tuple[Message, Parcel]] = []
        for message in taken:
            parcel = await self._made(message)
            if parcel is None:
                continue
            if parcel.post is None:
                stays.append((message, parcel))
            else:
                await self._start(message, parcel)
        await self._keep(stays)
        return len(taken)

    async def settled(self) -> None:
        """Wait for everything that is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def close(self) -> None:
        await self.settled()
        await self._post.close()

    async def _made(self, message: Message) -> Parcel | None:
        """The parcel of a message; one that cannot be made is a failure of its own and stops no other."""
        sender = self._senders.get(message.topic)
        try:
            if sender is None:
                raise Undelivered("no_sender")
            return sender(message, self._services, self._post)
        except Undelivered as failure:
            await self._failed(message, failure)
        except Exception as error:
            log.error("not made: %s", type(error).__name__)
            await self._failed(message, Undelivered(type(error).__name__))
        return None

    async def _start(self, message: Message, parcel: Parcel) -> None:
        await self._room.acquire()
        task = asyncio.create_task(self._send(message, parcel))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _send(self, message: Message, parcel: Parcel) -> None:
        try:
            assert parcel.post is not None
            await parcel.post()
            await self._keep([(message, parcel)])
        except Undelivered as failure:
            await self._failed(message, failure)
        except Busy:
            log.warning("sent and not marked, will be sent again: the database is busy")
        except Exception as error:  # a message that cannot be made must not stop the others
            log.error("not delivered: %s", type(error).__name__)
            await self._failed(message, Undelivered(type(error).__name__))
        finally:
            self._room.release()

    async def _keep(self, parcels: Sequence[tuple[Message, Parcel]]) -> None:
        """Mark several in one transaction; where that fails, each by itself, so that one cannot hold up the others."""
        try:
            await self._mark(parcels)
        except Busy:
            raise
        except Exception as error:
            if len(parcels) == 1:
                log.error("not kept: %s", type(error).__name__)
                await self._failed(parcels[0][0], Undelivered(type(error).__name__))
            else:
                for one in parcels:
                    await self._keep([one])

    async def _mark(self, parcels: Sequence[tuple[Message, Parcel]]) -> None:
        ended = defaultdict[tuple[str, timedelta | None], list[int]](list)
        for message, parcel in parcels:
            ended[parcel.state, parcel.again_in].append(message.id)

        async def work(session: AsyncSession) -> None:
            for _, parcel in parcels:
                if parcel.keep is not None:
                    await parcel.keep(session)
            for (state, again), ids in ended.items():
                await lease.delivered(session, ids, state, again, self._services.now())

        if parcels:
            await self._database.transact(work)

    async def _failed(self, message: Message, failure: Undelivered) -> None:
        wait = delay(message.tries, random.random(), failure.retry_after)
        now = self._services.now()
        mark = partial(
            lease.failed, message=message, me=self._me, code=failure.code[:100], wait=wait, now=now
        )
        if await self._database.transact(mark):
            log.error("given up topic=%s code=%s", message.topic, failure.code)

    async def _push_what_lies_ready(self) -> None:
        receivers = tuple(self._services.settings.department_webhooks)
        push = partial(lease.push_offered, receivers=receivers, now=self._services.now())
        if receivers:
            await self._database.transact(push)

    async def _pause(self, longest_s: float) -> float:
        """Seconds until there is something to do, if nobody rings before."""
        due = await self._database.read(lease.next_due)
        if due is None:
            return longest_s
        return min(max((due - self._services.now()).total_seconds(), 0.05), longest_s)


async def _either(bell: asyncio.Event, stopping: asyncio.Event, seconds: float) -> None:
    """Wait for one of two events, or the time."""
    waits = [asyncio.create_task(event.wait()) for event in (bell, stopping)]
    await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    await asyncio.gather(*waits, return_exceptions=True)
