"""What stands against an act: objections, what they are found from, and the checks that many acts share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.record.facts import CaseFacts


@dataclass(frozen=True)
class Objection:
    """One reason why an act is not possible: a stable code and what to do instead."""

    code: str
    say: str


@dataclass(frozen=True)
class Context:
    """What an act is checked against beside the case itself.

    Attributes:
        open_prerequisites: Names of items whose cases must be decided first (前置事项 of a bundle).
        windows: Ids of the windows that a case may be transferred to; empty where that is checked elsewhere.
        departments: Ids of the departments that may be named, likewise.
    """

    calendar: WorkCalendar
    open_prerequisites: tuple[str, ...] = ()
    windows: frozenset[str] = field(default_factory=frozenset)
    departments: frozenset[str] = field(default_factory=frozenset)


class Doing(Protocol):
    """Who acts, and when."""

    @property
    def actor(self) -> str: ...

    @property
    def at(self) -> datetime: ...


Found = Iterator[Objection]
Condition = Callable[[CaseFacts, Any, Doing, Context], Found]


def said(name: str, what: str) -> Condition:
    """A field that may not be left out."""

    def condition(facts: CaseFacts, act: Any, doing: Doing, context: Context) -> Found:
        if not str(getattr(act, name)).strip():
            yield Objection(f"{name}_missing", f"请写明{what}。")

    return condition


def not_past(name: str, what: str) -> Condition:
    def condition(facts: CaseFacts, act: Any, doing: Doing, context: Context) -> Found:
        day = getattr(act, name)
        if day is not None and day < centre_day(doing.at):
            yield Objection("date_in_past", f"{what}{day_text(day)}已经过去，请填今天或以后的日期。")

    return condition


def known_departments(named: Collection[str], context: Context) -> Found:
    """Departments that there are: nobody could act for another one."""
    unknown = sorted(set(named) - context.departments) if context.departments else []
    if unknown:
        there = "、".join(sorted(context.departments))
        yield Objection(
            "unknown_department", f"没有部门{'、'.join(f'「{one}」' for one in unknown)}。可以选：{there}。"
        )
