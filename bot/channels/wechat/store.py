"""What the channel remembers, shared by all processes: followers, used nonces, what is still owed, tickets of links, the server's token.

An openid is kept sealed, and found by its keyed digest; tickets are kept as digests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.channels.wechat.quota import AFTER_ACT, AFTER_ACT_S, AFTER_WORDS, AFTER_WORDS_S
from bot.database import (
    TableStore,
    wechat_delivery,
    wechat_nonce,
    wechat_owed,
    wechat_ticket,
    wechat_token,
    wechat_user,
)

ABANDONED_S = 60.0
"""What a message took to deliver, and did not in this time, was taken by a process that is gone."""


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
        choosing: What the follower was asked to choose outside the dialogue.
        agreed: Templates of subscription notices to how many of them may still be sent; -1 is for good.
    """

    name: str
    openid: str
    generation: int
    conversation: str
    follows: bool
    choosing: Mapping[str, Any] | None
    agreed: Mapping[str, int]


@dataclass(frozen=True)
class Owed:
    """Something that could not be said yet.

    Attributes:
        message: Name of the message whose answer it is, where that answer is kept with the conversation.
    """

    id: int
    name: str
    body: list[dict[str, Any]] | None
    at: float

    @property
    def message(self) -> str:
        return self.name.removeprefix("late/")


class WeChatStore(TableStore):
    """The channel's tables.

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
        self._secrets = secrets
        self._conversation_of = conversation_of
        self._known_as = known_as

    def name_of(self, openid: str) -> str:
        """The keyed digest under which a follower is kept."""
        return self._secrets.digest("wechat/openid", openid)

    def key_of(self, message: str) -> str:
        """A name of at most 64 characters for a message whose own may be longer."""
        return hashlib.sha256(message.encode()).hexdigest()

    async def use(self, nonce: str, content: str, at: float) -> int:
        """Count the use of a nonce; see :class:`bot.channels.wechat.gate.Nonces`."""
        key = hashlib.sha256(nonce.encode()).hexdigest()
        table = wechat_nonce

        def first(connection: sa.Connection) -> int:
            connection.execute(table.insert(), {"nonce": key, "content": content, "times": 1, "at": at})
            return 1

        def again(connection: sa.Connection) -> int:
            mine = (table.c.nonce == key) & (table.c.content == content)
            if not connection.execute(table.update().where(mine).values(times=table.c.times + 1)).rowcount:
                return 0
            return int(connection.execute(sa.select(table.c.times).where(mine)).scalar_one())

        try:
            return await self._run(first)
        except IntegrityError:
            return await self._run(again)

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

    async def choose(self, name: str, choosing: Mapping[str, Any] | None) -> None:
        """Remember what the follower was asked to choose; None for nothing any more."""
        await self.change(name, choosing=json.dumps(choosing, ensure_ascii=False) if choosing else None)

    async def unbind(self, follower: Follower) -> Follower:
        """Begin a new conversation for a follower; what belongs to the old one is known to this account no longer."""
        generation = follower.generation + 1
        known_as = self._known_as(self._conversation_of(follower.name, generation))
        table = wechat_user
        statement = (
            table.update()
            .where(table.c.follower == follower.name, table.c.generation == follower.generation)
            .values(generation=generation, conversation=known_as, choosing=None, agreed=None)
        )

        def work(connection: sa.Connection) -> None:
            connection.execute(statement)
            connection.execute(wechat_ticket.delete().where(wechat_ticket.c.follower == follower.name))
            connection.execute(wechat_owed.delete().where(wechat_owed.c.follower == follower.name))

        await self._run(work)
        found = await self.by_name(follower.name)
        assert found is not None
        return found

    async def spend(self, name: str, at: float) -> bool:
        """Count a message of the account's own accord; False where none may be sent."""
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

        def work(connection: sa.Connection) -> bool:
            return bool(connection.execute(acted).rowcount or connection.execute(spoke).rowcount)

        return await self._run(work)

    async def spent(self, name: str) -> None:
        """WeChat says that no more may be sent: nothing is tried until the follower writes."""
        await self.change(name, sent=AFTER_WORDS, acted_sent=AFTER_ACT)

    async def owe(
        self, follower: str, name: str, body: Sequence[Mapping[str, Any]] | None, at: float
    ) -> bool:
        """Keep something that has still to be said; False where it is kept already, or was said."""
        row = {
            "follower": follower,
            "name": name[:80],
            "body": json.dumps(list(body), ensure_ascii=False) if body is not None else None,
            "state": "open" if body is not None else "pending",
            "at": at,
        }
        try:
            await self._run(lambda connection: connection.execute(wechat_owed.insert(), row))
        except IntegrityError:
            return False
        return True

    async def take_up(self, follower: str, name: str, by: str, at: float) -> bool:
        """Be the one who says something that is owed; False where somebody else is."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.name == name[:80], o.state.in_(("open", "pending")))
            .values(state="taken", taken_by=by, taken_at=at)
        )
        return bool(await self._run(lambda connection: connection.execute(statement).rowcount))

    async def owed(self, follower: str, at: float) -> list[Owed]:
        """What is owed to a follower, the oldest first; not what somebody is about to say."""
        o = wechat_owed.c
        abandoned = (o.state == "taken") & (o.taken_at < at - ABANDONED_S)
        query = (
            sa.select(wechat_owed)
            .where(o.follower == follower, o.state.in_(("open", "pending")) | abandoned)
            .order_by(o.id)
        )
        rows = await self._run(lambda connection: connection.execute(query).all())
        return [Owed(row.id, row.name, json.loads(row.body) if row.body else None, row.at) for row in rows]

    async def claim(self, owed: Sequence[Owed], by: str, at: float) -> list[Owed]:
        """Those that are left for a message to say, and that nobody else says meanwhile."""
        o = wechat_owed.c
        free = o.state.in_(("open", "pending")) | ((o.state == "taken") & (o.taken_at < at - ABANDONED_S))
        taken = {"state": "taken", "taken_by": by, "taken_at": at}

        def work(connection: sa.Connection) -> list[Owed]:
            return [
                one
                for one in owed
                if connection.execute(
                    wechat_owed.update().where(o.id == one.id, free).values(**taken)
                ).rowcount
            ]

        return await self._run(work)

    async def release(self, follower: str, by: str) -> None:
        """What was taken up could not be said: it is owed again."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.taken_by == by, o.state == "taken")
            .values(state="open")
        )
        await self._run(lambda connection: connection.execute(statement))

    async def said(self, follower: str, by: str) -> None:
        """What was taken up under a name has been said."""
        o = wechat_owed.c
        statement = (
            wechat_owed.update()
            .where(o.follower == follower, o.taken_by == by, o.state == "taken")
            .values(state="done", body=None)
        )
        await self._run(lambda connection: connection.execute(statement))

    async def keep_ticket(self, ticket: str, follower: Follower, at: float) -> None:
        """Keep a ticket by which a page belongs to a follower; the same one may be kept again."""
        row = {
            "ticket": self._secrets.digest("wechat/ticket", ticket),
            "follower": follower.name,
            "generation": follower.generation,
            "at": at,
        }
        try:
            await self._run(lambda connection: connection.execute(wechat_ticket.insert(), row))
        except IntegrityError:
            return

    async def use_ticket(self, ticket: str, at: float, valid_s: float) -> Follower | None:
        """Whose page a ticket opens; None where it was used, is too old, or is of a conversation that was unbound."""
        t = wechat_ticket.c
        key = self._secrets.digest("wechat/ticket", ticket)
        usable = (t.ticket == key) & t.used_at.is_(None) & (t.at > at - valid_s)

        def work(connection: sa.Connection) -> sa.Row[Any] | None:
            if not connection.execute(wechat_ticket.update().where(usable).values(used_at=at)).rowcount:
                return None
            owner = sa.select(t.follower, t.generation).where(t.ticket == key)
            return connection.execute(owner).one_or_none()

        row = await self._run(work)
        found = await self.by_name(row.follower) if row is not None else None
        return found if found is not None and row is not None and found.generation == row.generation else None

    async def delivered(self, name: str, follower: str, way: str, code: str, receipt: str, at: float) -> None:
        """Take down how a notice went; tried again, the last time counts."""
        row = {"follower": follower, "way": way, "code": code, "receipt": receipt, "at": at}
        key = wechat_delivery.c.name == name

        def work(connection: sa.Connection) -> None:
            if not connection.execute(wechat_delivery.update().where(key).values(**row)).rowcount:
                connection.execute(wechat_delivery.insert(), {"name": name, **row})

        await self._run(work)

    async def delivery(self, name: str) -> sa.Row[Any] | None:
        """How a notice went."""
        query = sa.select(wechat_delivery).where(wechat_delivery.c.name == name)
        return await self._run(lambda connection: connection.execute(query).one_or_none())

    async def receipt(self, receipt: str) -> str | None:
        """The name of the notice of which WeChat tells under this number."""
        query = sa.select(wechat_delivery.c.name).where(wechat_delivery.c.receipt == receipt)
        return await self._run(lambda connection: connection.execute(query).scalars().first())

    async def token(self, kind: str) -> sa.Row[Any] | None:
        """A token of the server as it was fetched last."""
        query = sa.select(wechat_token).where(wechat_token.c.name == kind)
        return await self._run(lambda connection: connection.execute(query).one_or_none())

    async def may_fetch(self, kind: str, at: float, until: float) -> bool:
        """Be the one process that fetches the token; the others wait until then."""
        t, mine = wechat_token.c, {"fetching_until": until}
        free = wechat_token.update().where(t.name == kind, t.fetching_until < at).values(**mine)
        if await self._run(lambda connection: connection.execute(free).rowcount):
            return True
        row = {"name": kind, "value": "", "until": 0.0, "forced_at": 0.0, **mine}
        try:
            await self._run(lambda connection: connection.execute(wechat_token.insert(), row))
        except IntegrityError:
            return False
        return True

    async def leave_fetching(self, kind: str) -> None:
        """Let others fetch again."""
        statement = wechat_token.update().where(wechat_token.c.name == kind).values(fetching_until=0.0)
        await self._run(lambda connection: connection.execute(statement))

    async def keep_token(self, kind: str, value: str, until: float, forced_at: float | None = None) -> None:
        """Keep a token for all processes."""
        values = {
            "value": self._secrets.seal({"token": value}) if value else "",
            "until": until,
            "fetching_until": 0.0,
        }
        if forced_at is not None:
            values["forced_at"] = forced_at
        statement = wechat_token.update().where(wechat_token.c.name == kind).values(**values)
        await self._run(lambda connection: connection.execute(statement))

    def opened_token(self, sealed: str) -> str:
        """A token that was kept, in the clear."""
        return self._secrets.unseal(sealed).get("token", "")

    async def forget(self, before: float) -> int:
        """Delete what was last touched before a time, in seconds since the epoch. Returns how much it was."""

        def work(connection: sa.Connection) -> int:
            tables = (wechat_nonce, wechat_owed, wechat_ticket, wechat_delivery, wechat_user)
            return sum(connection.execute(one.delete().where(one.c.at < before)).rowcount for one in tables)

        return await self._run(work)

    async def forget_nonces(self, before: float) -> int:
        """Delete nonces that no request can use any more."""
        old = wechat_nonce.delete().where(wechat_nonce.c.at < before)
        return await self._run(lambda connection: connection.execute(old).rowcount)

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
            choosing=json.loads(row.choosing) if row.choosing else None,
            agreed=json.loads(row.agreed) if row.agreed else {},
        )
