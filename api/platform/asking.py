"""From which network the request that is being answered comes; set once for each request (``api.access.admission``)."""

from __future__ import annotations

from contextvars import ContextVar

_NETWORK: ContextVar[str] = ContextVar("asking_network", default="")


def asks_from(network: str) -> None:
    """Keep it for the rest of this request."""
    _NETWORK.set(network)


def asking_network() -> str:
    """The network; empty where it is not known."""
    return _NETWORK.get()
