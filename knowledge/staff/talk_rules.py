"""A person in the talk (人工对话): who takes it, when it goes back, and what the applicant is told; the words and roles are data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap, WorkCalendar


class TalkState(StrEnum):
    """Where a talk with a person is."""

    WAITING = "waiting"
    HELD = "held"
    MISSED = "missed"
    BACK = "back"
    IDLE = "idle"
    LEFT = "left"


STATE_NAMES: Mapping[TalkState, str] = {
    TalkState.WAITING: "等待接话",
    TalkState.HELD: "人工对话中",
    TalkState.MISSED: "没有接上",
    TalkState.BACK: "已经交回助手",
    TalkState.IDLE: "没有再说话，已经结束",
    TalkState.LEFT: "办事人不等了",
}

OPEN = frozenset({TalkState.WAITING, TalkState.HELD})


class TalkRules(Frozen):
    """``talk_rules.yaml``.

    Attributes:
        takes: Roles that accept talks and call people back.
        oversees: Roles that see all of them and take none.
        least_tries: Calls without an answer after which a call-back may be given up.
        fetching: Channels that fetch what officers say; to the others it is brought.
        told: What the applicant is told of each turn of events.
    """

    takes: tuple[Role, ...]
    oversees: tuple[Role, ...]
    reads_proposals: tuple[Role, ...]
    least_tries: int
    fetching: frozenset[str]
    told: Mapping[str, str]

    def text(self, key: str, **parts: object) -> str:
        """What the applicant is told."""
        return self.told[key].format(**parts)


@cache
def talk_rules() -> TalkRules:
    """The rules that come with the product."""
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    return TalkRules.model_validate(yaml.safe_load(text))


def is_past(since: datetime | None, minutes: int, now: datetime) -> bool:
    """Whether so many minutes have gone by; never where nothing began."""
    return since is not None and now - since >= timedelta(minutes=minutes)


def callback_due(asked: date, days: int, calendar: WorkCalendar) -> date | None:
    """By which day somebody is called back; the day of asking is not counted (民法典 art. 201).

    Args:
        days: Working days.

    Returns:
        None where the calendar of that year is not entered: no date is guessed.
    """
    try:
        return calendar.add(asked, days)
    except CalendarGap:
        return None
