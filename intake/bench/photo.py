"""``intake bench photo``: from choosing a photo of 3 MB on the page to its pre-check, in a real browser, with everything between.

The photos are of a lease drawn here, pictured by ``intake.bench.papers.shots`` and enlarged to what a phone makes. The first one
is chosen as soon as the sheet of materials is open, when the reader is still being made ready; before the others a person would
take the photo.
"""

from __future__ import annotations

import io
import statistics
import time
from typing import TYPE_CHECKING, Any

from PIL import Image

from intake import console
from intake.bench.browser import conditions, phone, served_to_a_browser
from intake.bench.papers import shots
from intake.bench.papers.drawn import draw
from intake.bench.papers.sheet import fonts
from intake.people import person
from intake.problems import Problem

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LEASE = "房屋租赁合同"
BYTES = 3_000_000
WIDTH = 3_000
_QUALITIES = (80, 85, 88, 90, 92, 94, 95, 96, 97, 98)
_UNDERWAY = ("上传", "检查中", "马上检查", "排第")
"""Words of a tile that is not done."""
PATIENCE_S = 60.0


def measure(photos: int = 5) -> dict[str, Any]:
    """Hand in photos one after the other on the page of a fresh installation.

    Returns:
        Seconds from the choice to the stored photo and to its pre-check: of the first photo, median and most of the others.

    Raises:
        Problem: No browser, no driver for it, no page, or a photo without an answer.
    """
    with console.step("画照片"):
        pictures = [
            _large(shots.clean(draw("lease", person(n), fonts()[0], n).picture, n)) for n in range(photos)
        ]
    with served_to_a_browser() as (url, browser), console.step("在网页上传照片"):
        context = phone(browser)
        page = context.new_page()
        slot = _to_the_sheet(page, url)
        taken = [_handed_in(slot, number, picture) for number, picture in enumerate(pictures, start=1)]
        circumstances = conditions(browser)
        context.close()
    stored, checked = [one for one, _ in taken], [one for _, one in taken]
    return {
        "photo_mb": round(statistics.median(len(picture) for picture in pictures) / 1e6, 2),
        "first_checked_s": round(checked[0], 2),
        "stored_s": round(statistics.median(stored[1:]), 2),
        "checked_s": round(statistics.median(checked[1:]), 2),
        "most_checked_s": round(max(checked[1:]), 2),
        "conditions": {"photos": photos, **circumstances},
    }


def _to_the_sheet(page: Page, url: str) -> Locator:
    """The conversation up to the sheet of materials; the slot of the lease."""
    page.goto(url)
    for said in ("我租了个门面想开个小饭馆，要办啥", "食品经营许可（新办）", "一百来平，我弟去帮我办", "否"):
        page.fill("#say", said)
        page.keyboard.press("Enter")
        page.locator(".waiting").wait_for(state="detached")
        page.locator("[aria-busy=true]").wait_for(state="detached")
    page.get_by_role("button", name="拍照上传材料").last.click()
    slot = page.locator(".slot", has=page.get_by_role("heading", name=LEASE))
    slot.wait_for()
    return slot


def _handed_in(slot: Locator, number: int, picture: bytes) -> tuple[float, float]:
    """Choose a photo; seconds until it is stored and until it is checked."""
    chosen = time.perf_counter()
    slot.locator("input[data-material]").set_input_files(
        {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": picture}
    )
    slot.locator("[data-file]").nth(number - 1).wait_for()
    stored = time.perf_counter() - chosen
    while any(word in slot.locator("[data-file]").nth(number - 1).inner_text() for word in _UNDERWAY):
        if time.perf_counter() - chosen > PATIENCE_S:
            raise Problem(f"第{number}张照片过了{PATIENCE_S:.0f}秒还没有预审结果。")
        time.sleep(0.02)
    return stored, time.perf_counter() - chosen


def _large(picture: Image.Image) -> bytes:
    """As a phone stores it: large, and about 3 MB."""
    height = WIDTH * picture.height // picture.width
    large = picture.convert("RGB").resize((WIDTH, height))
    return min((_jpeg(large, quality) for quality in _QUALITIES), key=lambda made: abs(len(made) - BYTES))


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=quality)
    return made.getvalue()
