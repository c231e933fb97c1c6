"""The dialogue's short memory in a database: one row for each sender, of a size that does not grow.

A case, its answers and its notice live in the api; what a tracker must remember between two messages is small
(`dialogue_state`). So a turn reads one row and writes one row, the 200th like the 10th, where Rasa's SQL
store keeps and replays every event. The sender's id, which may be an openid, is stored hashed.

The steps of `bot.database` make its table: `intake serve` takes them before it opens the store. For Rasa's own
commands, which prepare nothing, there is `OwnDialogueStore`; in `endpoints.yml`:

    tracker_store:
      type: bot.tracker_store.OwnDialogueStore
      url: sqlite:///dialogues.db
"""

from __future__ import annotations

import asyncio
import copy
import hmac
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from api.platform.schema_migration import UnknownStep, move
from bot import dialogue_state
from bot.database import DIALOGUES, dialogue, synchronous

T = TypeVar("T")

# Two turns and more: the policy looks at the last message, Rasa's own guards at the last turn.
RECENT_EVENTS = 8

# While another process writes, wait in a thread and not in the event loop.
BUSY_TIMEOUT_MS = 5000

# As text, since SQLAlchemy puts its own forms together anew each time (0.15 ms for an upsert).
_STATE = sa.text("SELECT state FROM dialogue WHERE sender_hash = :sender_hash")
_UPSERT = sa.text(
    "INSERT INTO dialogue (sender_hash, state, updated_at) VALUES (:sender_hash, :state, :updated_at)"
    " ON CONFLICT (sender_hash) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at"
)


class DialogueStoreUnavailable(Exception):
    """The database of the dialogues cannot be opened; the message says what to look at, in Chinese."""


class DialogueStore(TrackerStore):
    """A `TrackerStore` whose cost for a turn does not depend on the length of the conversation."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str | None = None,
        url: str | None = None,
        key: str = "",
        recent_events: int = RECENT_EVENTS,
        **kwargs: Any,
    ) -> None:
        """Open the store.

        Args:
            domain: the domain whose slots trackers have.
            event_broker: where new events are published, as with any tracker store.
            host: the database URL, under the name by which Rasa passes it on from `endpoints.yml`.
            url: the same, for callers in Python.
            key: mixed into the hash of sender ids, so that ids that can be guessed cannot be tried out.
            recent_events: how many events are kept for a sender.
            **kwargs: passed on to `TrackerStore`.

        Raises:
            DialogueStoreUnavailable: there is no URL, or the database cannot be opened or lacks the table.
        """
        super().__init__(domain, event_broker, **kwargs)
        self._key = key.encode()
        self._recent_events = recent_events
        address = _address(url or host)
        self._patient = _open(address, BUSY_TIMEOUT_MS)
        in_loop = address.get_backend_name() == "sqlite"
        in_memory = in_loop and address.database in (None, "", ":memory:")
        # SQLite answers in microseconds: only what would have to wait is worth a thread
        self._quick = self._patient if in_memory else _open(address, 0) if in_loop else None
        try:
            _in_transaction(self._patient, self._prepare)
        except (SQLAlchemyError, UnknownStep) as error:
            raise DialogueStoreUnavailable(
                f"对话存储打不开（{type(error).__name__}）：{address.render_as_string()}。"
                "请检查文件夹是否可写、磁盘是否已满、数据库是否在运行，或换一个数据库地址。"
            ) from error

    def _prepare(self, connection: sa.Connection) -> None:
        """Look whether the table is there, so that a database that nobody has prepared shows at once."""
        connection.execute(_STATE, {"sender_hash": ""})

    def with_domain(self, domain: Domain) -> DialogueStore:
        """Return this store for another domain, on the same database: turns under way keep their own."""
        view = copy.copy(self)
        view.domain = domain
        return view

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the sender's tracker, or None for a sender not seen before."""
        row = {"sender_hash": self._hashed(sender_id)}
        state = await self._run(lambda connection: connection.execute(_STATE, row).scalar_one_or_none())
        if state is None:
            return None
        tracker = dialogue_state.restore(sender_id, state, self.domain.slots)
        _mark_published(tracker)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the sender's row."""
        await self.stream_events(tracker)
        row = {
            "sender_hash": self._hashed(tracker.sender_id),
            "state": dialogue_state.dump(tracker, self._recent_events),
            "updated_at": time.time(),
        }
        await self._run(lambda connection: connection.execute(_UPSERT, row))

    async def stream_events(self, tracker: DialogueStateTracker) -> None:
        """Publish the events since the tracker was read, where there is a broker."""
        if self.event_broker is not None:
            seen = getattr(tracker, "published_events", 0)
            await self._stream_new_events(
                self.event_broker, list(islice(tracker.events, seen, None)), tracker.sender_id
            )
        _mark_published(tracker)

    async def keys(self) -> Iterable[str]:
        """Return the hashes under which dialogues are stored; sender ids are not kept."""
        query = sa.select(dialogue.c.sender_hash)
        return await self._run(lambda connection: list(connection.execute(query).scalars()))

    async def forget(self, before: float) -> int:
        """Delete the dialogues last touched before a time, in seconds since the epoch. Returns how many."""
        return await self._delete(dialogue.c.updated_at < before)

    async def forget_sender(self, sender_id: str) -> int:
        """Delete one sender's dialogue. Returns 1, or 0 where there was none."""
        return await self._delete(dialogue.c.sender_hash == self._hashed(sender_id))

    def close(self) -> None:
        """Close the connections."""
        self._patient.dispose()
        if self._quick is not None:
            self._quick.dispose()

    def _hashed(self, sender_id: str) -> str:
        spelled = sender_id.encode("utf-8", "surrogatepass")
        return hmac.new(self._key, spelled, sha256).hexdigest() if self._key else sha256(spelled).hexdigest()

    async def _delete(self, which: sa.ColumnElement[bool]) -> int:
        statement = sa.delete(dialogue).where(which)
        return await self._run(lambda connection: connection.execute(statement).rowcount)

    async def _run(self, work: Callable[[sa.Connection], T]) -> T:
        if self._quick is not None:
            try:
                return _in_transaction(self._quick, work)
            except OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
        return await asyncio.to_thread(_in_transaction, self._patient, work)


class OwnDialogueStore(DialogueStore):
    """A store that brings its own database to the layout of this release, for use where nobody prepares it."""

    def _prepare(self, connection: sa.Connection) -> None:
        move(connection, DIALOGUES)


def _mark_published(tracker: DialogueStateTracker) -> None:
    tracker.published_events = len(tracker.events)


def _in_transaction(engine: sa.Engine, work: Callable[[sa.Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _address(url: str | None) -> sa.URL:
    try:
        address = synchronous(url or "")
    except sa.exc.ArgumentError as error:
        raise DialogueStoreUnavailable(
            "对话存储没有可用的地址。请给出 url，例如 sqlite:///dialogues.db。"
        ) from error
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise DialogueStoreUnavailable(
            f"对话存储只支持 SQLite 和 PostgreSQL，不支持「{address.get_backend_name()}」。请修改数据库地址。"
        )
    return address


def _open(address: sa.URL, busy_timeout_ms: int) -> sa.Engine:
    if address.get_backend_name() != "sqlite":
        return sa.create_engine(address, pool_pre_ping=True)
    in_memory = address.database in (None, "", ":memory:")
    engine = sa.create_engine(
        address,
        connect_args={"check_same_thread": False},
        **({"poolclass": StaticPool} if in_memory else {}),
    )

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        for setting in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={busy_timeout_ms}"):
            connection.execute(f"PRAGMA {setting}")

    return engine
