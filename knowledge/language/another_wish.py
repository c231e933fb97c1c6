"""Whether a message turns to another thing than what is in hand (我还有个事, 对了, 另外还有), or insists on one (我说的是营业执照).

The words are data (``another_wish.yaml``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(yaml.safe_load(FILE.read_text(encoding="utf-8"))["opens"])


@cache
def _insists() -> re.Pattern[str]:
    return re.compile(yaml.safe_load(FILE.read_text(encoding="utf-8"))["insists"])


def insists(text: str) -> bool:
    """Whether a message names again what was meant all along: 我说的是营业执照怎么办.

    Args:
        text: Normalised message.
    """
    return _insists().search(text) is not None


def opens_another(text: str) -> bool:
    """Whether a message turns to another thing: with its first words, or in a later clause (户口弄好了，接着给娃上医保).

    Args:
        text: Normalised message.
    """
    return any(_opens().match(clause) for clause in (text, *text.split(",")[1:]))
