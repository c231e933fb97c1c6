"""Dates that are asked for, worked out by the calendar: 今天交几号能拿到, 孩子11月3号生的，最晚啥时候报.

Counted as the law counts: not from the day itself but from the next (民法典第二百零一条), months to the corresponding day (第二百零二条), a last day
that is off moves to the next working day (第二百零三条); limits of an authority in working days (行政许可法第八十二条).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import cn2an

from knowledge.base.centre_time import moment_of
from knowledge.calendar.limit_end import end_of, month_later
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.catalogue.item import BusinessItem, FactKind, Limit
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.past_day import past_day_said
from knowledge.language.spoken_time import day_said
from knowledge.language.terms import terms_in

_ASKS_A_DAY = re.compile(r"几号|哪一?天|[啥什]么?时候|何时|几时|多会儿?|啥会儿?|啥日子")
_ENDS = re.compile(r"到期|期满|[日号](?:那天)?(?:再|才|就)?[去来]")
_TERM = re.compile(
    r"(?P<count>\d+|[一二两三四五六七八九十半]+)(?P<unit>个?工作日|日|天|个?月|年|周|个?星期)(?:之?内|以内)"
)
_UNITS = (("工作日", Unit.WORKING_DAY, 1), ("日", Unit.DAY, 1), ("天", Unit.DAY, 1), ("月", Unit.MONTH, 1))
_LONGER = (("年", Unit.MONTH, 12), ("周", Unit.DAY, 7), ("星期", Unit.DAY, 7))
OF_APPLYING = frozenset({FactKind.CONDITIONS, FactKind.WITHOUT})
_COUNTED = frozenset({Unit.WORKING_DAY, Unit.DAY, Unit.MONTH})


class Wanted(StrEnum):
    """What ends on the day."""

    DONE = "done"
    """The authority is done by then, where it accepts on the first day."""
    APPLIED = "applied"
    """By then one must have applied, where it happened on the first day."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A date with how it was counted.

    Attributes:
        start: The day from which it counts, which is not counted itself.
        end: The last day.
        term: In words, as the item has it: 10个工作日, 30日.
        said: Whether the start was said; else it is today, for an example.
    """

    wanted: Wanted
    start: date
    end: date
    term: str
    said: bool


def worked_out(
    text: str,
    items: Iterable[BusinessItem],
    terms: Iterable[str],
    today: date,
    calendar: WorkCalendar,
) -> list[WorkedOut]:
    """The dates that a question about an affair asks for.

    Args:
        text: Normalised.
        items: The items of the affair.
        terms: Its sentences on when one must apply.

    Returns:
        Nothing where no date is asked for.
    """
    asked = set(aspects_in(text))
    found: list[WorkedOut] = []
    if Aspect.DEADLINE in asked or (Aspect.COUNTING in asked and Aspect.TIME_LIMIT not in asked):
        found += _to_apply(text, terms, today, calendar)
    asks_when_done = Aspect.TIME_LIMIT in asked and _ASKS_A_DAY.search(text) is not None
    if asks_when_done or (Aspect.COUNTING in asked and not found):
        found += _until_done(text, items, today, calendar)
    return list(dict.fromkeys(found))


def terms_to_apply(items: Iterable[BusinessItem]) -> list[str]:
    """What items say of when one must apply: their conditions, else the first of what they answer."""
    known = list(items)
    if told := terms_in(condition for item in known for condition in item.conditions):
        return told
    facts = [fact.text for item in known for fact in item.facts if fact.about in OF_APPLYING]
    answers = [faq.answer for item in known for faq in item.questions]
    return terms_in([*facts, *answers])[:1]


def _until_done(
    text: str, items: Iterable[BusinessItem], today: date, calendar: WorkCalendar
) -> Iterator[WorkedOut]:
    said = day_said(text, today)
    start = said if said is not None and said >= today else today
    for item in items:
        limit = item.promised_limit or item.legal_limit
        if limit is None or not limit.days or limit.unit not in _COUNTED:
            continue
        if (end := _end(start, limit.days, limit.unit, calendar)) is not None:
            yield WorkedOut(Wanted.DONE, start, end, _words(limit), said == start)


def _to_apply(text: str, terms: Iterable[str], today: date, calendar: WorkCalendar) -> Iterator[WorkedOut]:
    if _ENDS.search(text):
        return  # the day that is named is when a paper ends, or when somebody will come: nothing counts from it
    said = past_day_said(text, today)
    start = said or today
    for sentence in terms:
        for found in _TERM.finditer(sentence):
            length = _length(found)
            if length is not None and (end := _end(start, *length, calendar)) is not None:
                words = found[0].removesuffix("以内").removesuffix("之内").removesuffix("内")
                yield WorkedOut(Wanted.APPLIED, start, end, words, said is not None)


def _end(start: date, amount: int, unit: Unit, calendar: WorkCalendar) -> date | None:
    """The last day; of days and months that end in a year whose holidays are not known yet, without moving it.

    Returns:
        None where the working days of that year are not known.
    """
    try:
        end = end_of(moment_of(start), amount, unit, calendar)
    except CalendarGap:
        if unit is Unit.WORKING_DAY:
            return None
        return start + timedelta(days=amount) if unit is Unit.DAY else month_later(start, amount)
    assert end is not None  # only a paused limit has no end
    return end.day


def _words(limit: Limit) -> str:
    return f"{limit.days}{'个' if limit.unit in (Unit.WORKING_DAY, Unit.MONTH) else ''}{limit.unit}"


def _length(found: re.Match[str]) -> tuple[int, Unit] | None:
    count = found["count"]
    if "半" in count:
        return None
    number = int(count) if count.isdigit() else int(cn2an.cn2an(count.replace("两", "二"), "smart"))
    for word, unit, times in (*_LONGER, *_UNITS):
        if found["unit"].endswith(word) and not (word == "日" and "工作" in found["unit"]):
            return number * times, unit
    return None
