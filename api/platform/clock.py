"""The one clock: everything that needs the day or the time takes it from here, and tests replace it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from knowledge.base.centre_time import CENTRE_ZONE

Clock = Callable[[], datetime]
"""Returns now, aware, in the centre's zone."""


def centre_time() -> datetime:
    """Now, at the centre."""
    return datetime.now(CENTRE_ZONE)


def at_centre(moment: datetime) -> datetime:
    """A stored moment in the centre's zone, as it is shown."""
    return moment.astimezone(CENTRE_ZONE)
