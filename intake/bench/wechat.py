"""``intake bench wechat``: answers in WeChat beside those on the page, and whether copies, disorder and a killed process lose or double anything."""

from __future__ import annotations

import asyncio
import os
import platform
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from intake import console
from intake.bench.service import Service, running
from intake.bench.turns import percentile
from intake.bench.wechat_account import Account, environment, open_platform
from intake.bench.wechat_crash import COPIES, LATE, SEED, survive
from intake.bench.wechat_sentences import SENTENCES

BLOCK = 20
"""Messages of one channel before the other has its turn: a second at twenty a second, so that others' work on the machine meets both."""

ADDRESSES = 50
"""From which those come who use the page."""


def measure(folder: Path, messages: int, paced: int, users: int, a_second: float) -> dict[str, Any]:
    """Figures and conditions, in an installation that is set up.

    Args:
        messages: Sent while the process is killed.
        paced: Sent by each channel for the times.
    """
    return asyncio.run(_measure(folder, messages, paced, users, a_second))


async def _measure(folder: Path, messages: int, paced: int, users: int, a_second: float) -> dict[str, Any]:
    load_before = os.getloadavg()
    async with open_platform() as wechat:
        with running(folder, environment(wechat)) as service, console.step("网页和微信轮流发"):
            web, account = await _in_turns(wechat, service, paced, users, a_second)
        load_between = os.getloadavg()
        seen = await survive(folder, wechat, messages, users)
    return {
        "reply_p95_ms": round(percentile(account.ms, 95), 1),
        "web_p95_ms": round(percentile(web.ms, 95), 1),
        "times_web": round(percentile(account.ms, 95) / percentile(web.ms, 95), 2),
        "reply_p50_ms": round(percentile(account.ms, 50), 1),
        "web_p50_ms": round(percentile(web.ms, 50), 1),
        "cpu_ms": round(account.cpu_ms, 1),
        "web_cpu_ms": round(web.cpu_ms, 1),
        "messages_per_s": seen.messages_per_s,
        "lost": seen.lost,
        "doubled": seen.doubled,
        "conditions": {
            "paced_messages": len(account.ms),
            "users": users,
            "asked_per_s": a_second,
            "messages": messages,
            "deliveries": seen.deliveries,
            "refused_deliveries": seen.refused,
            "without_passive_answer": seen.late,
            "differing_answers": seen.differing,
            "taken_up_after_the_kill": seen.taken_up,
            "copies": COPIES,
            "out_of_order": LATE,
            "killed_after": seen.killed_after,
            "away_s": seen.away_s,
            "cores": os.cpu_count(),
            "load_before": [round(one, 1) for one in load_before],
            "load_between": [round(one, 1) for one in load_between],
            "load_after": [round(one, 1) for one in os.getloadavg()],
            "python": platform.python_version(),
            "database": "SQLite",
            "processes": 1,
            "seed": SEED,
        },
    }


@dataclass
class Paced:
    """What the answers of one channel took.

    Attributes:
        ms: Each answer, in milliseconds.
        cpu_s: Seconds of the processor that the service used meanwhile, which do not depend on who else works on the machine.
    """

    ms: list[float] = field(default_factory=list)
    cpu_s: float = 0.0

    @property
    def cpu_ms(self) -> float:
        """Of one answer."""
        return self.cpu_s * 1000 / len(self.ms)


async def _in_turns(
    wechat: Account, service: Service, messages: int, users: int, a_second: float
) -> tuple[Paced, Paced]:
    """On the page and in WeChat; block by block in turns, so that both meet the same machine."""
    web, account = Paced(), Paced()
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(_phone(service.url, one)) for one in range(ADDRESSES)]
        wechat.caller.moved(phones[0])
        page = [
            (await phones[one % ADDRESSES].post("/chat/conversations")).json()["conversation"]
            for one in range(min(users, messages))
        ]

        async def on_the_page(number: int) -> None:
            token, text = page[number % len(page)], SENTENCES[number % len(SENTENCES)]
            body = {"conversation": token, "id": f"bench-{number:08d}", "text": text}
            began = time.perf_counter()
            answer = await phones[number % len(page) % ADDRESSES].post("/chat/messages", json=body)
            web.ms.append((time.perf_counter() - began) * 1000)
            answer.raise_for_status()

        async def in_wechat(number: int) -> None:
            text = wechat.caller.text(f"paced-{number % users}", SENTENCES[number % len(SENTENCES)])
            answered = await wechat.caller.deliver(text)
            account.ms.append(answered.took_s * 1000)

        await _steadily(on_the_page, range(min(users, messages)), a_second)
        await _steadily(in_wechat, range(min(users, messages)), a_second)
        web.ms, account.ms = [], []  # everybody's first message opens a conversation: it warms up
        for place, start in enumerate(range(users, users + messages, BLOCK)):
            block = range(start, min(start + BLOCK, users + messages))
            for seen, send in ((web, on_the_page), (account, in_wechat))[:: 1 if place % 2 else -1]:
                before = service.cpu_s
                await _steadily(send, block, a_second)
                seen.cpu_s += service.cpu_s - before
    return web, account


def _phone(url: str, place: int) -> httpx.AsyncClient:
    """Somebody's own address: the page holds each to a pace, and all of one address would soon be above it."""
    transport = httpx.AsyncHTTPTransport(local_address=f"127.0.0.{place + 2}")
    return httpx.AsyncClient(base_url=url, timeout=60, transport=transport)


async def _steadily(send: Any, numbers: Sequence[int], a_second: float) -> None:
    """Begin each at its time, whether those before are answered or not."""
    began = time.perf_counter()
    under_way = []
    for place, number in enumerate(numbers):
        await asyncio.sleep(max(0.0, began + place / a_second - time.perf_counter()))
        under_way.append(asyncio.ensure_future(send(number)))
    await asyncio.gather(*under_way)
