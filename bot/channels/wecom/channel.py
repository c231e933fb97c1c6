"""The channel: the callback only says that something came; messages are fetched in order, answered once, and sent."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable
from typing import Any

from actions.reply.parts import spoken
from bot.channels.once import Once
from bot.channels.transcript import Transcript
from bot.channels.wechat.links import PageLinks
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.rendering import composed
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.wording import say
from bot.channels.wecom.server import Server
from bot.channels.wire import BadMessage
from bot.conversation import Conversation, Exchange

CHANNEL = "wecom"
FROM_PERSON = 3
_TOLD = {"image": "file", "voice": "voice_empty", "video": "video", "file": "file", "link": "link"}
CURSOR = "wecom-cursor"

log = logging.getLogger("intake.wecom")


class WeComChannel:
    """Answers what people write to the customer service."""

    def __init__(
        self,
        conversation: Conversation,
        transcript: Transcript,
        store: WeChatStore,
        links: PageLinks,
        server: Server,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._once = Once(conversation, transcript, CHANNEL)
        self._conversation = conversation
        self._store = store
        self._links = links
        self._server = server
        self._clock = clock
        self._fetching = asyncio.Lock()
        self._under_way: set[asyncio.Task[None]] = set()

    def came(self, token: str, account: str) -> None:
        """Something came: fetch and answer it beside the callback, which has five seconds."""
        task = asyncio.create_task(self._fetch(token, account))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Let what is under way come to its end."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _fetch(self, token: str, account: str) -> None:
        """Everything that came since the cursor; it moves on only behind what is answered, so that nothing is lost."""
        async with self._fetching:
            try:
                has_more = True
                while has_more:
                    row = await self._store.tokens.of(CURSOR)
                    cursor = self._store.tokens.opened(row.value) if row is not None and row.value else ""
                    messages, after, has_more = await self._server.messages(cursor, token, account)
                    for message in messages:
                        await self._answer(message)
                    now = self._clock()
                    await self._store.tokens.may_fetch(CURSOR, now, now)
                    await self._store.tokens.keep(CURSOR, after, float("inf"))
            except PlatformFault as fault:
                log.error("not fetched: %s", fault.says)

    async def _answer(self, message: dict[str, Any]) -> None:
        if message.get("origin") != FROM_PERSON or not message.get("external_userid"):
            return
        user, account = str(message["external_userid"]), str(message["open_kfid"])
        follower = await self._store.followers.met(f"wecom/{user}", self._clock(), spoke=True)
        kind = str(message.get("msgtype", ""))
        text = str((message.get("text") or {}).get("content", "")) if kind == "text" else f"[{kind}]"
        name = f"k-{hashlib.sha256(str(message['msgid']).encode()).hexdigest()[:40]}"
        try:
            entry = await self._once.take(
                follower.conversation, name, text, lambda: self._exchange(kind, text, name, follower)
            )
        except BadMessage:
            return
        links = self._links.of(follower, name)
        for place, part in enumerate(composed(entry.messages or [], links)):
            for ticket in links.tickets if links else ():
                await self._store.tickets.keep(ticket, follower, self._clock())
            try:
                await self._server.send(user, account, f"{name[:28]}{place:02}", part)
            except PlatformFault as fault:
                log.warning("not sent: %s", fault)

    async def _exchange(self, kind: str, text: str, name: str, follower: Follower) -> Exchange:
        if kind == "text":
            return await self._conversation.exchange(text, follower.conversation, CHANNEL, name)
        return Exchange(text, [spoken(say(_TOLD.get(kind, "unknown"))).message()])
