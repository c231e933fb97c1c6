"""Where the Rasa project of the dialogue stands, and its examples."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BOT = ROOT / "bot"
"""A normal Rasa project: ``rasa train``, ``rasa shell`` and ``rasa test nlu`` work in it."""


def examples() -> list[tuple[str, str]]:
    """Text and intent of every example the dialogue learns from."""
    from bot.nlu.evaluation import read_examples

    return read_examples(BOT / "data" / "nlu")
