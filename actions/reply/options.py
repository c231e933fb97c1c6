"""The options of a pending question, as a reply offers them."""

from __future__ import annotations

from typing import Any

from actions.pending.menu import NextStepMenu
from actions.pending.model import Pending
from actions.reply.parts import Option
from actions.reply.wording import say

NONE_OF_THESE = "都不是"
NOT_SURE = "不确定"
"""Replies that the dialogue understands, whatever the wording calls them."""

_OPENS: dict[str, Any] = {"resume": "move"}
"""Choices after the notice that a page can do itself."""


def options_of(pending: Pending | None) -> tuple[Option, ...]:
    """What is offered of a pending question; options that are only understood when typed are left out."""
    if pending is None:
        return ()
    opens = _OPENS if isinstance(pending, NextStepMenu) else {}
    offered = [option for option in pending.options if option.button]
    return tuple(
        Option(number=number, label=one.label, payload=one.label, opens=opens.get(one.value, ""))
        for number, one in enumerate(offered, 1)
    )


def or_none(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options, and none of them."""
    return (*options, _last(options, say("option_none"), NONE_OF_THESE))


def or_unsure(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options, and that one does not know."""
    return (*options, _last(options, say("option_unsure"), NOT_SURE))


def _last(options: tuple[Option, ...], label: str, payload: str) -> Option:
    return Option(number=len(options) + 1, label=label, payload=payload, is_button=False)
