"""Saying where something failed, without saying what an applicant wrote."""

from __future__ import annotations

import traceback

FRAMES = 12
"""The innermost ones: they lead from our own code into a library."""


def scrubbed_traceback(error: BaseException) -> str:
    """The kinds and places of an error and of its causes, for the log.

    Messages of exceptions are left out on purpose: they quote values, and these may be an applicant's words.
    """
    said = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)[-FRAMES:]
        places = " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        said.append(f"{type(cause).__module__}.{type(cause).__qualname__} at {places}")
        cause = cause.__cause__ or cause.__context__
    return "\n<- ".join(said)
