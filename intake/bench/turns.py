"""``intake bench turns``: what a turn costs through HTTP, in one process on SQLite, with real conversations."""

from __future__ import annotations

import asyncio
import contextlib
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from intake import console
from intake.bench.client import Client
from intake.bench.conversations import LONG, hold
from intake.bench.service import Service, running
from intake.people import person

WARM_UP = 3
SINGLE = 30
"""Conversations one after the other for the latency; some 450 turns, so that p95 rests on more than twenty."""

LONG_RUNS = 9
LONG_TURNS = 205
HALF_ROUND = len(LONG) // 2


def measure(clients: int = 32, conversations: int = 128) -> dict[str, Any]:
    """Set up an installation, measure it, and return figures and conditions."""
    with tempfile.TemporaryDirectory(prefix="intake-bench-") as name:
        folder = Path(name)
        train_s = _set_up(folder)
        with running(folder):
            pass  # the first start compiles what it imports; the one that is measured finds it compiled
        with console.step("启动服务"), running(folder) as service:
            return {**asyncio.run(_measure(service, clients, conversations)), "train_s": round(train_s, 2)}


def _set_up(folder: Path) -> float:
    """Everything that a first start does; returns how long the dialogue model took to train."""
    from intake.datafolder import open_folder
    from intake.page_build import CHAT, prepare_pages
    from intake.prepare import api_settings, prepare_catalogue
    from intake.problems import Problem
    from intake.project import BOT

    opened = open_folder(folder)
    with contextlib.suppress(Problem):  # without npm the service runs without the page, and is measured so
        prepare_pages(CHAT)
    prepare_catalogue(opened, api_settings(opened))
    from bot.training import train  # loading Rasa is no part of the training

    began = time.perf_counter()
    train(BOT, opened.models)
    return time.perf_counter() - began


async def _measure(service: Service, clients: int, conversations: int) -> dict[str, Any]:
    with console.step("预热"):
        await _one_after_the_other(service, WARM_UP, first=0)
    with console.step("单个客户端的延迟"):
        times, by_line = await _one_after_the_other(service, SINGLE, first=1_000)
    with console.step(f"{clients}个客户端同时对话的吞吐"):
        cpu_before = service.cpu_s
        at_once, seconds, slow = await _at_once(service, clients, conversations)
        cpu_s = service.cpu_s - cpu_before
    with console.step("长对话"):
        ratio = await _long_over_short(service)
    return {
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(percentile(times, 95), 2),
        "turns_per_s": round(at_once / seconds, 1),
        "p95_ms_at_clients": round(percentile(slow, 95), 1),
        "turn200_over_turn10": round(ratio, 2),
        "ready_s": round(service.ready_s, 2),
        "cpu_ms_a_turn": round(cpu_s * 1000 / at_once, 2),
        "rss_mb": round(service.rss_mb, 1),
        "p50_ms_by_line": {line: round(statistics.median(taken), 2) for line, taken in by_line.items()},
        "conditions": {
            "turns_per_conversation": round(len(times) / SINGLE, 1),
            "turns_at_one_client": len(times),
            "clients": clients,
            "turns_at_clients": at_once,
            "conversations_at_clients": conversations,
            "cores": os.cpu_count(),
            "load_before": round(os.getloadavg()[0], 1),
            "python": platform.python_version(),
            "machine": platform.machine(),
            "database": "SQLite",
            "processes": 1,
        },
    }


async def _one_after_the_other(
    service: Service, count: int, first: int
) -> tuple[list[float], dict[str, list[float]]]:
    """Whole conversations at one client; returns the time of each turn, and the times of each line of the script."""
    times: list[float] = []
    by_line: dict[str, list[float]] = {}
    for number in range(first, first + count):
        async with Client(service.url, f"bench-{number}") as client:
            async for line in hold(client.say, person(number)):
                by_line.setdefault(line, []).append(client.times_ms[-1])
            times += client.times_ms
    return times, by_line


async def _at_once(service: Service, clients: int, conversations: int) -> tuple[int, float, list[float]]:
    """Whole conversations, ``clients`` at any time; returns turns, seconds and the time of each turn."""
    waiting = iter(range(10_000, 10_000 + conversations))
    times: list[float] = []

    async def applicant() -> None:
        for number in waiting:
            async with Client(service.url, f"bench-{number}") as client:
                async for _ in hold(client.say, person(number)):
                    pass
                times.extend(client.times_ms)

    began = time.perf_counter()
    await asyncio.gather(*(applicant() for _ in range(clients)))
    return len(times), time.perf_counter() - began, times


async def _long_over_short(service: Service) -> float:
    """Median over several conversations of the time around the 200th turn over that around the 10th."""
    ratios = []
    for number in range(LONG_RUNS):
        async with Client(service.url, f"bench-long-{number}") as client:
            for turn in range(LONG_TURNS):
                await client.say(LONG[turn % len(LONG)])
            ratios.append(_around(client.times_ms, 200) / _around(client.times_ms, 10))
    return statistics.median(ratios)


def _around(times: Sequence[float], turn: int) -> float:
    """Median time of the turns around one: a whole round of the script, so that like is compared with like."""
    return statistics.median(times[turn - HALF_ROUND : turn + HALF_ROUND])


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` percent of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(share) // 100) - 1)]
