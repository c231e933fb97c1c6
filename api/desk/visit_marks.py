"""What a window notes of a visit: 签到, 叫号, 没有来, each taken back by one step."""

from __future__ import annotations

from datetime import datetime

from api.appointments.models import AppointmentRow
from api.appointments.views import is_over, label_of, state_of
from api.desk.schemas import VisitMark
from api.platform.errors import MarkNotPossible

_LABELS = {"arrived": "已签到", "called": "已叫号", "missed": "没有来", "booked": "还没有来"}


def visit_state(row: AppointmentRow, now: datetime) -> str:
    """``booked``, ``arrived``, ``called``, ``missed``; ``passed`` where nobody has noted anything and the time is over."""
    for state, moment in (
        ("called", row.called_at),
        ("missed", row.missed_at),
        ("arrived", row.arrived_at),
    ):
        if moment is not None:
            return state
    return state_of(row, now)


def visit_label(state: str) -> str:
    """A state's Chinese name."""
    return _LABELS.get(state) or label_of(state)


def marks_of(row: AppointmentRow, now: datetime) -> list[VisitMark]:
    """What can be noted now: only of today's visits; that nobody came only once the time has begun."""
    if row.day != now.date():
        return []
    match visit_state(row, now):
        case "booked" | "passed":
            has_begun = f"{now:%H:%M}" >= row.start
            return ["arrive", "miss"] if has_begun or is_over(row, now) else ["arrive"]
        case "arrived":
            return ["call", "undo"]
        case "called" | "missed":
            return ["undo"]
        case _:
            return []


def mark(row: AppointmentRow, wanted: VisitMark, now: datetime) -> None:
    """Note it.

    Raises:
        MarkNotPossible: Somebody else has noted something meanwhile, or it is not that day.
    """
    if wanted not in marks_of(row, now):
        raise MarkNotPossible
    match wanted:
        case "arrive":
            row.arrived_at = now
        case "call":
            row.called_at = now
        case "miss":
            row.missed_at = now
        case "undo" if row.called_at is not None:
            row.called_at = None
        case "undo" if row.missed_at is not None:
            row.missed_at = None
        case "undo":
            row.arrived_at = None
