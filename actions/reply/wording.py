"""The words of the dialogue, kept in ``wording.yaml`` so that staff can change them without a programmer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("wording.yaml")


@cache
def templates() -> dict[str, str]:
    """Every template by its key."""
    return {key: str(text) for key, text in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()}


def say(key: str, **parts: object) -> str:
    """The words of ``key`` with its places filled.

    Raises:
        KeyError: No such words, or a place is not given; a test walks every use.
    """
    return templates()[key].format_map(parts)


def without_department(name: str, department: str) -> str:
    """An item's name as it is said beside its department: imported items of one name carry the department in it."""
    return name.removesuffix(f"（{department}）")
