"""The manuscript of a notice as PDF: A4, black and white, its text can be searched and read aloud (tagged PDF).

It is set in another process, see ``api.printing`` and ``api.printing.typesetting``.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

from api.notices.sheet import Sheet

_WIDEST_MM, _HIGHEST_MM = 105.0, 225.0
"""What a flow chart may take of a page; it is never torn apart."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows, which would make another sentence of it."""

_SVG = "{http://www.w3.org/2000/svg}"


def manuscript_of(sheet: Sheet, *, centre: str, newest: int, address: str, qr: str) -> str:
    """What the template is given, as JSON.

    Args:
        centre: Name of the centre, for the head of each page.
        newest: The latest version, which a reader of an older one is pointed to.
        address: Where the QR code leads.
        qr: The QR code as SVG.
    """
    data = {**asdict(sheet), "centre": centre, "newest": newest, "address": address, "qr": qr}
    data["flows"] = [_placed(flow.item, flow.svg) for flow in sheet.flows]
    return _TURNING.sub("", json.dumps(data, ensure_ascii=False))


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
