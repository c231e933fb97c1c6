"""What is said in WeChat beside the dialogue, from ``wording.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


def say(key: str, **values: object) -> str:
    """The words of a key with the values in their places."""
    return _words()[key].format(**values) if values else _words()[key]


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load(
        (Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8")
    )
    return words
