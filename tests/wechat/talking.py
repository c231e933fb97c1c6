"""A dialogue for the account's tests: says what it is told to, when it is told to."""

from __future__ import annotations

import asyncio
from typing import Any

from actions.reply.parts import Reply, spoken
from bot.conversation import Exchange
from bot.reply import Message


class Dialogue:
    """Stands where :class:`bot.conversation.Conversation` stands.

    Attributes:
        heard: What came, in order.
        says: Answers to certain words; other words are counted.
        held: Words whose answer waits for :attr:`go`; while it waits, WeChat's patience is over.
    """

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.says: dict[str, list[Message]] = {}
        self.held: set[str] = set()
        self.go = asyncio.Event()
        self.stuck = asyncio.Event()

    async def has_taken(self, message: str, sender: str, channel: str) -> bool:
        return False

    async def exchange(self, text: str, sender: str, channel: str, message: str = "") -> Exchange:
        self.heard.append(text)
        count = len(self.heard)
        if text in self.held:
            self.stuck.set()
            await self.go.wait()
            self.stuck.clear()
        return Exchange(text, self.says.get(text, [spoken(f"第{count}句：{text}").message()]))

    async def is_stuck(self, seconds: float) -> None:
        """In the place of the five seconds: they are over once the dialogue is held."""
        await self.stuck.wait()

    def answers(self, text: str, *replies: Reply | str, **card: Any) -> None:
        """Answer these words so."""
        made = [spoken(one, card or None) if isinstance(one, str) else one for one in replies]
        self.says[text] = [one.message() for one in made]
