"""Somebody wants to act on a case: who and when, what it is checked against, and what stands against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from knowledge.base.frozen import Frozen
from knowledge.base.roles import Role
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.record.facts import CaseFacts


@dataclass(frozen=True)
class Attempt:
    """What somebody wants to do.

    Attributes:
        act: An :class:`~knowledge.cases.record.act.Act`, or whatever else was asked for in its place.
        actor: Account, or the role's name for applicants and the system.
        data: The act's payload as JSON, or the payload itself.
    """

    act: str
    role: Role
    actor: str
    at: datetime
    data: Mapping[str, Any] | Frozen = field(default_factory=dict)


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


@dataclass(frozen=True)
class Objection:
    """One reason why an act is not possible: a stable code and what to do instead."""

    code: str
    say: str


P = TypeVar("P", bound=Frozen)
Objections = Iterator[Objection]
Precondition = Callable[[CaseFacts, P, Attempt, Context], Objections]
"""Something that an act needs beyond state and role: gives what stands against it and changes nothing."""

Condition = TypeVar("Condition", bound=Callable[..., Objections])
_of_the_case: set[Callable[..., Objections]] = set()


def of_the_case(precondition: Condition) -> Condition:
    """Marks a precondition that reads nothing of the payload: what it says stands before anything is filled in."""
    _of_the_case.add(precondition)
    return precondition


def is_of_the_case(precondition: Callable[..., Objections]) -> bool:
    """Whether a precondition can be held against a case before the payload is known."""
    return precondition in _of_the_case
