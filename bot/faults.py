"""Saying where something failed, without saying what an applicant wrote."""

from __future__ import annotations

import traceback


def whereabouts(error: BaseException) -> str:
    """Return the kinds and the place of an error and of its causes, for the log.

    Messages of exceptions are left out on purpose: they quote values, and these may be an applicant's words.
    """
    said = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        place = f" at {frames[-1].filename}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
        said.append(f"{type(cause).__module__}.{type(cause).__qualname__}{place}")
        cause = cause.__cause__ or cause.__context__
    return " <- ".join(said)
