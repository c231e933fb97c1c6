"""What supervision (电子监察) is shown of a case: every departure from the rules, with its code and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.limits.clocks import Clock, ClockState
from knowledge.cases.record.facts import CaseFacts

SOON = 2
"""A clock with so many working days left is about to pass."""

MARK_NAMES: dict[str, str] = {
    "overdue": "超期",
    "soon": "快到期",
    "second_correction": "不止一次补正",
    "late_request": "清单外的要求",
    "special_overrun": "特别程序超时",
    "deemed_accepted": "视为受理",
    "deemed_granted": "视为准予",
    "misrouted": "转办",
    "urged": "督办",
    "claim_neglected": "认领了没有办",
}
"""What the codes of findings are called."""

EVERY_MARK_NAME: dict[str, str] = {
    **MARK_NAMES,
    "bad_rating": "差评",
    "rating_late": "差评没有按时答复",
    "feedback_penalty": "监管部门处罚",
    "feedback_inspection": "监管检查不合格",
}
"""Also what others mark on a case: ratings, and reports of supervising departments."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Attributes:
        code: ``second_correction late_request overdue soon special_overrun deemed_accepted deemed_granted misrouted urged``.
        day: Since when, where there is a day.
    """

    code: str
    say: str
    day: date | None = None


def findings(facts: CaseFacts, running: tuple[Clock, ...]) -> tuple[Finding, ...]:
    """Everything about a case that supervision looks at."""
    return (*_corrections(facts), *_clocks(running), *_silences(facts), *_moves(facts))


def special_overruns(facts: CaseFacts, calendar: WorkCalendar, today: date) -> tuple[Finding, ...]:
    """Special procedures that take longer than the applicant was told in writing (art. 45)."""
    found = []
    for special in facts.specials:
        due = calendar.add(centre_day(special.started), special.expected_days)
        if (centre_day(special.ended) if special.ended else today) > due:
            name = special.kind.label
            found.append(
                Finding("special_overrun", f"{name}超过了告知申请人的时间，应在{day_text(due)}前完成。", due)
            )
    return tuple(found)


def _corrections(facts: CaseFacts) -> Iterator[Finding]:
    if len(facts.corrections) > 1:
        again = facts.corrections[1]
        yield Finding(
            "second_correction", f"要求补正{len(facts.corrections)}次，应当一次告知全部内容。", again.day
        )
    for correction in facts.corrections:
        for point in correction.late:
            yield Finding(
                "late_request",
                f"要求了告知单或者第一次补正通知上没有的「{point.name}」，写明的原因：{point.reason.rstrip('。')}。",
                correction.day,
            )


def _clocks(running: tuple[Clock, ...]) -> Iterator[Finding]:
    for clock in running:
        if clock.state is ClockState.MISSED:
            yield Finding(
                "overdue",
                f"{clock.what}{'已经超期' if clock.open else '超期完成'}。依据：{clock.rule}。",
                clock.due,
            )
        elif clock.open and clock.due and clock.left is not None and clock.left <= SOON:
            yield Finding("soon", f"{clock.what}快到期，最晚{day_text(clock.due)}。", clock.due)


def _silences(facts: CaseFacts) -> Iterator[Finding]:
    if facts.accepted_deemed:
        yield Finding("deemed_accepted", "窗口逾期没有答复，视为受理。", facts.accepted_on)
    if facts.decision_deemed:
        yield Finding("deemed_granted", "逾期没有作出决定，视为准予。", facts.decided_on)


def _moves(facts: CaseFacts) -> Iterator[Finding]:
    for moved in facts.transfers:
        yield Finding(
            "misrouted", f"从窗口 {moved.from_window or '（未定）'} 转到 {moved.to_window}。", moved.day
        )
    if facts.urged:
        yield Finding("urged", f"督办过{facts.urged}次。")
