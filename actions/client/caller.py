"""For whose address the dialogue asks the api, so that people are counted by their own address also when they talk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ADDRESS: ContextVar[str] = ContextVar("caller_address", default="")


@contextmanager
def asking_for(address: str) -> Iterator[None]:
    """What is asked of the api meanwhile is asked for this address; tasks that are begun meanwhile keep it."""
    before = _ADDRESS.set(address)
    try:
        yield
    finally:
        _ADDRESS.reset(before)


def caller_address() -> str:
    """The address; empty where nobody's is known."""
    return _ADDRESS.get()
