"""``intake bench publish``: what the studio costs: a test, a release that is learned and measured, turns meanwhile, the swap, grouping."""

from __future__ import annotations

import contextlib
import itertools
import os
import platform
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

from intake import console
from intake.bench.cases.run import lend_models
from intake.bench.service import running
from knowledge.base.roles import Role
from knowledge.staff.account import NewAccount

TESTS, TURNS, WARM_UP = 40, 60, 5
GROUPED = 100_000
SAID = (
    "身份证丢了怎么补",
    "我想开个小饭馆",
    "养狗要办证吗",
    "孩子上户口要带什么",
    "社保卡怎么办",
    "停车收费吗",
)
ITEM = "food_operation.new"
PATIENCE_S = 1_800.0

API = "/api/v1"


def measure(phrasings: int = 60) -> dict[str, Any]:
    """Set up an installation, publish a release of it, and return figures and conditions.

    Args:
        phrasings: How many are added before the release, each to another item.
    """
    from intake.datafolder import open_folder
    from intake.prepare import api_settings, prepare
    from intake.settings import Role as Part

    with tempfile.TemporaryDirectory(prefix="intake-bench-") as name:
        lend_models(Path(name))
        folder = open_folder(Path(name))
        prepare(folder, api_settings(folder), Part.ALL)
        token = _tuner(folder.root)
        with console.step("启动服务"), running(folder.root) as one, running(folder.root) as two:
            first, second = _client(one.url, token), _client(two.url, token)
            with first, second:
                found = _measured(first, second, phrasings)
    return found | {"group_s": round(_group_s(), 1), "grouped": GROUPED} | _conditions()


def _measured(first: httpx.Client, second: httpx.Client, phrasings: int) -> dict[str, Any]:
    tests = [_test_ms(first, text) for text in _said(TESTS + WARM_UP)]
    idle, _ = _turns(first, itertools.repeat(True, TURNS))
    items = _ok(first.get(f"{API}/items"))["items"][:phrasings]
    for number, item in enumerate(items):
        wanted = {"kind": "item", "id": item["id"], "text": f"测速用的第{number}种说法怎么弄"}
        _ok(first.post(f"{API}/library/phrasings", json=wanted))
    days = _change_the_item(first)
    with console.step("发布") as tell:
        began = time.perf_counter()
        _ok(first.post(f"{API}/library/releases", json={}))
        goes_on = threading.Event()
        goes_on.set()
        busy: list[Any] = []
        turns = threading.Thread(target=lambda: busy.extend(_turns(first, iter(goes_on.is_set, False))))
        turns.start()
        try:
            told = _until_done(first, tell)
        finally:
            goes_on.clear()
            turns.join()
        publish_s = time.perf_counter() - began
    swap_s = _swap_s(second, days) if told["ending"] == "published" else None
    return {
        "test_ms": round(_p95(tests[WARM_UP:]), 1),
        "publish_s": round(publish_s, 1),
        "ending": told["ending"],
        "turn_p95_ms": round(_p95(busy[0]), 1),
        "turn_p95_idle_ms": round(_p95(idle), 1),
        "turns": len(busy[0]),
        "failed": busy[1],
        "swap_s": swap_s,
        "phrasings_added": len(items),
        "sentences": told["report"]["sentences"],
        "conversations": told["report"]["conversations"],
        "faults": told["report"]["faults"],
    }


def _change_the_item(client: httpx.Client) -> int:
    """An item that the second process has to say otherwise after the release; the days that it promises then."""
    path = f"{API}/library/entries/record/items/{ITEM}"
    record = _ok(client.get(path))["published"]
    days = int(record["promised_limit"]["days"]) - 1
    wanted = {"version": 0, "edit": {"record": {**record, "promised_limit": {"days": days}}}}
    _ok(client.put(path, json=wanted))
    return days


def _until_done(client: httpx.Client, tell: Callable[[str], None]) -> dict[str, Any]:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        told: dict[str, Any] = _ok(client.get(f"{API}/library/publishing"))
        if not told["running"]:
            return told
        tell(f"{told['phase_name']} {told['done']} / {told['total']}")
        time.sleep(0.5)
    return told


def _swap_s(second: httpx.Client, days: int) -> float | None:
    """After how long the other process says what was published."""
    began = time.perf_counter()
    while time.perf_counter() - began < 60:
        if _ok(second.get(f"{API}/items/{ITEM}"))["promised_limit"]["days"] == days:
            return round(time.perf_counter() - began, 2)
        time.sleep(0.05)
    return None


def _turns(client: httpx.Client, goes_on: Iterator[bool]) -> tuple[list[float], int]:
    """How long turns take, one after the other, and how many fail."""
    took, failed = [], 0
    for number, _ in enumerate(goes_on):
        message = {"sender": f"bench-{number // 3}-{random.random()}", "message": SAID[number % len(SAID)]}
        began = time.perf_counter()
        try:
            failed += client.post("/webhooks/rest/webhook", json=message).status_code != 200
        except httpx.HTTPError:
            failed += 1
        took.append((time.perf_counter() - began) * 1000)
        time.sleep(0.05)
    return took, failed


def _group_s() -> float:
    """How long a hundred thousand logged sentences take to be grouped."""
    from knowledge.catalogue.load import load_catalogue
    from knowledge.studio.grouping import grouped

    chance = random.Random(16)
    words = [alias for item in load_catalogue().items.values() for alias in item.aliases]
    ends = ["", "啊", "怎么弄", "在哪办", "要带什么", "多少钱", "急", "谢谢", "请问", "麻烦问一下"]
    said: dict[str, int] = {}
    while len(said) < GROUPED:
        text = f"{chance.choice(ends)}{chance.choice(words)}{chance.choice(ends)}{chance.randrange(40)}"
        said[text] = said.get(text, 0) + 1
    with console.step("分组"):
        began = time.perf_counter()
        grouped(said)
        return time.perf_counter() - began


def _tuner(root: Path) -> str:
    from intake.registry import opened

    _, run = opened(root)
    new = NewAccount("测速", "market", (), (Role.TUNER.value,))

    async def hire(registry: Any) -> str:
        _, made = await registry.add(new)
        token: str = made.token
        return token

    return str(run(hire))


def _client(url: str, token: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=120)


def _ok(answer: httpx.Response) -> Any:
    answer.raise_for_status()
    return answer.json()


def _test_ms(client: httpx.Client, text: str) -> float:
    began = time.perf_counter()
    _ok(client.post(f"{API}/library/test", json={"turns": [text]}))
    return (time.perf_counter() - began) * 1000


def _said(count: int) -> list[str]:
    return [SAID[number % len(SAID)] for number in range(count)]


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else max(values, default=0.0)


def _conditions() -> dict[str, Any]:
    with contextlib.suppress(OSError):
        return {
            "cpus": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
            "python": platform.python_version(),
        }
    return {}
