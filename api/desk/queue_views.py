"""From rows and logs to the lines of a queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row

from api.access.actor import Actor
from api.cases.log import entry_of
from api.cases.models import NO_DAY, StoredEntry
from api.desk.queue_schemas import Holder, OnlookerView, QueueClockView, QueueLine
from api.desk.repository import Place
from api.platform.clock import at_centre
from api.platform.presence import Onlooker
from api.services import Services
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.procedure.projection import fold
from knowledge.cases.queue.clock_colour import QueueClock, queue_clocks
from knowledge.cases.queue.stage import STAGE_NAMES, Stage
from knowledge.cases.record.number import is_case_number
from knowledge.cases.record.state import STATES
from knowledge.privacy.contact_data import applicant_called


@dataclass(frozen=True)
class Beside:
    """What a line shows besides its row.

    Attributes:
        precheck: In a word.
    """

    log: Sequence[StoredEntry]
    precheck: str
    looking: Sequence[Onlooker]


def line_view(line: Row[Any], beside: Beside, actor: Actor, services: Services) -> QueueLine:
    """One line."""
    stage = Stage(line.stage)
    return QueueLine(
        number=line.number,
        item_id=line.item_id,
        item=line.item,
        scenario=line.scenario,
        applicant=applicant_called(line.contact_masked),
        precheck=beside.precheck,
        stage=stage,
        stage_label=STAGE_NAMES[stage],
        state=line.state,
        state_label=STATES[line.state].label,
        clocks=[_clock(one) for one in clocks_of(beside.log, services)],
        due=None if line.queue_day == NO_DAY else line.queue_day,
        overdue=line.queue_day < services.today(),
        window=line.window,
        department=line.department,
        claimed_by=_holder(line, actor),
        looking=onlookers(beside.looking, actor),
        submitted_at=at_centre(line.received_at),
        version=line.row_version,
    )


def clocks_of(log: Iterable[StoredEntry], services: Services) -> tuple[QueueClock, ...]:
    """The dates that a case still waits for."""
    facts = fold(map(entry_of, log))
    running, _ = clocks_and_gaps(facts, services.calendar, services.now())
    return queue_clocks(facts, running, services.calendar, services.today())


def onlookers(looking: Iterable[Onlooker], actor: Actor) -> list[OnlookerView]:
    """Who else looks."""
    return [OnlookerView(account=one.account, name=one.name) for one in looking if one.account != actor.id]


def place_text(place: Place) -> str:
    """Where a page ended, as it stands in the address of the next one."""
    day, urgency, number = place
    return f"{day.isoformat()}_{urgency}_{number}"


def place_of(text: str) -> Place | None:
    """The place that a text names; None where it names none."""
    day, _, rest = text.partition("_")
    urgency, _, number = rest.partition("_")
    if urgency not in ("0", "1") or not is_case_number(number):
        return None
    try:
        return date.fromisoformat(day), int(urgency), number
    except ValueError:
        return None


def _holder(line: Row[Any], actor: Actor) -> Holder | None:
    if not line.claimed_by:
        return None
    return Holder(
        account=line.claimed_by,
        name=line.claimed_name or line.claimed_by,
        since=at_centre(line.claimed_since),
        mine=line.claimed_by == actor.id,
    )


def _clock(one: QueueClock) -> QueueClockView:
    return QueueClockView(
        code=one.code, what=one.what, due=one.due, colour=one.colour, left=one.left, silence=one.silence
    )
