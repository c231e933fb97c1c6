"""An applicant's device: what is done with it in words of the page, and what must never happen on it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page, Request

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "img"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"

PATIENCE_S = 60
"""What is waited for comes within two seconds on a quiet machine."""

_AT_REST = """
async () => {
    const frame = () => new Promise(requestAnimationFrame)
    const moving = () => document.getAnimations().filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
    await frame()
    await frame()
    while (moving().some(one => one.playState === 'running')) await Promise.allSettled(moving().map(one => one.finished))
}
"""
"""Sheets slide and buttons change colour; what turns for as long as something is on its way is not waited for."""

SERIOUS = ("serious", "critical")


class Phone:
    """One device with one tab."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        context.set_default_timeout(PATIENCE_S * 1000)
        self.page = context.new_page()
        self.faults: list[str] = []
        self.elsewhere: list[str] = []
        self.urls: list[str] = []
        self.is_faulty_on_purpose = False
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._watch)

    def _watch(self, request: Request) -> None:
        self.urls.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)
        self.page.get_by_role("heading", name="河东县政务服务中心").wait_for()

    def reload(self) -> None:
        """What an interruption does: everything must be there again."""
        before = self.said()
        self.page.reload()
        self.page.get_by_role("heading", name="河东县政务服务中心").wait_for()
        self.until(f"document.querySelectorAll('.mine').length === {len(before)}")
        assert self.said() == before

    def say(self, text: str) -> None:
        """Type a sentence, send it, and wait for the answer."""
        self.page.fill("#say", text)
        self.page.keyboard.press("Enter")
        self.answered()

    def tap(self, name: str, **options: Any) -> None:
        """Tap the last button of that name."""
        self.page.get_by_role("button", name=name, **options).last.click()

    def choose(self, name: str) -> None:
        """Tap a quick reply and wait for the answer."""
        self.tap(name)
        self.answered()

    def answered(self) -> None:
        """Wait until nothing is on its way."""
        self.until("!document.querySelector('.waiting') && !document.querySelector('[aria-busy=true]')")

    def until(self, condition: str) -> None:
        """Wait for a condition in the page. Playwright's own waiting evaluates strings, which the page's policy forbids."""
        self._until(self.page, condition)

    @staticmethod
    def _until(page: Page, condition: str) -> None:
        latest = time.monotonic() + PATIENCE_S
        while not page.evaluate(condition):
            assert time.monotonic() < latest, condition
            page.wait_for_timeout(50)

    def until_in(self, page: Page, condition: str) -> None:
        """The same in another tab of the device."""
        self._until(page, condition)

    def said(self) -> list[str]:
        """The applicant's bubbles."""
        return [text.removeprefix("您说：").strip() for text in self.page.locator(".mine").all_inner_texts()]

    def last_answer(self) -> Locator:
        """Everything that answers the last sentence."""
        return self.page.locator(".exchange").last

    def step(self) -> str:
        """The step that the stepper marks."""
        return self.page.locator(".stepper .now").inner_text().strip()

    def photograph(self, material: str, *files: tuple[str, bytes]) -> None:
        """Choose files for a material on the open sheet, each with its name."""
        kinds = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf", "heic": ""}
        chosen = [
            {"name": name, "mimeType": kinds.get(name.rpartition(".")[2], "text/plain"), "buffer": data}
            for name, data in files
        ]
        self.slot(material).locator("input[data-material]").set_input_files(chosen)

    def slot(self, material: str) -> Locator:
        """The slot of a material on the open sheet."""
        return self.page.locator(".slot", has=self.page.get_by_role("heading", name=material))

    def tiles(self, material: str, count: int) -> Locator:
        """The stored files of a material, once there are so many and none is on its way."""
        slot = self.slot(material)
        slot.get_by_role("progressbar").first.wait_for(state="detached")
        tiles = slot.locator("[data-file]")
        latest = time.monotonic() + PATIENCE_S
        while tiles.count() != count:
            assert time.monotonic() < latest, f"{tiles.count()} of {count}"
            self.page.wait_for_timeout(50)
        return tiles

    def at_rest(self) -> None:
        """Wait until nothing moves on the page, however long that takes on a busy machine."""
        self.page.evaluate(_AT_REST)

    def picture(self, name: str) -> None:
        """A picture for the documentation, where these are to be taken anew (``INTAKE_PICTURES=1``)."""
        if os.environ.get("INTAKE_PICTURES") != "1":
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("document.fonts.ready")
        self.at_rest()
        self.page.screenshot(path=PICTURES / f"page-{name}.png")

    def assert_accessible(self, *more_tags: str) -> None:
        """axe-core finds nothing serious on what is shown now."""
        self.at_rest()
        if not self.page.evaluate("!!window.axe"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})",
            ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", *more_tags],
        )
        serious = [fault for fault in found["violations"] if fault["impact"] in SERIOUS]
        assert not serious, [
            (fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in serious
        ]

    def assert_in_order(self) -> None:
        """Nothing was called but the site, and the browser complained of nothing."""
        assert not self.elsewhere
        if not self.is_faulty_on_purpose:
            assert not self.faults

    def close(self) -> None:
        self.context.close()
