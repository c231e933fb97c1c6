"""The national hotlines: number, name, and who says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("hotlines.yaml")


class Hotline(Frozen):
    """A number that can be dialled anywhere in the country.

    Attributes:
        name: What it is for, as applicants read it.
        source: The rule or the body that set it up.
    """

    number: str
    name: str
    source: str


@cache
def hotlines() -> dict[str, Hotline]:
    """Every hotline by its number."""
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {number: Hotline(number=number, **entry) for number, entry in entries.items()}
