"""Clocks that do not depend on the day on which the tests are run."""

from __future__ import annotations

from datetime import datetime

from api.platform.clock import Clock, centre_time
from knowledge.base.centre_time import CENTRE_ZONE

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=CENTRE_ZONE)
"""A working day in the middle of a working week, months before the end of the published calendar."""


def beginning(moment: datetime) -> Clock:
    """A clock that shows this moment now and goes on from there."""
    started = centre_time()
    return lambda: moment + (centre_time() - started)
