"""What is wanted after a turn to something else: 房子继承过户 of 办别的事，房子继承过户 (``turning_away.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_suffix(".yaml")
_LEAST = 3
"""Characters of a wish."""


def wanted_instead(text: str) -> str:
    """What a normalised message says after it turned to something else; empty where it does not, or says nothing more."""
    openers, but = _words()
    found = openers.match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if len(rest) >= _LEAST and not but.search(rest) else ""


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return re.compile(f"(?:{'|'.join(raw['openers'])})[,，。:：;；!！\\s]+"), re.compile(raw["but"])
