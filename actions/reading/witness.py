"""Who looks on while messages are read: the test box of the studio does; in ordinary turns nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from actions.reading.decision import Decision
from api.understanding.schemas import Understanding


@dataclass(frozen=True, slots=True)
class Seen:
    """How one message was read.

    Attributes:
        intent: What the classifier heard, with its ``confidence``.
        understood: What the published knowledge heard; None where the words alone settled it.
    """

    text: str
    intent: str
    confidence: float
    decision: Decision
    understood: Understanding | None


_LOOKING: ContextVar[list[Seen] | None] = ContextVar("reading_witness", default=None)


@contextmanager
def looking_on() -> Iterator[list[Seen]]:
    """What is read meanwhile is put into the list, in order."""
    seen: list[Seen] = []
    before = _LOOKING.set(seen)
    try:
        yield seen
    finally:
        _LOOKING.reset(before)


def show(seen: Seen) -> None:
    """Let whoever looks on see how a message was read."""
    looking = _LOOKING.get()
    if looking is not None:
        looking.append(seen)
