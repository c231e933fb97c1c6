"""The `keras` half of the stand-in, which Rasa imports beside `tensorflow`."""

from typing import Any

from tensorflow import inert


def __getattr__(name: str) -> Any:
    return inert(__name__, name)
