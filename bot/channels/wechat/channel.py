"""The channel: a message in, its answer within WeChat's five seconds, and whatever is not ready by then afterwards."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Protocol

from actions.client.api_client import ApiClient, ApiProblem, ApiUnreachable
from actions.reply.parts import spoken
from bot.channels.once import Once
from bot.channels.talk import show_the_desk
from bot.channels.transcript import Entry, Transcript
from bot.channels.wechat.answers import CHANNEL, Answers, Task
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.links import PageLinks
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.memory.owed import ABANDONED_S, Owed
from bot.channels.wechat.platform.errors import Meaning, PlatformFault
from bot.channels.wechat.quota import ACTS
from bot.channels.wechat.rendering import Outgoing, composed
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.wording import say
from bot.channels.wire import BadMessage
from bot.conversation import Conversation, Exchange
from bot.reply import Message

log = logging.getLogger("intake.wechat")


class Mailbox(Protocol):
    """Sends a message of the account's own accord."""

    async def send(self, openid: str, message: Outgoing) -> None:
        """Send it.

        Raises:
            PlatformFault: It was not sent.
        """
        ...


class WeChatChannel:
    """Answers what followers send."""

    def __init__(
        self,
        conversation: Conversation,
        client: ApiClient,
        transcript: Transcript,
        store: WeChatStore,
        answers: Answers,
        links: PageLinks,
        mailbox: Mailbox | None,
        *,
        within_s: float,
        patience: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._once = Once(conversation, transcript, CHANNEL)
        self._client = client
        self._transcript = transcript
        self._store = store
        self._answers = answers
        self._links = links
        self._mailbox = mailbox
        self._within_s = within_s
        self._patience = patience
        self._clock = clock
        self._afterwards: set[asyncio.Task[None]] = set()

    async def take(self, message: Incoming, waited_s: float = 0.0) -> Outgoing | None:
        """Answer one message or event; None where nothing is to be said.

        The copies of a message get the answer of the first. What cannot be said now comes of the account's own accord, or with the next
        answer.

        Args:
            waited_s: How long WeChat has waited already.
        """
        began = time.monotonic() - waited_s
        acted = message.kind == "event" and message.event in ACTS
        follower = await self._store.followers.met(
            message.user, self._clock(), spoke=message.kind != "event", acted=acted
        )
        task = await self._answers.task_of(message, follower)
        if task is None:
            return None
        answering = asyncio.create_task(self._answered(message.name, task, follower))
        if not await self._is_soon(answering, began):
            await self._answer_later(message.name, follower, answering)
            return Outgoing(say("wait"))
        try:
            entry = answering.result()
        except BadMessage:  # the same name for other words: never WeChat
            return None
        return await self._first_of(message.name, entry, follower)

    async def settled(self) -> None:
        """Wait for what is being sent afterwards."""
        while self._afterwards:
            await asyncio.wait(self._afterwards)

    async def close(self) -> None:
        """Let what is under way come to its end."""
        await self.settled()

    async def _is_soon(self, answering: asyncio.Task[Entry], began: float) -> bool:
        """Whether there is an answer while WeChat still waits."""
        left = max(0.0, self._within_s - (time.monotonic() - began))
        patience = asyncio.ensure_future(self._patience(left))
        await asyncio.wait({answering, patience}, return_when=asyncio.FIRST_COMPLETED)
        patience.cancel()
        return answering.done()

    async def _answered(self, name: str, task: Task, follower: Follower) -> Entry:
        """The answer, with what was owed before it."""

        owes_nothing = False

        async def handle() -> Exchange:
            nonlocal owes_nothing
            exchange = await task.handle()
            overdue = await self._overdue(name, follower)
            owes_nothing = not overdue
            return Exchange(exchange.said, [*overdue, *exchange.messages])

        entry = await self._once.take(follower.conversation, name, task.said, handle)
        if not owes_nothing:  # a copy does not know what the first one has said
            await self._store.owed.said(follower.name, name)
        await self._show_the_desk(entry, follower)
        return entry

    async def _show_the_desk(self, entry: Entry, follower: Follower) -> None:
        """Whoever is asked for reads what was said before; an answer does not fail for it."""
        try:
            await show_the_desk(self._client, self._transcript, follower.conversation, CHANNEL, entry)
        except (ApiProblem, ApiUnreachable) as fault:
            log.warning("not shown at the desk: %s", type(fault).__name__)

    async def _overdue(self, name: str, follower: Follower) -> list[Message]:
        """What could not be said before."""
        owed = await self._store.owed.of(follower.name, self._clock())
        ready = [(one, words) for one in owed if (words := await self._words_of(one, follower))]
        if not ready:
            return []
        mine = {
            one.id for one in await self._store.owed.claim([one for one, _ in ready], name, self._clock())
        }
        texts = [words for one, words in ready if one.id in mine]
        return [spoken("\n".join([say("owed"), *texts])).message()] if texts else []

    async def _words_of(self, owed: Owed, follower: Follower) -> str:
        """What is owed in words; of an answer that was late those that are kept with the conversation."""
        messages: Sequence[dict[str, Any]] | None = owed.body
        if messages is None:
            entry = await self._transcript.entry(follower.conversation, owed.message)
            messages = entry.messages if entry is not None else None
            if messages is None and owed.at < self._clock() - ABANDONED_S:
                return say("owed_lost")
        return "\n".join(str(one.get("text", "")) for one in messages or ())

    async def _first_of(self, name: str, entry: Entry, follower: Follower) -> Outgoing | None:
        """What is answered at once; the rest follows, once."""
        parts = await self._composed(name, entry, follower, articles=self._mailbox is not None)
        if not parts:
            return None
        if parts[1:]:
            self._start(self._hand_on(f"rest/{name}", follower, parts[1:]))
        return parts[0]

    async def _composed(
        self, name: str, entry: Entry, follower: Follower, *, articles: bool
    ) -> list[Outgoing]:
        links = self._links.of(follower, name)
        parts = composed(entry.messages or [], links, articles=articles)
        for ticket in links.tickets if links else ():
            await self._store.tickets.keep(ticket, follower, self._clock())
        return parts

    async def _answer_later(self, name: str, follower: Follower, answering: asyncio.Task[Entry]) -> None:
        """Have the answer follow; of several copies the first one sees to it."""
        if await self._store.owed.owe(follower.name, f"late/{name}", None, self._clock()):
            self._start(self._late(name, follower, answering))
        else:
            answering.add_done_callback(_looked_at)

    async def _late(self, name: str, follower: Follower, answering: asyncio.Task[Entry]) -> None:
        try:
            entry = await answering
        except BadMessage:
            return
        by = f"late/{name}"
        if await self._store.owed.take_up(follower.name, by, by, self._clock()):
            await self._hand_on(by, follower, await self._composed(name, entry, follower, articles=True))
            await self._store.owed.said(follower.name, by)

    async def _hand_on(self, name: str, follower: Follower, parts: Sequence[Outgoing]) -> None:
        """Send of our own accord what may be sent; the rest is owed. What was handed on already is not handed on again."""
        is_open = True
        for place, part in enumerate(parts):
            key = f"{name}/{place}"
            if not await self._store.owed.owe(follower.name, key, [{"text": part.as_text}], self._clock()):
                continue
            by = f"send/{key}"[:64]
            if is_open and await self._store.owed.take_up(follower.name, key, by, self._clock()):
                is_open = await self.send(follower, part)
                if is_open:
                    await self._store.owed.said(follower.name, by)
                else:
                    await self._store.owed.release(follower.name, by)

    async def send(self, follower: Follower, message: Outgoing) -> bool:
        """Send of our own accord, within WeChat's limits; False where it was not sent."""
        try:
            return await self.try_to_send(follower, message)
        except PlatformFault:
            return False

    async def try_to_send(self, follower: Follower, message: Outgoing) -> bool:
        """As :meth:`send`, for those who try again.

        Raises:
            PlatformFault: It may work in a while.
        """
        if self._mailbox is None:
            return False
        spent = await self._store.followers.spend(follower.name, self._clock())
        if not spent:
            return False
        try:
            await self._mailbox.send(follower.openid, message)
        except PlatformFault as fault:
            log.info("not sent of our own accord: %s", fault)
            if fault.meaning is Meaning.UNDELIVERABLE:
                await self._store.followers.spent(follower.name)
            else:
                await self._store.followers.give_back(follower.name, spent)
            if fault.meaning is Meaning.LATER:
                raise
            return False
        return True

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._afterwards.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._afterwards.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("afterwards: %s", type(error).__name__)


def _looked_at(task: asyncio.Task[Entry]) -> None:
    """A failure that nobody waits for is not reported as forgotten."""
    if not task.cancelled():
        task.exception()
