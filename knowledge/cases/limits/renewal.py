"""The renewal of a licence (行政许可法 art. 50): by when it is to be applied for, whether it came in time, and what is said of it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.calendar.limit_end import month_later
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import CalendarGap, DueDate, WorkCalendar
from knowledge.cases.limits import rules
from knowledge.cases.record.terms import TermLimit, is_renewal, renewal_limit
from knowledge.catalogue.item import BusinessItem


class RenewalState(StrEnum):
    """How an application made today stands to the expiry."""

    UNKNOWN = "unknown"
    IN_TIME = "in_time"
    LATE = "late"
    EXPIRED = "expired"


class Renewal(Frozen, json_schema_serialization_defaults_required=True):
    """What is known of the licence that is to be renewed, and what follows from it today."""

    licence: str = Field(description="要延续的证照的名称")
    until: date | None = Field(description="它的有效期到哪一天；还不知道时为空")
    read: bool = Field(default=False, description="有效期是从交来的证照上读出来的，不是申请人说的")
    apply_by: date | None = Field(
        description="最晚哪一天申请才算按时；还不知道有效期，或者放假安排还没有公布时为空"
    )
    state: RenewalState = Field(
        description="今天申请：in_time 按时、late 晚了、expired 已经过期、unknown 还不知道有效期"
    )
    say: str = Field(description="给申请人的话，写明依据")


def renewal_due(valid_until: date, calendar: WorkCalendar, limit: TermLimit | None = None) -> DueDate:
    """By when a renewal is to be applied for: 30 days ahead of expiry, or what the item's own rules say.

    Art. 82 makes the law's days working days; for applicants that is the earlier and safer day, and it is what they are told.
    Whether a renewal came in time is judged by the more favourable reading (:func:`renewal_in_time`).

    Raises:
        CalendarGap: The days ahead of expiry lie in a year that is not entered.
    """
    days, unit = (limit.days, limit.unit) if limit else (rules.RENEWAL.days, rules.RENEWAL.unit)
    return DueDate(rules.RENEWAL.what, _ahead(valid_until, days, unit, calendar), valid_until, _rule(limit))


def renewal_in_time(
    submitted: date, valid_until: date, calendar: WorkCalendar, limit: TermLimit | None = None
) -> bool:
    """Whether a renewal was applied for in time: as the item's own rules set it, else 30 natural days before expiry.

    Art. 82 binds the authority's limits only, so the 30 days of art. 50 are natural ones where that favours the applicant.

    Raises:
        CalendarGap: The days ahead of expiry lie in a year that is not entered.
    """
    days, unit = (limit.days, limit.unit) if limit else (rules.RENEWAL.days, Unit.DAY)
    return submitted <= _ahead(valid_until, days, unit, calendar)


def renewal_of(
    items: tuple[BusinessItem, ...],
    until: date | None,
    today: date,
    calendar: WorkCalendar,
    *,
    read: bool = False,
) -> Renewal | None:
    """What is to be said of a renewal that is applied for today; None where none, or more than one, is among the items."""
    renewed = [item for item in items if is_renewal(item)]
    if len(renewed) != 1:
        return None
    item = renewed[0]
    licence, limit = item.result.name if item.result else item.main_name, renewal_limit(item)
    if until is None:
        say = f"「{licence}」延续要提前申请（{_rule(limit)}）。"
        return Renewal(licence=licence, until=None, apply_by=None, state=RenewalState.UNKNOWN, say=say)
    apply_by = _last_day(until, calendar, limit)
    state = _state(today, until, calendar, limit)
    by = f"应当在{day_text(apply_by)}以前申请" if apply_by else "应当提前申请"
    say = f"「{licence}」有效期到{day_text(until)}，{by}（{_rule(limit)}）。{_THEN[state]}"
    return Renewal(licence=licence, until=until, read=read, apply_by=apply_by, state=state, say=say)


_THEN = {
    RenewalState.IN_TIME: f"现在申请来得及；{rules.EXPIRY.text}（{rules.EXPIRY.article}）。",
    RenewalState.LATE: "现在申请已经晚了，窗口可能要您重新申请；到期前没有作出决定的，原来的证就失效，不视为准予延续。"
    "请先打窗口电话问清楚再提交。",
    RenewalState.EXPIRED: "现在已经过期，不能延续，要重新申请。请打窗口电话，问重新申请怎么办。",
    RenewalState.UNKNOWN: "放假安排还没有公布，算不出最晚是哪一天，请尽早申请。",
}


def _state(today: date, until: date, calendar: WorkCalendar, limit: TermLimit | None) -> RenewalState:
    if today > until:
        return RenewalState.EXPIRED
    try:
        in_time = renewal_in_time(today, until, calendar, limit)
    except CalendarGap:
        return RenewalState.UNKNOWN
    return RenewalState.IN_TIME if in_time else RenewalState.LATE


def _last_day(until: date, calendar: WorkCalendar, limit: TermLimit | None) -> date | None:
    """The safer day of the two readings; where its year is not entered the other, and none where the rule counts working days itself."""
    try:
        return renewal_due(until, calendar, limit).day
    except CalendarGap:
        return None if limit else _ahead(until, rules.RENEWAL.days, Unit.DAY, calendar)


def _ahead(until: date, amount: int, unit: Unit, calendar: WorkCalendar) -> date:
    if unit is Unit.WORKING_DAY:
        return calendar.back(until, amount)
    return month_later(until, -amount) if unit is Unit.MONTH else until - timedelta(days=amount)


def _rule(limit: TermLimit | None) -> str:
    if limit is None:
        return f"{rules.RENEWAL.article}：{rules.RENEWAL.text}"
    unit = {Unit.WORKING_DAY: "个工作日", Unit.MONTH: "个月"}.get(limit.unit, "日")
    return f"{limit.rule or rules.RENEWAL.article}：有效期届满{limit.days}{unit}前提出延续申请"
