"""Two things that a message may mean, one of them dear: which of them, is asked before anything is done."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from actions.pending.model import Pending

YES = ("是", "是的", "对", "对的", "嗯", "要", "好", "好的", "确定")
NO = ("不是", "不", "不要", "没有", "不用", "都不是", "算了", "取消")
"""What else picks the first and the second of two meanings."""


class Doubt(Pending):
    """An act that was perhaps asked for, and what the message may mean otherwise.

    Attributes:
        act: The action that does it.
        other: The action that takes the message in its other meaning; None where there is none.
        value: The option of the question before that the other meaning picks.
        said: The message.
        before: The question that was open, as the dialogue keeps it.
    """

    answered_by: ClassVar[str] = "action_settle_doubt"
    has_own_no: ClassVar[bool] = True

    kind: Literal["doubt"] = "doubt"
    act: str
    other: str | None = None
    value: str | None = None
    said: str
    before: dict[str, Any] | None = None
