"""By which item a paper is got again that was lost (``lost_papers.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")

_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")


@cache
def replacements() -> dict[str, str]:
    """Name of a paper to the id of the item that gives it again."""
    written: dict[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return written


def got_again_by(material: str) -> str | None:
    """The item by which a lost paper is got again; None where it is none of a kind that is.

    Args:
        material: Name of the paper on a notice: 居民户口簿, 代办人居民身份证, 不动产权证书（原件）.
    """
    name = _IN_BRACKETS.sub("", material)
    return next((item for paper, item in replacements().items() if name.endswith(paper)), None)
