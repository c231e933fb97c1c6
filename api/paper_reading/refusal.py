"""The one way in which the worker process says no."""

from __future__ import annotations


class Refused(Exception):
    """A file is not taken.

    Attributes:
        code: Of an error in ``api.platform.errors``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
