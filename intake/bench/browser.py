"""A fresh installation that is served, and a real browser that opens it as a phone does."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.bench.service import running
from intake.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

WIDTH, HEIGHT = 390, 844

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@contextmanager
def served_to_a_browser() -> Iterator[tuple[str, Browser]]:
    """The address of a service over an empty data folder, and a browser; both end with the block.

    Raises:
        Problem: No browser, no driver for it, or no page.
    """
    chromium = _chromium()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(prefix="intake-bench-") as name:
        folder = Path(name)
        _set_up(folder)
        with running(folder) as service, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
            try:
                yield service.url, browser
            finally:
                browser.close()


def phone(browser: Browser) -> BrowserContext:
    """A device with nothing stored on it."""
    return browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2, locale="zh-CN"
    )


def conditions(browser: Browser) -> dict[str, Any]:
    """What figures of a browser depend on."""
    return {
        "browser": f"Chromium {browser.version}",
        "screen": f"{WIDTH}x{HEIGHT}@2",
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
        "machine": platform.machine(),
    }


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
    from intake.page_build import CHAT, prepare_pages
    from intake.prepare import api_settings, prepare
    from intake.settings import Role

    prepare_pages(CHAT)
    opened = open_folder(folder)
    prepare(opened, api_settings(opened), Role.ALL)
