"""Several wishes in one sentence."""

from __future__ import annotations


def wishes_in(text: str) -> tuple[str, ...]:
    """The parts of a sentence that each want something."""
    return (text,)
