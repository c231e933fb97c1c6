"""What supervision is shown."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.clock import at_centre
from api.platform.errors import UnknownPlaceInQueue
from api.services import Services
from api.supervision import repository
from api.supervision.figures import soon_until
from api.supervision.schemas import (
    MarkedCase,
    MarkedCases,
    Misroute,
    Misroutes,
    Overview,
    RefusedAct,
    RefusedActs,
)
from knowledge.cases.oversight.misroutes import MisrouteLine, worst_first
from knowledge.cases.oversight.supervision import EVERY_MARK_NAME
from knowledge.cases.record.state import STATES
from knowledge.guidance.routing import RULE_NAMES

PAGE = 50
LOOK_BACK = timedelta(days=30)
MISROUTES_BACK = timedelta(days=365)


async def overview(session: AsyncSession, services: Services) -> Overview:
    """Counts of today."""
    today, now = services.today(), services.now()
    until, gap = soon_until(today, services)
    every, overdue, soon = await repository.open_counts(session, today, until)
    return Overview(
        day=today,
        open=every,
        overdue=overdue,
        soon=soon,
        marks=await repository.mark_counts(session, today - LOOK_BACK),
        mark_names=EVERY_MARK_NAME,
        refused_acts=await repository.refused_count(session, now - LOOK_BACK),
        calendar=gap,
    )


async def marked(session: AsyncSession, code: str | None, after: str | None) -> MarkedCases:
    """A page of marks."""
    lines = await repository.marked(session, code, _place(after), PAGE + 1)
    page = lines[:PAGE]
    last = page[-1] if len(lines) > PAGE else None
    return MarkedCases(
        marks=[
            MarkedCase(
                number=line.case_number,
                item=line.item,
                state_label=STATES[line.state].label,
                department=line.department,
                window=line.window,
                code=line.code,
                day=line.day,
                say=line.say,
            )
            for line in page
        ],
        next=f"{last.day.isoformat()}_{last.case_number}_{last.code}" if last else None,
    )


async def misroutes(session: AsyncSession, services: Services) -> Misroutes:
    """误分派率 of the last year, by item and rule."""
    since = services.now() - MISROUTES_BACK
    lines = worst_first(
        MisrouteLine(row.item_id, row.rule, row.cases, int(row.transferred))
        for row in await repository.routed(session, since)
    )
    return Misroutes(
        since=since.date(),
        lines=[
            Misroute(
                item=one.item,
                item_name=_item_name(one.item, services),
                rule=one.rule,
                rule_name=RULE_NAMES.get(one.rule, one.rule),
                cases=one.cases,
                transferred=one.transferred,
                share=one.share,
            )
            for one in lines
        ],
    )


async def refused(session: AsyncSession) -> RefusedActs:
    """The latest acts that were not possible."""
    return RefusedActs(
        acts=[
            RefusedAct(
                at=at_centre(row.at),
                number=row.case_number,
                actor=row.actor,
                role=row.role,
                act=row.act,
                state=row.state,
                codes=row.codes,
            )
            for row in await repository.refused(session, PAGE)
        ]
    )


def _item_name(item: str, services: Services) -> str:
    known = services.catalogue.items.get(item)
    return known.name if known else item


def _place(text: str | None) -> repository.Place | None:
    if text is None:
        return None
    day, _, rest = text.partition("_")
    number, _, code = rest.partition("_")
    try:
        return date.fromisoformat(day), number, code
    except ValueError as wrong:
        raise UnknownPlaceInQueue from wrong
