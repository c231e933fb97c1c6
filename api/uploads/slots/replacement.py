"""One file in the place of another: of what was not submitted the old one goes, of what was it stays and is marked as replaced."""

from __future__ import annotations

from collections.abc import Sequence

from api.uploads.repository import Shown


def standing(shown: Sequence[Shown]) -> list[Shown]:
    """The files of a slot that count, page by page: for one that was submitted and replaced the one that stands for it now."""
    return [latest(one, shown) for one in shown if not one.file.replaces]


def latest(one: Shown, shown: Sequence[Shown]) -> Shown:
    """The file that stands for this one now; itself where none does."""
    newer = {other.file.replaces: other for other in shown if other.file.replaces}
    while one.file.id in newer:
        one = newer[one.file.id]
    return one
