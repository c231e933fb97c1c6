"""A slip as its template reads it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from api.platform.pages.qr import qr_svg
from knowledge.base.dates import day_text
from knowledge.cases.archive.slips import Slip


def slip_manuscript(made: Slip, address: str, centre: str, today: date) -> str:
    """What the template is given, as JSON.

    Args:
        address: Where the code on it leads.
    """
    lists = [{"title": title, "lines": lines} for title, lines in made.lists]
    return json.dumps(
        {
            **asdict(made),
            "lists": lists,
            "centre": centre,
            "printed": day_text(today),
            "address": address,
            "qr": qr_svg(address, "查办件进度"),
        },
        ensure_ascii=False,
    )
