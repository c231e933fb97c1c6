"""A callback that is not taken."""

from __future__ import annotations


class Refused(Exception):
    """The request is not WeChat's, or no message.

    Attributes:
        reason: Stable name for the log, without anything of the message.
        status: Of the answer.
    """

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
