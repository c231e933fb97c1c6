"""What the pre-check has found: one finding, worded for the applicant."""

from __future__ import annotations

from enum import StrEnum

from knowledge.base.frozen import Frozen


class Severity(StrEnum):
    """How sure a finding is: the applicant should mend it, or a person at the window should look.

    Neither stops a submission.
    """

    MEND = "mend"
    WARN = "warn"


class Place(Frozen):
    """Where on a page something stands, as shares of its width and height from the upper left corner."""

    page: int = 1
    left: float
    top: float
    width: float
    height: float


class Finding(Frozen):
    """One thing that is wrong or doubtful with a paper.

    Attributes:
        code: Stable name, a key of ``wording.yaml``.
        say: What is wrong and how to mend it, in Chinese; it repeats nothing of what stands on the paper but its kind and dates.
        place: Where, if it is at one place.
    """

    code: str
    severity: Severity
    say: str
    place: Place | None = None
