"""What the channel remembers, in one database that all processes share."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

import sqlalchemy as sa

from bot.channels.wechat.memory.deliveries import Deliveries
from bot.channels.wechat.memory.followers import Followers, Secrets
from bot.channels.wechat.memory.nonces import Nonces
from bot.channels.wechat.memory.owed import OwedWords
from bot.channels.wechat.memory.server_tokens import ServerTokens
from bot.channels.wechat.memory.tickets import Tickets
from bot.database import (
    TableStore,
    wechat_delivery,
    wechat_nonce,
    wechat_owed,
    wechat_ticket,
    wechat_user,
)

NONCES_S = 86_400.0
"""Long after no request with a nonce could be taken any more."""


class WeChatStore(TableStore):
    """The channel's tables, by what they keep.

    Args:
        conversation_of: The name of the conversation of a follower (by digest) in a generation.
        known_as: The name by which the api tells of that conversation.
    """

    def __init__(
        self,
        url: str,
        secrets: Secrets,
        conversation_of: Callable[[str, int], str],
        known_as: Callable[[str], str],
    ) -> None:
        super().__init__(url)
        self.followers = Followers(self._run, secrets, conversation_of, known_as)
        self.owed = OwedWords(self._run)
        self.tickets = Tickets(self._run, secrets, self.followers)
        self.nonces = Nonces(self._run)
        self.deliveries = Deliveries(self._run)
        self.tokens = ServerTokens(self._run, secrets)

    async def forget(self, before: float) -> int:
        """Delete what was last touched before a time, in seconds since the epoch. Returns how much it was."""

        def work(connection: sa.Connection) -> int:
            old = {one: before for one in (wechat_owed, wechat_ticket, wechat_delivery, wechat_user)}
            old[wechat_nonce] = max(before, time.time() - NONCES_S)
            return sum(
                connection.execute(table.delete().where(table.c.at < until)).rowcount
                for table, until in old.items()
            )

        return await self._run_apart(work)


def key_of(message: str) -> str:
    """A name of at most 64 characters for a message whose own may be longer."""
    return hashlib.sha256(message.encode()).hexdigest()
