"""Followers: who writes to the account, the conversation that is theirs, and how often the account may write of its own accord.

An openid is kept sealed, and found by its keyed digest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.channels.wechat.quota import AFTER_ACT, AFTER_ACT_S, AFTER_WORDS, AFTER_WORDS_S
from bot.database import Run, wechat_owed, wechat_ticket, wechat_user

Spent = Literal["act", "words", ""]
"""After what a message of the account's own accord was sent: something that was tapped or read, or words."""


UNBOUND_BY = "unbound_by"


class Secrets(Protocol):
    """Seals and digests with keys of the installation; :class:`api.platform.security.Vault` is one."""

    def seal(self, values: Mapping[str, str]) -> str: ...
    def unseal(self, sealed: str | None) -> dict[str, str]: ...
    def digest(self, purpose: str, value: str) -> str: ...


@dataclass(frozen=True)
class Follower:
    """Somebody who writes to the account.

    Attributes:
        name: Keyed digest of the openid.
        generation: Counted up by unbinding: from then on it is another conversation.
        conversation: The channel's name of the conversation, which nobody can guess.
        choosing: What the follower was asked to choose outside the dialogue; empty for nothing.
        agreed: Templates of subscription notices to how many of them may still be sent; -1 is for good.
    """

    name: str
    openid: str
    generation: int
    conversation: str
    follows: bool
    choosing: Mapping[str, Any]
    agreed: Mapping[str, int]


class Followers:
    """Keeps followers.

    Args:
        conversation_of: The name of the conversation of a follower (by digest) in a generation.
        known_as: The name by which the api tells of that conversation.
    """

    def __init__(
        self,
        run: Run,
        secrets: Secrets,
        conversation_of: Callable[[str, int], str],
        known_as: Callable[[str], str],
    ) -> None:
        self._run = run
        self._secrets = secrets
        self._conversation_of = conversation_of
        self._known_as = known_as

    def name_of(self, openid: str) -> str:
        """The keyed digest under which a follower is kept."""
        return self._secrets.digest("wechat/openid", openid)

    async def met(self, openid: str, at: float, *, spoke: bool = False, acted: bool = False) -> Follower:
        """The follower, with what they have just done taken down: it begins the time in which the account may write."""
        name, table = self.name_of(openid), wechat_user
        changed: dict[str, Any] = {"at": at}
        if spoke or acted:
            changed["follows"] = True
        if spoke:
            changed |= {"spoke_at": at, "sent": 0}
        if acted:
            changed |= {"acted_at": at, "acted_sent": 0}

        def work(connection: sa.Connection) -> sa.Row[Any] | None:
            connection.execute(table.update().where(table.c.follower == name).values(**changed))
            return connection.execute(sa.select(table).where(table.c.follower == name)).one_or_none()

        row = await self._run(work)
        if row is None:
            await self._begin(name, openid, at, changed)
            row = await self._run(work)
        assert row is not None
        return self._follower(row)

    async def _begin(self, name: str, openid: str, at: float, changed: Mapping[str, Any]) -> None:
        new = {
            "follower": name,
            "openid": self._secrets.seal({"openid": openid}),
            "generation": 1,
            "conversation": self._known_as(self._conversation_of(name, 1)),
            "follows": False,
            "spoke_at": 0.0,
            "sent": 0,
            "acted_at": 0.0,
            "acted_sent": 0,
        }
        try:
            await self._run(lambda connection: connection.execute(wechat_user.insert(), new | dict(changed)))
        except IntegrityError:
            return  # another message of the same person was first

    async def by_conversation(self, known_as: str) -> Follower | None:
        """Whose conversation the api tells of."""
        return await self._one(wechat_user.c.conversation == known_as)

    async def by_name(self, name: str) -> Follower | None:
        return await self._one(wechat_user.c.follower == name)

    async def change(self, name: str, **values: Any) -> None:
        """Change what is kept of a follower."""
        statement = wechat_user.update().where(wechat_user.c.follower == name).values(**values)
        await self._run(lambda connection: connection.execute(statement))

    async def choose(
        self, name: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    ) -> Mapping[str, Any]:
        """Change what the follower has to choose from; of several changes at once none is lost.

        Args:
            change: What there is to choose, given what there was; empty for nothing.

        Returns:
            What there is now.
        """
        u = wechat_user.c
        query = sa.select(u.choosing).where(u.follower == name)
        while True:
            before = await self._run(lambda connection: connection.execute(query).scalar_one_or_none())
            after = change(json.loads(before) if before else {})
            same = u.choosing.is_(None) if before is None else u.choosing == before
            values = {"choosing": json.dumps(after, ensure_ascii=False) if after else None}
            statement = wechat_user.update().where(u.follower == name, same).values(**values)
            if await self._run(lambda connection, one=statement: connection.execute(one).rowcount):  # type: ignore[misc]
                return after

    async def unbind(self, follower: Follower, by: str) -> None:
        """Begin a new conversation for a follower; what belongs to the old one is known to this account no longer.

        Args:
            by: Name of the message in which it was asked for; its copies, which come to the new conversation, do not begin another one.
        """
        if follower.choosing.get(UNBOUND_BY) == by:
            return
        generation = follower.generation + 1
        known_as = self._known_as(self._conversation_of(follower.name, generation))
        table = wechat_user
        statement = (
            table.update()
            .where(table.c.follower == follower.name, table.c.generation == follower.generation)
            .values(
                generation=generation,
                conversation=known_as,
                choosing=json.dumps({UNBOUND_BY: by}),
                agreed=None,
            )
        )

        def work(connection: sa.Connection) -> None:
            connection.execute(statement)
            connection.execute(wechat_ticket.delete().where(wechat_ticket.c.follower == follower.name))
            connection.execute(wechat_owed.delete().where(wechat_owed.c.follower == follower.name))

        await self._run(work)

    async def spend(self, name: str, at: float) -> Spent:
        """Count a message of the account's own accord: after what it may be sent; empty where none may be."""
        u = wechat_user.c
        spoke = (
            wechat_user.update()
            .where(u.follower == name, u.follows, u.spoke_at > at - AFTER_WORDS_S, u.sent < AFTER_WORDS)
            .values(sent=u.sent + 1)
        )
        acted = (
            wechat_user.update()
            .where(u.follower == name, u.follows, u.acted_at > at - AFTER_ACT_S, u.acted_sent < AFTER_ACT)
            .values(acted_sent=u.acted_sent + 1)
        )

        def work(connection: sa.Connection) -> Spent:
            if connection.execute(acted).rowcount:
                return "act"
            return "words" if connection.execute(spoke).rowcount else ""

        return await self._run(work)

    async def give_back(self, name: str, spent: Spent) -> None:
        """A message that was counted did not reach WeChat."""
        u = wechat_user.c
        count = u.acted_sent if spent == "act" else u.sent
        statement = wechat_user.update().where(u.follower == name, count > 0).values({count: count - 1})
        await self._run(lambda connection: connection.execute(statement))

    async def spent(self, name: str) -> None:
        """WeChat says that no more may be sent: nothing is tried until the follower writes."""
        await self.change(name, sent=AFTER_WORDS, acted_sent=AFTER_ACT)

    async def _one(self, which: sa.ColumnElement[bool]) -> Follower | None:
        query = sa.select(wechat_user).where(which)
        row = await self._run(lambda connection: connection.execute(query).one_or_none())
        return self._follower(row) if row is not None else None

    def _follower(self, row: sa.Row[Any]) -> Follower:
        return Follower(
            name=row.follower,
            openid=self._secrets.unseal(row.openid)["openid"],
            generation=row.generation,
            conversation=self._conversation_of(row.follower, row.generation),
            follows=row.follows,
            choosing=json.loads(row.choosing) if row.choosing else {},
            agreed=json.loads(row.agreed) if row.agreed else {},
        )
