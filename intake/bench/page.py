"""``intake bench page``: how fast the applicant's page comes up on a slow phone, in a real browser.

Conditions as Lighthouse sets them for mobile (its ``mobileSlow4G`` preset and a processor slowed to a quarter): what an older phone on
a slow network sees. Terms: https://web.dev/articles/vitals.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake import console
from intake.bench.service import running
from intake.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

RUNS = 5
SCREEN = {"width": 390, "height": 844}
CPU_SLOWDOWN = 4
LATENCY_MS = 150
BITS_PER_S = 1_638_400
_SETTLE_MS = 2_000
"""After the page says that it is quiet; late shifts and tasks still count."""

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]

_WATCH = """
window.seen = { lcp: 0, cls: 0, tasks: [] };
const watch = (type, take) =>
  new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch('largest-contentful-paint', entry => { window.seen.lcp = entry.startTime });
watch('layout-shift', entry => { if (!entry.hadRecentInput) window.seen.cls += entry.value });
watch('longtask', entry => window.seen.tasks.push([entry.startTime, entry.duration]));
"""

_READ = """
() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const { lcp, cls, tasks } = window.seen
  const fcp = paint ? paint.startTime : 0
  const blocking = tasks.reduce((sum, [start, length]) => sum + (start + length > fcp ? length - 50 : 0), 0)
  const quiet = tasks.reduce((last, [start, length]) => Math.max(last, start + length), fcp)
  return { fcp, lcp, cls, blocking, quiet, tasks: tasks.length }
}
"""


def measure(runs: int = RUNS) -> dict[str, Any]:
    """Serve the page from a fresh installation, load it, and return figures and conditions.

    Returns:
        Medians over the runs, times in ms from the start of the navigation, sizes in kB (1,000 bytes) as they travel.

    Raises:
        Problem: No browser, no driver for it, or no page.
    """
    chromium = _chromium()
    with tempfile.TemporaryDirectory(prefix="intake-bench-") as name:
        folder = Path(name)
        _set_up(folder)
        with console.step("启动服务"), running(folder) as service, console.step("用浏览器打开网页"):
            return _measure(service.url, chromium, runs)


def _chromium() -> str:
    try:
        import playwright  # noqa: F401
    except ImportError as error:
        raise Problem("测网页要用 playwright，请先运行 uv sync。") from error
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise Problem("测网页要用浏览器，这台机器上没有。请先安装 chromium（apt-get install chromium）。")
    return found


def _set_up(folder: Path) -> None:
    from intake.datafolder import open_folder
    from intake.pages import prepare_pages
    from intake.prepare import api_settings, prepare
    from intake.settings import Role

    prepare_pages()
    opened = open_folder(folder)
    prepare(opened, api_settings(opened), Role.ALL)


def _measure(url: str, chromium: str, runs: int) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        try:
            _load(browser, url)  # the service's first answer opens files that later ones find open
            first = [_load(browser, url) for _ in range(runs)]
            version = browser.version
        finally:
            browser.close()
    middle = {key: statistics.median(one[key] for one in first) for key in first[0]}
    return {
        "script_kb": round(middle["script"] / 1000, 1),
        "style_kb": round(middle["style"] / 1000, 1),
        "all_kb": round(middle["all"] / 1000, 1),
        "requests": int(middle["requests"]),
        "first_contentful_paint_ms": round(middle["fcp"]),
        "largest_contentful_paint_ms": round(middle["lcp"]),
        "interactive_ms": round(middle["quiet"]),
        "blocking_ms": round(middle["blocking"]),
        "long_tasks": int(middle["tasks"]),
        "layout_shift": round(middle["cls"], 4),
        "worst_largest_contentful_paint_ms": round(max(one["lcp"] for one in first)),
        "conditions": {
            "runs": runs,
            "browser": f"Chromium {version}",
            "screen": f"{SCREEN['width']}x{SCREEN['height']}@2",
            "cpu_slowdown": CPU_SLOWDOWN,
            "latency_ms": LATENCY_MS,
            "kbit_per_s": BITS_PER_S // 1000,
            "cores": os.cpu_count(),
            "load_before": round(os.getloadavg()[0], 1),
            "machine": platform.machine(),
        },
    }


def _load(browser: Browser, url: str) -> dict[str, float]:
    """One visit with an empty cache."""
    context = browser.new_context(viewport=SCREEN, device_scale_factor=2, locale="zh-CN")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(_WATCH)
        devtools = context.new_cdp_session(page)
        sizes = _slowed(devtools)
        page.goto(url, wait_until="networkidle")
        page.wait_for_timeout(_SETTLE_MS)
        return {**page.evaluate(_READ), **_sums(sizes)}
    finally:
        context.close()


def _slowed(devtools: CDPSession) -> dict[str, tuple[str, int]]:
    """Make the browser as slow as the phone; returns what will have come, by request: kind and bytes with headers."""
    kinds: dict[str, str] = {}
    came: dict[str, tuple[str, int]] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        came[event["requestId"]] = (kinds.get(event["requestId"], ""), int(event["encodedDataLength"]))

    devtools.on("Network.responseReceived", answered)
    devtools.on("Network.loadingFinished", finished)
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BITS_PER_S / 8,
            "uploadThroughput": BITS_PER_S / 8,
        },
    )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    return came


def _sums(came: dict[str, tuple[str, int]]) -> dict[str, float]:
    def of(kind: str) -> int:
        return sum(size for what, size in came.values() if what == kind)

    return {
        "script": of("Script"),
        "style": of("Stylesheet"),
        "all": sum(size for _, size in came.values()),
        "requests": len(came),
    }
