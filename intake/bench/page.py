"""``intake bench page``: how fast the applicant's page comes up on a slow phone, in a real browser.

Conditions as Lighthouse sets them for mobile (its ``mobileSlow4G`` preset and a processor slowed to a quarter): what an older phone on
a slow network sees. Terms: https://web.dev/articles/vitals.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any

from intake import console
from intake.bench.browser import conditions, phone, served_to_a_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

RUNS = 5
CPU_SLOWDOWN = 4
LATENCY_MS = 150
BITS_PER_S = 1_638_400
_SETTLE_MS = 2_000
"""After the page says that it is quiet; late shifts and tasks still count."""

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
    with served_to_a_browser() as (url, browser), console.step("用浏览器打开网页"):
        return _measure(url, browser, runs)


def _measure(url: str, browser: Browser, runs: int) -> dict[str, Any]:
    _load(browser, url)  # the service's first answer opens files that later ones find open
    first = [_load(browser, url) for _ in range(runs)]
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
            "cpu_slowdown": CPU_SLOWDOWN,
            "latency_ms": LATENCY_MS,
            "kbit_per_s": BITS_PER_S // 1000,
            **conditions(browser),
        },
    }


def _load(browser: Browser, url: str) -> dict[str, float]:
    """One visit with an empty cache."""
    context = phone(browser)
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
