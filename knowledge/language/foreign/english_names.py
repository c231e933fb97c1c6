"""English names of the items that are asked for most."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

_NAMES = Path(__file__).with_name("english_names.yaml")


def english_name(affair: str) -> str:
    """What an item or bundle is called in English; empty where nobody has written it.

    Args:
        affair: Id of the item or bundle.
    """
    return english_names().get(affair, "")


@lru_cache(maxsize=1)
def english_names() -> dict[str, str]:
    """All of them by id."""
    names: dict[str, str] = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))["names"]
    return names
