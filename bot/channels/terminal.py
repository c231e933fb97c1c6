"""The conversation in a terminal, through the same turn as every other channel."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

from bot.conversation import Conversation

CHANNEL = "terminal"
_LEAVING = {"退出", "exit", "quit", "q", "/stop"}


async def talk(
    conversation: Conversation,
    sender: str,
    *,
    read: Callable[[str], str] = input,
    write: Callable[[str], object] = print,
) -> None:
    """Hold a conversation until the applicant leaves or the input ends.

    Args:
        sender: Name of the conversation; the same name goes on where it was left.
        read: Asks for a line; raises EOFError at the end of input.
        write: Shows text.
    """
    write("直接说您想办什么事；输入「退出」结束。")
    while True:
        try:
            line = await asyncio.to_thread(read, "\n您：" if sys.stdin.isatty() else "")
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip().lower() in _LEAVING:
            return
        for message in await conversation.take(line, sender, CHANNEL):
            write(message.get("text", ""))
