"""Turns of talk without a dialogue: a message, what was open and heard, and an api of functions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.client import api_client
from actions.pending.heard import Heard
from actions.pending.model import Pending
from actions.turn import Turn

WINDOW = SimpleNamespace(
    kind="综合窗口",
    site="河东县政务服务中心",
    address="政务路1号",
    phone="0000-8600-1000",
    hours="星期一至星期五 9:00-17:00",
    example=False,
)


async def _windows() -> Any:
    return SimpleNamespace(windows=[WINDOW])


async def _nobody_there(channel: str, conversation: str, lines: Any) -> Any:
    """Out of hours."""
    return SimpleNamespace(talk="", state="closed", lines=[], callback="", next_opening=None)


async def _kept(text: str, channel: str, decision: str, moment: str = "", before: Any = ()) -> None:
    """Those who tune see it later."""


async def _item(key: str) -> Any:
    """An item of which the catalogue says little."""
    return SimpleNamespace(
        name=f"事项{key}", department="市场监管局", scenario="开店", parts=[], conditions=["有固定的场所"]
    )


def turn_of(
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    pending: Pending | None = None,
    heard: Heard | None = None,
    **api: Any,
) -> Turn:
    """A turn whose api has the windows of the centre and what is given."""
    monkeypatch.setattr(
        api_client,
        "current",
        lambda: SimpleNamespace(
            **{
                "windows": _windows,
                "item": _item,
                "ask_person": _nobody_there,
                "log_unmatched": _kept,
                **api,
            }
        ),
    )
    slots = {
        "pending": pending.stored() if pending else None,
        "heard": heard.stored() if heard else None,
    }
    tracker: Any = SimpleNamespace(
        latest_message={"text": text},
        events=[{"event": "user", "text": text}],
        sender_id="s",
        get_latest_input_channel=lambda: "rest",
        slots=slots,
        get_slot=slots.get,
    )
    return Turn(tracker)


def heard_next(turn: Turn) -> Heard:
    """What the turn leaves for the next one."""
    left = {event["name"]: event["value"] for event in turn.events()}
    return Heard.remembered(left.get("heard", turn.heard.stored()))


def pending_next(turn: Turn) -> dict[str, Any] | None:
    """The question that the turn leaves open."""
    left = {event["name"]: event["value"] for event in turn.events()}
    kept: dict[str, Any] | None = left.get("pending", turn.pending.stored() if turn.pending else None)
    return kept
