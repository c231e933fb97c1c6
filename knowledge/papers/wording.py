"""The sentences of ``wording.yaml``."""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.papers.finding import Finding, Place, Severity

FILE = Path(__file__).with_name("wording.yaml")


class Wording(Frozen):
    """How one finding is said."""

    severity: Severity
    say: str


@functools.cache
def wordings() -> dict[str, Wording]:
    """Code of a finding to its wording."""
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {code: Wording.model_validate(entry) for code, entry in raw.items()}


def finding(code: str, place: Place | None = None, **words: str) -> Finding:
    """A finding in words."""
    wording = wordings()[code]
    return Finding(code=code, severity=wording.severity, say=wording.say.format(**words), place=place)


def day_in_full(day: date) -> str:
    """A date as the screens show it."""
    return f"{day.year}年{day.month}月{day.day}日"
