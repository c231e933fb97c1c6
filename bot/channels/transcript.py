"""The conversations of the web page as they are shown again after a reload or on another device.

One row a message: what was said without personal data, and the answer. A row is there before the message is handled, so that a
message sent twice is handled once. Names of conversations and what is only compared are kept as keyed digests.
"""

from __future__ import annotations

import hmac
import json
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.database import TableStore, web_exchange, web_link
from bot.reply import Message

SHOWN = 200
"""Messages shown again; a conversation of an hour has fewer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message and its answer; ``messages`` is None while it is being handled.

    Attributes:
        id: The page's name of the message.
        digest: Keyed digest of the message as typed.
        at: Seconds since the epoch.
    """

    id: str
    digest: str
    at: float
    said: str
    messages: list[Message] | None

    @property
    def view(self) -> dict[str, Any]:
        """As the page shows it."""
        return {"id": self.id, "at": self.at, "said": self.said, "messages": self.messages}


class Transcript(TableStore):
    """Reads and writes the page's conversations in the database of the dialogues."""

    def __init__(self, url: str, key: str) -> None:
        """Be ready to use the tables, which the steps of :mod:`bot.database` make.

        Args:
            url: Of the database.
            key: Mixed into the digests.
        """
        super().__init__(url)
        self._key = key.encode()

    def digest(self, purpose: str, value: str) -> str:
        """Keyed digest of a value that is compared and not kept."""
        return hmac.digest(self._key, f"{purpose}\0{value}".encode(), "sha256").hex()

    async def begin(self, conversation: str, message: str, text: str) -> Entry | None:
        """Take a message down before it is handled; the earlier entry where it came before."""
        row = {
            "conversation": self._name(conversation),
            "message": message,
            "digest": self.digest("text", text),
            "at": time.time(),
        }
        try:
            await self._run(lambda connection: connection.execute(web_exchange.insert(), row))
        except IntegrityError:
            return await self.entry(conversation, message)
        return None

    async def entry(self, conversation: str, message: str) -> Entry | None:
        """One entry."""
        query = sa.select(web_exchange).where(
            web_exchange.c.conversation == self._name(conversation), web_exchange.c.message == message
        )
        row = await self._run(lambda connection: connection.execute(query).one_or_none())
        return _entry(row) if row else None

    async def finish(self, conversation: str, message: str, said: str, messages: list[Message]) -> None:
        """Keep the answer; the conversation's own name, which is a secret, is not part of it."""
        told = [{part: value for part, value in one.items() if part != "recipient_id"} for one in messages]
        statement = (
            web_exchange.update()
            .where(web_exchange.c.conversation == self._name(conversation), web_exchange.c.message == message)
            .values(said=said, answer=json.dumps(told, ensure_ascii=False))
        )
        await self._run(lambda connection: connection.execute(statement))

    async def recent(self, conversation: str) -> list[Entry]:
        """The last entries that have an answer, in the order in which they were said."""
        query = (
            sa.select(web_exchange)
            .where(
                web_exchange.c.conversation == self._name(conversation), web_exchange.c.answer.is_not(None)
            )
            .order_by(web_exchange.c.at.desc())
            .limit(SHOWN)
        )
        rows = await self._run(lambda connection: connection.execute(query).all())
        return [_entry(row) for row in reversed(rows)]

    async def link(self, code: str, conversation: str, intake: str) -> None:
        """Remember which conversation a one-time code goes on with."""
        row = {
            "code": self.digest("code", code),
            "conversation": self._name(conversation),
            "intake": self.digest("intake", intake),
            "at": time.time(),
        }
        await self._run(lambda connection: connection.execute(web_link.insert(), row))

    async def carry_over(self, code: str, intake: str, conversation: str) -> bool:
        """Copy what was said before into the conversation that has taken the intake over by the code.

        Returns:
            False where the code is unknown here or stands for another intake.
        """
        target = self._name(conversation)

        def copy(connection: sa.Connection) -> bool:
            query = sa.select(web_link.c.conversation).where(
                web_link.c.code == self.digest("code", code),
                web_link.c.intake == self.digest("intake", intake),
            )
            source = connection.execute(query).scalar_one_or_none()
            if source is None or source == target:
                return False
            e = web_exchange.c
            known = sa.select(e.message).where(e.conversation == target)
            earlier = sa.select(sa.literal(target), e.message, e.digest, e.at, e.said, e.answer).where(
                e.conversation == source, e.answer.is_not(None), e.message.not_in(known)
            )
            connection.execute(web_exchange.insert().from_select(list(e.keys()), earlier))
            connection.execute(web_link.delete().where(web_link.c.code == self.digest("code", code)))
            return True

        return await self._run(copy)

    async def forget(self, before: float) -> int:
        """Delete what is older than a time, in seconds since the epoch. Returns how many messages."""

        def delete(connection: sa.Connection) -> int:
            connection.execute(web_link.delete().where(web_link.c.at < before))
            return connection.execute(web_exchange.delete().where(web_exchange.c.at < before)).rowcount

        return await self._run_apart(delete)

    async def forget_conversation(self, conversation: str) -> int:
        """Delete one conversation. Returns how many messages."""
        name = self._name(conversation)

        def delete(connection: sa.Connection) -> int:
            connection.execute(web_link.delete().where(web_link.c.conversation == name))
            return connection.execute(
                web_exchange.delete().where(web_exchange.c.conversation == name)
            ).rowcount

        return await self._run_apart(delete)

    def _name(self, conversation: str) -> str:
        return self.digest("conversation", conversation)


def _entry(row: sa.Row[Any]) -> Entry:
    answer = json.loads(row.answer) if row.answer is not None else None
    return Entry(row.message, row.digest, row.at, row.said or "", answer)
