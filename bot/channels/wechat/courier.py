"""What the api hands over for followers: news of their cases, and what an officer says to them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from actions.reply.parts import spoken
from actions.reply.wording import say
from bot.channels.wechat.channel import WeChatChannel
from bot.channels.wechat.progress import CUSTOM, UNKNOWN, WAITING, Progress
from bot.channels.wechat.rendering import composed
from bot.channels.wechat.store import WeChatStore, key_of

TALK = "talk"


class Courier:
    """Takes it to them."""

    def __init__(
        self,
        progress: Progress,
        channel: WeChatChannel,
        store: WeChatStore,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._progress = progress
        self._channel = channel
        self._store = store
        self._clock = clock

    async def take(self, told: dict[str, Any]) -> str:
        """Hand one message on; the way on which it went.

        Raises:
            PlatformFault: It may work later.
        """
        return await (self._bring(told) if told.get("kind") == TALK else self._progress.tell(told))

    async def _bring(self, told: Mapping[str, Any]) -> str:
        """What an officer says, at once where the account may write; what waits goes along with the next reply of the dialogue."""
        follower = await self._store.followers.by_conversation(str(told.get("conversation", "")))
        if follower is None:
            return UNKNOWN
        key = key_of(str(told["key"]))
        if await self._store.deliveries.of(key) is not None:
            return CUSTOM
        text = "\n".join(_said(line) for line in told["lines"])
        for part in composed([spoken(text).message()]):
            if not await self._channel.try_to_send(follower, part):
                return WAITING
        await self._store.deliveries.note(key, follower.name, CUSTOM, "", "", self._clock())
        return CUSTOM


def _said(line: Mapping[str, Any]) -> str:
    text = str(line.get("text", ""))
    return say("person_officer", text=text) if line.get("speaker") == "officer" else text
