"""Which day counts for a case's place in the queue: the nearest, and on the same day those first whose passing changes the case by itself.

A correction date and a date of silence (视为受理, 视为准予) stand before limits that can only be missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from knowledge.cases.limits.clocks import Clock
from knowledge.cases.procedure.sweep import counts_as_granted
from knowledge.cases.procedure.transitions import transition
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import CaseState


class Urgency(IntEnum):
    """What stands first among cases of one day."""

    BY_ITSELF = 0
    LIMIT = 1


@dataclass(frozen=True, order=True)
class QueueDate:
    """A day and how urgent it is."""

    day: date
    urgency: Urgency


def correction_date(facts: CaseFacts) -> date | None:
    """By when the applicant is to correct; None where no correction is awaited or no day was set."""
    if facts.state is not CaseState.CORRECTION or not facts.corrections:
        return None
    return facts.corrections[-1].correct_by


def is_silence(facts: CaseFacts, clock: Clock) -> bool:
    """Whether the case is deemed accepted or granted once this clock has passed."""
    if clock.code == "answer":
        return transition(facts.state, Act.DEEMED_ACCEPTED) is not None
    return transition(facts.state, Act.DEEMED_GRANTED) is not None and counts_as_granted(facts, clock)


def nearest_date(facts: CaseFacts, running: tuple[Clock, ...]) -> QueueDate | None:
    """The day by which a case is put into the queue; None where nothing is due."""
    return min(_dates(facts, running), default=None)


def _dates(facts: CaseFacts, running: tuple[Clock, ...]) -> Iterator[QueueDate]:
    for clock in running:
        if clock.open and clock.due:
            yield QueueDate(clock.due, Urgency.BY_ITSELF if is_silence(facts, clock) else Urgency.LIMIT)
    if day := correction_date(facts):
        yield QueueDate(day, Urgency.BY_ITSELF)
