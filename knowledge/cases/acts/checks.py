"""Preconditions that several acts share; each gives a stable code and a Chinese sentence."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import CalendarGap, answer_due
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, Precondition, of_the_case
from knowledge.cases.record.facts import CaseFacts


def required(name: str, what: str) -> Precondition[Any]:
    """A text that may not be left out."""

    def precondition(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
        if not str(getattr(payload, name)).strip():
            yield Objection(f"{name}_missing", f"请写明{what}。")

    return precondition


REASON = required("reason", "原因")
BASIS = required("basis", "法律依据")


def not_past(name: str, what: str) -> Precondition[Any]:
    """A day that may not have passed."""

    def precondition(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
        day = getattr(payload, name)
        if day is not None and day < centre_day(attempt.at):
            yield Objection("date_in_past", f"{what}{day_text(day)}已经过去，请填今天或以后的日期。")

    return precondition


@of_the_case
def answer_in_time(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
    """The window's answer comes while it still may be given (行政许可法 art. 32 (1) (4))."""
    if facts.papers_day is None:
        return
    today = centre_day(attempt.at)
    try:
        due = answer_due(facts.papers_day, context.calendar)
    except CalendarGap as gap:
        only_ahead(gap, today)
        return
    if today > due.day:
        yield Objection(
            "deemed_accepted",
            f"答复期限已在{day_text(due.day)}届满，申请依法视为受理，不能再改。请按已受理继续办理。",
        )


@of_the_case
def another_person(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
    """一审一核: one reviews, another approves."""
    if attempt.actor in facts.reviewers:
        yield Objection("same_person", "一审一核：审查的人不能自己审核、决定，请交给另一位人员。")


def known_departments(named: Collection[str], context: Context) -> Objections:
    """Departments that there are: nobody could act for another one."""
    unknown = sorted(set(named) - context.departments) if context.departments else []
    if unknown:
        there = "、".join(sorted(context.departments))
        yield Objection(
            "unknown_department", f"没有部门{'、'.join(f'「{one}」' for one in unknown)}。可以选：{there}。"
        )


def only_ahead(gap: CalendarGap, today: date) -> None:
    """A limit that ends in a year to come has not passed today, whatever its holidays; a missing present year is an error."""
    if gap.year <= today.year:
        raise gap
