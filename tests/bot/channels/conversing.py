"""A dialogue for tests of channels: answers every message with its count, as slowly as it is told."""

from __future__ import annotations

import asyncio

from bot.conversation import Exchange


class Counting:
    """Stands where :class:`bot.conversation.Conversation` stands.

    Attributes:
        taken: Names of messages that it took before the test begins.
    """

    def __init__(self, delay: float = 0.0) -> None:
        self.delay = delay
        self.heard: list[str] = []
        self.taken: set[str] = set()

    async def has_taken(self, message: str, sender: str, channel: str) -> bool:
        return message in self.taken

    async def exchange(self, text: str, sender: str, channel: str, message: str = "") -> Exchange:
        self.heard.append(text)
        await asyncio.sleep(self.delay)
        said = text.replace("13800001234", "[手机号]")
        return Exchange(said, [{"recipient_id": sender, "text": f"第{len(self.heard)}句"}])
