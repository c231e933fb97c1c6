"""What an applicant can be reminded of (提醒), on which ways, and in which words: no name, no number of a person, no reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.base.dates import day_text
from knowledge.cases.record.act import Act


class Way(StrEnum):
    """A way on which a reminder goes."""

    SMS = "sms"
    WECHAT = "wechat"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """What people call it."""
        return {"sms": "短信", "wechat": "微信", "email": "邮件"}[self.value]


class Occasion(StrEnum):
    """What is reminded of."""

    CORRECTION = "to_correct"
    DECIDED = "result"
    DUE = "due"
    VISIT = "visit"


OCCASIONS: Mapping[Act, Occasion] = {
    Act.REQUEST_CORRECTION: Occasion.CORRECTION,
    Act.REFUSE: Occasion.DECIDED,
    Act.DECIDE: Occasion.DECIDED,
    Act.DECIDE_ON_SPOT: Occasion.DECIDED,
    Act.DEEMED_GRANTED: Occasion.DECIDED,
    Act.RETURN: Occasion.DECIDED,
    Act.TERMINATE: Occasion.DECIDED,
}
"""Acts of which an applicant is reminded when they are done."""

FIRST_HOUR, LAST_HOUR = 8, 20
"""Between these hours of the centre's day people are reminded of days to come."""


@dataclass(frozen=True)
class Told:
    """A reminder in words: its subject line, and what it says."""

    subject: str
    text: str


def of_act(occasion: Occasion, number: str, item: str) -> Told:
    """The reminder of what was done in a case."""
    if occasion is Occasion.CORRECTION:
        return Told(
            f"办件{number}要补正材料",
            f"您的办件{number}（{item}）要补正材料，要补哪几样、补到什么时候，请在办件进度里看。",
        )
    return Told(f"办件{number}有结果了", f"您的办件{number}（{item}）有结果了，请在办件进度里看。")


def of_deadline(number: str, item: str, by: date, today: date) -> Told:
    """The reminder that the time for correcting is nearly over."""
    when = "今天" if by == today else "明天"
    return Told(
        f"办件{number}补正{when}到期",
        f"您的办件{number}（{item}）补正{when}到期（{day_text(by)}）。请在到期以前补齐；补不齐的，请给窗口打电话说明。",
    )


def of_visit(item: str, window: str, day: date, start: str) -> Told:
    """The reminder of an appointment."""
    return Told(
        "明天您约了窗口",
        f"您约了明天（{day_text(day)}）{start}到{window}办理{item}，请带上告知单列的材料。来不了的，请在网页上取消，把时间让给别人。",
    )


def is_near(by: date, asked_on: date, today: date) -> bool:
    """Whether it is the day before a date for correcting, or the date itself; not on the day on which it was asked for."""
    return asked_on < today <= by <= today + timedelta(days=1)
