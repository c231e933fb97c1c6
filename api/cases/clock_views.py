"""Clocks as screens show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from api.cases.schemas import ClockView
from knowledge.cases.limits.clocks import Clock, remaining_text
from knowledge.catalogue.affair import Catalogue


def clock_views(running: Iterable[Clock], catalogue: Catalogue) -> list[ClockView]:
    """Everything that has begun to count: what is open first, by date."""
    ordered = sorted(running, key=lambda clock: (not clock.open, clock.due or date.max))
    return [
        ClockView(
            code=clock.code,
            what=clock.what,
            counted_from=clock.counted_from,
            due=clock.due,
            state=clock.state.value,
            left=remaining_text(clock),
            rule=clock.rule,
            whose=catalogue.department_name(clock.whose) if clock.whose else "",
        )
        for clock in ordered
    ]
