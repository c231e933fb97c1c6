"""What an item has to do with in a life (生活里的事): ``themes.yaml``, for a list to look through."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("themes.yaml")


class Theme(Frozen):
    """One group of the list.

    Attributes:
        words: An item belongs to it whose name or purpose holds one of these.
        unless: And none of these.
    """

    name: str
    words: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()


class _Themes(Frozen):
    themes: tuple[Theme, ...]


@lru_cache(maxsize=1)
def themes() -> tuple[Theme, ...]:
    """All of them, in the order in which they are shown."""
    return _Themes.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8"))).themes


@lru_cache(maxsize=4096)
def themes_of(name: str, scenario: str) -> tuple[str, ...]:
    """Names of the themes of an item or bundle; none where it belongs to none."""
    text = f"{name} {scenario}"
    return tuple(
        theme.name
        for theme in themes()
        if any(word in text for word in theme.words) and not any(word in text for word in theme.unless)
    )
