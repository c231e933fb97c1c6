"""Ten thousand messages with copies, disorder and retries, and the process killed in the middle: what was lost, what was done twice.

The truth is in the database: each turn of the dialogue that was saved is counted by a trigger in the very transaction that saves it, and the
answer to each message is looked up. WeChat's side is kept too: a message that nothing was ever said to is lost, whatever the database has.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.channels.wechat.memory.owed import ABANDONED_S
from bot.channels.wechat.wording import say
from intake import console
from intake.bench.service import Service, running
from intake.bench.wechat_account import Account, environment
from intake.bench.wechat_sentences import SENTENCES

SEED = 20261130
COPIES = 0.30
LATE = 0.05
"""Shares of the messages that come twice, and that come after the follower's next one."""
AGAIN_AFTER_S = 5.0
"""When WeChat asks again."""
AT_ONCE = 16
_COUNT = """
CREATE TABLE bench_turns (sender TEXT, events TEXT);
CREATE TRIGGER bench_first AFTER INSERT ON dialogue BEGIN
  INSERT INTO bench_turns VALUES (new.sender_hash, json_extract(new.state, '$.events')); END;
CREATE TRIGGER bench_next AFTER UPDATE ON dialogue BEGIN
  INSERT INTO bench_turns VALUES (new.sender_hash, json_extract(new.state, '$.events')); END;
"""


@dataclass
class Seen:
    """What came of the messages.

    Attributes:
        deliveries: Requests, copies and retries included.
        refused: Those that found nobody, or no answer in WeChat's time.
        late: Messages that were told at first that it takes a moment.
        taken_up: Messages that were under way when the process was killed.
        lost: Messages to which nothing was said, or whose answer is not kept, and words that are still owed.
        doubled: Turns of the dialogue that were saved again for the same message, and copies with another answer than the first.
        differing: Of these the latter.
    """

    answered: dict[str, set[str]] = field(default_factory=dict)
    deliveries: int = 0
    refused: int = 0
    late: int = 0
    taken_up: int = 0
    lost: int = 0
    doubled: int = 0
    differing: int = 0
    messages_per_s: float = 0.0
    killed_after: int = 0
    away_s: float = 0.0

    @property
    def heard(self) -> int:
        """Messages to which something was said."""
        return sum(map(bool, self.answered.values()))


async def survive(folder: Path, wechat: Account, messages: int, users: int) -> Seen:
    """Send them all, kill the process once half of them are answered, start another one, and count."""
    seen, sends = Seen(), _sends(wechat, messages, users)
    seen.answered = {message["MsgId"]: set() for message, _ in sends}
    database = folder / "dialogues.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(_COUNT)
    async with AsyncExitStack() as stack:
        service = await _started(folder, wechat, stack)
        began = time.monotonic()
        with console.step(f"发{len(sends)}条，中途结束进程"):
            sending = asyncio.create_task(_sent(wechat, sends, seen))
            while not sending.done() and seen.heard < messages // 2:
                await asyncio.sleep(0.02)
            os.kill(service.pid, signal.SIGKILL)
            killed = time.monotonic()
            seen.killed_after, seen.taken_up = seen.heard, _unanswered(database)
            await _started(folder, wechat, stack)
            seen.away_s = round(time.monotonic() - killed, 1)
            await sending
        seen.messages_per_s = round(seen.deliveries / (time.monotonic() - began - seen.away_s), 1)
        await _told_all(database, wechat, users)
    _count(database, seen)
    return seen


async def _started(folder: Path, wechat: Account, stack: AsyncExitStack) -> Service:
    """A service, to which WeChat turns from now on; what is under way goes on meanwhile."""
    service = running(folder, environment(wechat))
    started = await asyncio.to_thread(service.__enter__)
    stack.push(service.__exit__)
    limits = httpx.Limits(max_connections=4 * AT_ONCE)
    http = httpx.AsyncClient(base_url=started.url, timeout=AGAIN_AFTER_S, limits=limits)
    stack.push_async_callback(http.aclose)
    wechat.caller.moved(http)
    return started


def _sends(wechat: Account, messages: int, users: int) -> list[tuple[dict[str, str], float]]:
    """Each message and each copy, with the seconds after which it is delivered: a follower's messages in order but for some."""
    chance = random.Random(SEED)
    order = list(range(messages))
    for place in range(messages - users):
        if chance.random() < LATE:
            order[place], order[place + users] = order[place + users], order[place]
    made = [
        wechat.caller.text(f"bench-{n % users}", SENTENCES[(n + n // users) % len(SENTENCES)])
        for n in range(messages)
    ]
    sends: list[tuple[dict[str, str], float]] = []
    for number in order:
        sends.append((made[number], 0.0))
        if chance.random() < COPIES:
            sends.append((made[number], chance.choice((0.0, AGAIN_AFTER_S))))
    return sends


async def _sent(wechat: Account, sends: Sequence[tuple[dict[str, str], float]], seen: Seen) -> None:
    """Deliver as fast as the account answers, a number of them at a time."""
    room, under_way = asyncio.Semaphore(AT_ONCE), set[asyncio.Task[None]]()

    async def one(message: dict[str, str], after_s: float) -> None:
        if after_s:
            room.release()
            await asyncio.sleep(after_s)
            await room.acquire()
        try:
            await _delivered(wechat, message, seen)
        finally:
            room.release()

    for message, after_s in sends:
        await room.acquire()
        task = asyncio.create_task(one(message, after_s))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
    await asyncio.gather(*under_way)


async def _delivered(wechat: Account, message: dict[str, str], seen: Seen) -> None:
    """As WeChat does it: three times where there is no answer. It finds nobody while the process is away, and asks again until it does."""
    reached = 0
    while reached < 3:
        seen.deliveries += 1
        try:
            answered = await wechat.caller.deliver(message)
        except httpx.ConnectError:
            answered = None
        except httpx.TransportError:  # killed while it answered, or slower than WeChat waits
            answered, reached = None, reached + 1
        if answered is not None and answered.status == 200:
            if answered.text:
                seen.answered[message["MsgId"]].add(answered.text)
            return
        seen.refused += 1
        await asyncio.sleep(AGAIN_AFTER_S)


def _unanswered(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        found: int = connection.execute("SELECT count(*) FROM web_exchange WHERE answer IS NULL").fetchone()[
            0
        ]
    return found


async def _told_all(database: Path, wechat: Account, users: int) -> None:
    """What was still owed is said with everybody's next message."""
    if _owed(database):
        await asyncio.sleep(ABANDONED_S)
        for user in range(users):
            await wechat.caller.deliver(wechat.caller.text(f"bench-{user}", "谢谢"))


def _owed(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        found: int = connection.execute("SELECT count(*) FROM wechat_owed WHERE state != 'done'").fetchone()[
            0
        ]
    return found


def _count(database: Path, seen: Seen) -> None:
    """What the database says of every message."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT message, answer FROM web_exchange WHERE answer IS NOT NULL"
        ).fetchall()
        turns = Counter(_taken(connection.execute("SELECT sender, events FROM bench_turns")))
    kept = {message.removeprefix("m-") for message, answer in rows if '"interrupted"' not in answer}
    wait = say("wait")
    seen.late = sum(wait in texts for texts in seen.answered.values())
    seen.lost = sum(not texts or number not in kept for number, texts in seen.answered.items()) + _owed(
        database
    )
    seen.differing = sum(max(0, len(texts - {wait}) - 1) for texts in seen.answered.values())
    seen.doubled = sum(count - 1 for count in turns.values()) + seen.differing


def _taken(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of each turn that was saved whose it was and which message it took."""
    for sender, events in rows:
        names = [
            (one.get("metadata") or {}).get("message") for one in json.loads(events) if one["event"] == "user"
        ]
        if names and names[-1]:
            yield sender, names[-1]
