"""The clocks of a case (办件时钟) on any day: what is due, by when, from when it counts, by which rule, and what is left.

Everything follows from the facts of the log. Two clocks run to the decision, the legal limit and the centre's own promise; the nearer
one is shown first. Special procedures stop both; the expiry of a licence stops for nothing (art. 45 speaks of art. 42 to 44 only).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from knowledge.base.centre_time import centre_day, moment_of
from knowledge.calendar.limit_end import End, Pause, end_of, extended, hours_left, left_at
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import CalendarGap, DueDate, WorkCalendar
from knowledge.cases.limits import rules
from knowledge.cases.limits.renewal import renewal_in_time
from knowledge.cases.record.choices import ExaminationKind
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.terms import TermLimit
from knowledge.catalogue.item import ItemType


class ClockState(StrEnum):
    """Still running, stopped for a special procedure, done in time, done or still open after the end, or no longer needed."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Clock:
    """One clock on one day.

    Attributes:
        code: Which clock: ``answer legal promised delivery expiry arrange_on_site arrange_expert on_site_opinion expert_opinion
            task``.
        due: Last day; None while paused.
        due_at: Last moment, for limits in hours and minutes.
        open: Whether what is due is still to be done.
        left: Days (or hours, minutes) left in ``unit``, negative once passed; None where the clock has ended.
        rule: The sentence that says why, with its article.
        whose: The department, for tasks of joint handling.
        grants: Whether its passing counts as a grant where the licence expires (行政许可法 art. 50).
    """

    code: str
    what: str
    unit: Unit
    counted_from: date
    due: date | None
    due_at: datetime | None
    state: ClockState
    open: bool
    left: int | None
    rule: str
    article: str
    whose: str = ""
    grants: bool = False

    @property
    def due_date(self) -> DueDate | None:
        """As the plain date that receipts show."""
        return DueDate(self.what, self.due, self.counted_from, self.rule) if self.due else None


@dataclass(frozen=True)
class _Limit:
    """A limit before it is counted.

    Attributes:
        done: The day, or for hours the moment, on which it was met.
        dropped: The day on which it stopped to matter.
        silent: What was due came about by silence: the limit was not kept.
        extra: By how much a limit in another unit was extended, in ``extra_unit``.
    """

    code: str
    what: str
    amount: int
    unit: Unit
    start: date | datetime
    article: str
    text: str
    done: date | datetime | None
    dropped: date | None = None
    pauses: tuple[Pause, ...] = ()
    whose: str = ""
    silent: bool = False
    extra: int = 0
    extra_unit: Unit = Unit.WORKING_DAY

    @property
    def open(self) -> bool:
        return self.done is None and self.dropped is None

    @property
    def moment(self) -> datetime:
        return self.start if isinstance(self.start, datetime) else moment_of(self.start)


def clocks(facts: CaseFacts, calendar: WorkCalendar, now: datetime) -> tuple[Clock, ...]:
    """All clocks that have begun, in the order of the procedure.

    Raises:
        CalendarGap: A date lies in a year that is not entered.
    """
    return tuple(_counted(limit, facts, calendar, now) for limit in _limits(facts))


def clocks_and_gaps(
    facts: CaseFacts, calendar: WorkCalendar, now: datetime
) -> tuple[tuple[Clock, ...], tuple[CalendarGap, ...]]:
    """The clocks that can be counted, and for the others the years that are missing."""
    counted: list[Clock] = []
    gaps: list[CalendarGap] = []
    for limit in _limits(facts):
        try:
            counted.append(_counted(limit, facts, calendar, now))
        except CalendarGap as gap:
            gaps.append(gap)
    return tuple(counted), tuple(gaps)


def nearer(running: tuple[Clock, ...]) -> Clock | None:
    """Of promised and legal limit the one that ends first; the paused one with less left while both are stopped."""
    both = [clock for clock in running if clock.code in ("promised", "legal") and clock.open]
    dated = [clock for clock in both if clock.due is not None]
    if dated:
        return min(dated, key=lambda clock: (clock.due or date.max, clock.code != "legal"))
    return min(both, key=lambda clock: clock.left if clock.left is not None else 0, default=None)


def remaining_text(clock: Clock) -> str:
    """How long there still is, for screens: ``还剩3个工作日``, ``今天到期``, ``已超过2个工作日``."""
    unit = {Unit.WORKING_DAY: "个工作日", Unit.HOUR: "小时", Unit.MINUTE: "分钟"}.get(clock.unit, "天")
    if clock.left is None:
        return {ClockState.MET: "按期完成", ClockState.MISSED: "逾期完成"}.get(clock.state, "不再计时")
    if clock.state is ClockState.PAUSED:
        return f"暂停计时，恢复后还有{clock.left}{unit}"
    if clock.state is ClockState.MISSED:
        return f"已超过{-clock.left}{unit}" if clock.left else "已经到期"
    return f"还剩{clock.left}{unit}" if clock.left else "今天到期"


def extension_rule(facts: CaseFacts) -> rules.Rule | None:
    """How long the case may be extended, once, and by whose approval; None where another law sets the limit and lets nobody extend it.

    What art. 42 says of extending is about the limits of art. 42; where another law sets the limit, its own rules say it.
    """
    own = facts.terms.extension
    if own is not None:
        article = own.rule or "事项清单的规定"
        text = f"经本行政机关负责人批准，可以延长{length_text(own.days, own.unit)}，只延长一次"
        return replace(rules.EXTENSION, days=own.days, unit=own.unit, article=article, text=text)
    if not _is_general(facts.terms.legal):
        return None
    return rules.JOINT_EXTENSION if facts.terms.joint_with else rules.EXTENSION


def _is_general(legal: TermLimit | None) -> bool:
    """Whether the legal limit is that of art. 42, which the item cites or which fills the place of its own."""
    return legal is None or "《行政许可法》第四十二条" in legal.rule


def _limits(facts: CaseFacts) -> Iterator[_Limit]:
    for part in _PARTS:
        yield from part(facts)


def _answer(facts: CaseFacts) -> Iterator[_Limit]:
    if facts.papers_day is None:
        return
    yield _ruled(rules.ANSWER, facts.papers_day, facts, done=facts.answered_on, dropped=facts.ended_on)


def _decision(facts: CaseFacts) -> Iterator[_Limit]:
    if facts.accepted_on is None:
        return
    promised = facts.terms.promised
    if promised is not None:
        text = f"承诺{limit_text(promised)}办结"
        yield _decided(facts, promised, replace(rules.PROMISED, text=text))
    legal, rule = _legal(facts)
    if legal is not None:
        yield _decided(facts, legal, rule)


def _decided(facts: CaseFacts, limit: TermLimit, rule: rules.Rule) -> _Limit:
    """A limit that runs to the decision, with what extends or stops it."""
    in_hours = limit.unit in (Unit.HOUR, Unit.MINUTE)
    more, unit = facts.extended_by or 0, facts.extended_unit
    text = rule.text
    if more:
        text += (
            f"；经批准延长{length_text(more, unit)}（{(extension_rule(facts) or rules.EXTENSION).article}）"
        )
    if facts.specials:
        text += f"；{rules.PAUSE.text}（{rules.PAUSE.article}）"
    if facts.passings:
        text += f"；{rules.ABOVE.text}（{rules.ABOVE.article}）"
    alike = limit.unit is unit
    return _Limit(
        code=rule.code,
        what=rule.what,
        amount=limit.days + (more if alike else 0),
        unit=limit.unit,
        start=(facts.accepted_at if in_hours else None) or facts.accepted_on or date.min,
        article=rule.article,
        text=text,
        done=facts.decided_at if in_hours else facts.decided_on,
        dropped=facts.ended_on,
        pauses=facts.pauses,
        silent=facts.decision_deemed,
        extra=0 if alike else more,
        extra_unit=unit,
    )


def limit_text(limit: TermLimit) -> str:
    """``7个工作日内``, ``当场``, ``60日内``, ``24小时内``."""
    return f"{length_text(limit.days, limit.unit)}内" if limit.days else "当场"


def length_text(amount: int, unit: Unit) -> str:
    """``7个工作日``, ``60日``, ``24小时``."""
    words = {Unit.WORKING_DAY: "个工作日", Unit.DAY: "日", Unit.MONTH: "个月"}
    return f"{amount}{words.get(unit, unit.value)}"


def _legal(facts: CaseFacts) -> tuple[TermLimit | None, rules.Rule]:
    """The legal limit and its rule: the item's own, or art. 42 where the item cites it or has none.

    Joint handling has 45 days in place of the 20 of art. 42; what another law sets stays.
    """
    own, terms = facts.terms.legal, facts.terms
    if _is_general(own) and terms.joint_with:
        return TermLimit(days=rules.JOINT_DECISION.days), rules.JOINT_DECISION
    if own is None:
        licence = terms.type is ItemType.LICENCE and bool(terms.item)
        return (TermLimit(days=rules.DECISION.days) if licence else None), rules.DECISION
    article = own.rule or "事项清单的法定办结时限"
    return own, replace(
        rules.DECISION, days=own.days, article=article, text=f"受理之日起{limit_text(own)}作出决定"
    )


def _examinations(facts: CaseFacts) -> Iterator[_Limit]:
    if facts.accepted_on is None:
        return
    for kind, provided, rule in (
        (ExaminationKind.ON_SITE, facts.terms.on_site, rules.ARRANGE_ON_SITE),
        (ExaminationKind.EXPERT, facts.terms.expert, rules.ARRANGE_EXPERT),
    ):
        held = facts.examination(kind)
        if provided or held:
            yield _ruled(rule, facts.accepted_on, facts, held.arranged if held else None, _over(facts))
        if held and held.held:
            opinion = replace(rules.OPINION, code=f"{kind}_opinion", what=f"出具{kind.label}意见")
            yield _ruled(opinion, held.held, facts, held.concluded, _over(facts))


def _over(facts: CaseFacts) -> date | None:
    """When what serves the decision stops to matter."""
    return facts.ended_on or facts.decided_on


def _tasks(facts: CaseFacts) -> Iterator[_Limit]:
    for task in facts.tasks:
        if task.days:
            text = f"分送之日起{task.days}个工作日内出具意见"
            yield _Limit("task", "出具部门意见", task.days, Unit.WORKING_DAY, task.sent, "分送时确定的期限", text,
                         task.answered, _over(facts), facts.pauses, task.department)  # fmt: skip


def _delivery(facts: CaseFacts) -> Iterator[_Limit]:
    if facts.decided_on is not None:
        yield _ruled(rules.DELIVERY, facts.decided_on, facts, facts.delivered_on, facts.ended_on)


def _expiry(facts: CaseFacts) -> Iterator[_Limit]:
    if facts.terms.valid_until is not None and facts.submitted_on is not None:
        expiry = _ruled(rules.EXPIRY, facts.terms.valid_until, facts, facts.decided_on, facts.ended_on)
        yield replace(expiry, silent=facts.decision_deemed)


_PARTS: tuple[Callable[[CaseFacts], Iterator[_Limit]], ...] = (
    _answer, _decision, _examinations, _tasks, _expiry, _delivery,
)  # fmt: skip


def _ruled(
    rule: rules.Rule, start: date, facts: CaseFacts, done: date | None, dropped: date | None
) -> _Limit:
    licence = facts.terms.type is ItemType.LICENCE or "《行政许可法》" not in rule.article
    article = rule.article if licence else f"参照{rule.article}"
    return _Limit(rule.code, rule.what, rule.days, rule.unit, start, article, rule.text, done, dropped)


def _counted(limit: _Limit, facts: CaseFacts, calendar: WorkCalendar, now: datetime) -> Clock:
    end = end_of(limit.moment, limit.amount, limit.unit, calendar, limit.pauses)
    if end is not None and limit.extra:
        end = extended(end, limit.extra, limit.extra_unit, calendar, limit.pauses)
    if end is not None:
        state = _state(limit, end, now)
        left = _left(limit, end, calendar, now) if limit.open else None
    elif limit.open:
        state = ClockState.PAUSED
        left = left_at(limit.moment, limit.amount, limit.unit, calendar, limit.pauses, now) + limit.extra
    else:
        state, left = (ClockState.DROPPED if limit.done is None else ClockState.MET), None
    counted = _clock(limit, end, state, left)
    return replace(counted, grants=True) if _came_in_time(limit, facts, calendar) else counted


def _came_in_time(limit: _Limit, facts: CaseFacts, calendar: WorkCalendar) -> bool:
    """Whether a renewal was applied for early enough; while a year is missing nothing comes about by silence."""
    until, submitted = facts.terms.valid_until, facts.submitted_on
    if limit.code != rules.EXPIRY.code or until is None or submitted is None:
        return False
    try:
        return renewal_in_time(submitted, until, calendar, facts.terms.renew_before)
    except CalendarGap:
        return False


def _state(limit: _Limit, end: End, now: datetime) -> ClockState:
    if limit.done is None and limit.dropped is not None:
        return ClockState.DROPPED
    reached = limit.done or now
    if end.moment is not None and isinstance(reached, datetime):
        late = reached > end.moment
    else:
        day = centre_day(reached) if isinstance(reached, datetime) else reached
        late = day > end.day or (limit.silent and day == end.day)
    if limit.open:
        return ClockState.MISSED if late else ClockState.RUNNING
    return ClockState.MISSED if late else ClockState.MET


def _left(limit: _Limit, end: End, calendar: WorkCalendar, now: datetime) -> int:
    if end.moment is not None:
        return hours_left(end.moment, now, limit.unit)
    if limit.unit is Unit.WORKING_DAY:
        return calendar.between(centre_day(now), end.day)
    return (end.day - centre_day(now)).days


def _clock(limit: _Limit, end: End | None, state: ClockState, left: int | None) -> Clock:
    return Clock(
        code=limit.code,
        what=limit.what,
        unit=limit.unit,
        counted_from=centre_day(limit.moment),
        due=end.day if end else None,
        due_at=end.moment if end else None,
        state=state,
        open=limit.open,
        left=left,
        rule=f"{limit.article}：{limit.text}",
        article=limit.article,
        whose=limit.whose,
    )
