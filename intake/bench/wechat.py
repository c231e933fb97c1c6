"""``intake bench wechat``: how fast the account answers at a steady rate, and whether copies and disorder lose or double anything."""

from __future__ import annotations

import asyncio
import os
import platform
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from intake.bench.turns import percentile
from intake.datafolder import DataFolder
from intake.wechat.caller import Caller, answering_server, invented_settings

SEED = 20261130
COPIES = 0.30
LATE = 0.05
"""Shares of the messages that come twice, and that come after the next one."""
SENTENCES = (
    "我想开个小饭馆",
    "要多少钱",
    "身份证丢了要补",
    "几点开门",
    "在哪里办",
    "残疾证到期了换新的",
    "我的件办到哪了",
    "谢谢",
)


@dataclass
class Seen:
    """What came of the messages.

    Attributes:
        web_ms, wechat_ms: Time of each answer, in order.
        answered: Answers of each message, copies included.
        late: Answers that were announced and followed.
    """

    web_ms: list[float] = field(default_factory=list)
    wechat_ms: list[float] = field(default_factory=list)
    answered: dict[str, set[str]] = field(default_factory=dict)
    failed: int = 0
    handled: Counter[str] = field(default_factory=Counter)


async def measure(
    folder: DataFolder, model: Path | None, messages: int, users: int, a_second: float
) -> dict[str, Any]:
    """Send the same sentences by the page and by the account, and count."""
    from intake.prepare import api_settings
    from intake.settings import SiteSettings
    from intake.site import Site

    settings, sent, seen = invented_settings(), list[str](), Seen()
    site = Site(
        folder,
        api_settings(folder),
        SiteSettings(),
        model=model,
        wechat=settings,
        wechat_transport=answering_server(sent),
    )
    load_before = os.getloadavg()[0]
    async with site.opened():
        assert site.conversation is not None
        _count_handled(site.conversation, seen)
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://account", timeout=60) as http:
            await _by_page(http, seen, messages // 2, users, a_second)
            seen.handled.clear()
            seconds = await _by_account(Caller(settings, http), seen, messages, users, a_second)
    lost = sum(not answers for answers in seen.answered.values()) + seen.failed
    doubled = sum(count - 1 for count in seen.handled.values()) + sum(
        len(answers) - 1 for answers in seen.answered.values() if answers
    )
    web, account = percentile(seen.web_ms, 95), percentile(seen.wechat_ms, 95)
    return {
        "reply_p95_ms": round(account, 1),
        "web_p95_ms": round(web, 1),
        "times_web": round(account / web, 2),
        "messages_per_s": round(len(seen.wechat_ms) / seconds, 1),
        "lost": lost,
        "doubled": doubled,
        "conditions": {
            "messages": messages,
            "deliveries": len(seen.wechat_ms),
            "users": users,
            "asked_per_s": a_second,
            "copies": COPIES,
            "out_of_order": LATE,
            "cores": os.cpu_count(),
            "load_before": round(load_before, 1),
            "python": platform.python_version(),
            "database": "SQLite",
            "processes": 1,
            "seed": SEED,
        },
    }


def _count_handled(conversation: Any, seen: Seen) -> None:
    """Count how often the dialogue takes each message; every text is told apart by its number."""
    exchange = conversation.exchange

    async def counted(text: str, sender: str, channel: str) -> Any:
        seen.handled[f"{sender}/{text}"] += 1
        return await exchange(text, sender, channel)

    conversation.exchange = counted


async def _by_page(http: httpx.AsyncClient, seen: Seen, messages: int, users: int, a_second: float) -> None:
    tokens = [
        (await http.post("/chat/conversations")).json()["conversation"] for _ in range(min(users, messages))
    ]

    async def one(number: int) -> None:
        body = {
            "conversation": tokens[number % len(tokens)],
            "id": f"bench-{number:08d}",
            "text": _said(number),
        }
        began = time.perf_counter()
        await http.post("/chat/messages", json=body)
        seen.web_ms.append((time.perf_counter() - began) * 1000)

    await _steadily([lambda number=number: one(number) for number in range(messages)], a_second)  # type: ignore[misc]


async def _by_account(caller: Caller, seen: Seen, messages: int, users: int, a_second: float) -> float:
    chance = random.Random(SEED)
    sends: list[dict[str, str]] = []
    for number in range(messages):
        message = caller.text(f"bench-{number % users}", _said(number))
        seen.answered[message["MsgId"]] = set()
        sends += [message, message] if chance.random() < COPIES else [message]
    for place in range(len(sends) - 1):
        if chance.random() < LATE:
            sends[place], sends[place + 1] = sends[place + 1], sends[place]

    async def one(message: dict[str, str]) -> None:
        answered = await caller.deliver(message)
        seen.wechat_ms.append(answered.took_s * 1000)
        if answered.status != 200:
            seen.failed += 1
        elif answered.text:
            seen.answered[message["MsgId"]].add(answered.text)

    began = time.perf_counter()
    await _steadily([lambda message=message: one(message) for message in sends], a_second)  # type: ignore[misc]
    return time.perf_counter() - began


async def _steadily(sends: list[Callable[[], Awaitable[None]]], a_second: float) -> None:
    """Begin each at its time, whether those before are answered or not."""
    began = time.perf_counter()
    under_way = []
    for place, send in enumerate(sends):
        await asyncio.sleep(max(0.0, began + place / a_second - time.perf_counter()))
        under_way.append(asyncio.ensure_future(send()))
    await asyncio.gather(*under_way)


def _said(number: int) -> str:
    return f"{SENTENCES[number % len(SENTENCES)]}，第{number}句"
