"""Each message of a page or an account is handled once: a double tap or a retry gets the answer of the first."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from actions.reply.parts import spoken
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from bot.channels.transcript import Entry, Transcript
from bot.channels.wire import BadMessage
from bot.conversation import Conversation, Exchange
from bot.reply import Message
from knowledge.base.text import normalise
from knowledge.privacy.redaction import redact

WAIT_S = 8.0
"""A message begun by another process is waited for as long as a turn can take."""

AGAIN = "再说一遍"
"""What is said for somebody whose answer was lost: the dialogue tells it again, and asks what is open."""

_LOOK_EVERY_S = 0.2

Handle = Callable[[], Awaitable[Exchange]]
"""Answers what came in where it is not just words for the dialogue."""


class Once:
    """Handles the messages of one channel, each once.

    Args:
        channel: Name of the channel.
    """

    def __init__(self, conversation: Conversation, transcript: Transcript, channel: str) -> None:
        self._conversation = conversation
        self._transcript = transcript
        self._channel = channel
        self._running: dict[tuple[str, str], asyncio.Task[Entry]] = {}
        self._began = time.time()

    def is_under_way(self, token: str, message: str) -> bool:
        """Whether the message is being handled, so that the same one costs nothing more."""
        return (token, message) in self._running

    async def take(self, token: str, message: str, text: str, handle: Handle | None = None) -> Entry:
        """Handle a message, or give the answer it has had.

        Args:
            token: Of the conversation.
            message: The page's own name of the message, the same when it is sent again.
            text: What came in; of a picture or an act, words that are the same whenever it is sent again.
            handle: Answers it; by default the dialogue does.

        Raises:
            BadMessage: The name was used for another text.
        """
        key = (token, message)
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(self._handled(token, message, text, handle))
            self._running[key] = task
            task.add_done_callback(lambda _: self._running.pop(key, None))
        entry = await asyncio.shield(task)
        if entry.digest != self._transcript.digest("text", text):
            raise BadMessage("message_id_reused", "这个消息编号已经用在另一句话上，请换一个编号再发", 409)
        return entry

    async def _handled(self, token: str, message: str, text: str, handle: Handle | None) -> Entry:
        handle = handle or (lambda: self._conversation.exchange(text, token, self._channel, message))
        earlier = await self._transcript.begin(token, message, text)
        if earlier is None:
            return await self._answered(token, message, handle)
        if earlier.messages is not None:
            return earlier
        if (ended := await self._awaited(token, message)) is not None:
            return ended
        if earlier.at >= self._began:  # whoever began it may still be at it
            return await self._unknown(token, message, text)
        return await self._taken_up(token, message, text, handle)

    async def _answered(self, token: str, message: str, handle: Handle) -> Entry:
        exchange = await handle()
        return await self._finished(token, message, exchange.said, exchange.messages)

    async def _taken_up(self, token: str, message: str, text: str, handle: Handle) -> Entry:
        """The process that began it is gone: what the dialogue had not taken to the end is done now, else only its answer is missing."""
        if not await self._conversation.has_taken(message, token, self._channel):
            return await self._answered(token, message, handle)
        again = await self._conversation.exchange(AGAIN, token, self._channel)
        told = spoken(say("answer_lost")).message()
        return await self._finished(token, message, _without_personal_data(text), [told, *again.messages])

    async def _awaited(self, token: str, message: str) -> Entry | None:
        for _ in range(int(WAIT_S / _LOOK_EVERY_S)):
            await asyncio.sleep(_LOOK_EVERY_S)
            entry = await self._transcript.entry(token, message)
            if entry is not None and entry.messages is not None:
                return entry
        return None

    async def _unknown(self, token: str, message: str, text: str) -> Entry:
        """Another process has begun it and does not come to an end: nothing can be said of what was done, so it is not done again."""
        told = spoken(say("fault", phone=CONSULT_PHONE), {"kind": "error", "code": "interrupted"})
        return await self._finished(token, message, _without_personal_data(text), [told.message()])

    async def _finished(self, token: str, message: str, said: str, messages: list[Message]) -> Entry:
        await self._transcript.finish(token, message, said, messages)
        entry = await self._transcript.entry(token, message)
        assert entry is not None
        return entry


def _without_personal_data(text: str) -> str:
    return redact(normalise(text), expecting_tail=True, expecting_name=True)[0]
