"""The notice as PDF: A4, black and white, its text can be searched and read aloud (tagged PDF).

typst and the type take 50 MB once they are used, so that they are loaded with the first notice that is asked for as PDF and not at the
start. Setting one takes 10 to 40 ms, for which typst lets go of the interpreter: it is done in a thread.
"""

from __future__ import annotations

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from api.notices.sheet import Sheet

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATE = Path(__file__).with_name("print") / "notice.typ"

_WIDEST_MM, _HIGHEST_MM = 105.0, 225.0
"""What a flow chart may take of a page; it is never torn apart."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows, which would make another sentence of it."""

_SVG = "{http://www.w3.org/2000/svg}"
_setting = ThreadPoolExecutor(1, "typst")
"""One compiler, whose inputs are those of the notice at hand; a crowd waits for it here and not in the threads that others need."""


async def pdf_of(sheet: Sheet, *, centre: str, newest: int, address: str, qr: str) -> bytes:
    """A notice as PDF.

    Args:
        centre: Name of the centre, for the head of each page.
        newest: The latest version, which a reader of an older one is pointed to.
        address: Where the QR code leads.
        qr: The QR code as SVG.
    """
    data = {**asdict(sheet), "centre": centre, "newest": newest, "address": address, "qr": qr}
    data["flows"] = [_placed(flow.item, flow.svg) for flow in sheet.flows]
    written = _TURNING.sub("", json.dumps(data, ensure_ascii=False))
    return await asyncio.get_running_loop().run_in_executor(_setting, _set, written)


def _placed(item: str, svg: str) -> dict[str, Any]:
    """A flow chart with its height on paper and what it says in words."""
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", "1")), float(root.get("height", "1"))
    return {
        "item": item,
        "svg": svg,
        "height": min(_WIDEST_MM * height / width, _HIGHEST_MM),
        "words": root.findtext(f"{_SVG}desc") or "",
    }


def _set(data: str) -> bytes:
    made = _compiler().compile(format="pdf", sys_inputs={"sheet": data})
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> Compiler:
    import noto_cjk_sans_otc
    import typst

    folder = Path(noto_cjk_sans_otc.__file__).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)
