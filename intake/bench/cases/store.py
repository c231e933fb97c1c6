"""The case system that is measured: a new database of its own, filled with past and open cases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import func, select

from api.app import create_app, running
from api.cases.models import CaseRow
from api.platform.clock import centre_time
from api.platform.rate_limiter import Rate, Rates
from api.platform.settings import Settings
from api.published.load import Loading
from api.services import Services
from intake import console
from intake.bench.cases.filling import Made, Make, fill_postgresql, fill_sqlite
from intake.bench.cases.lives import OPEN_AFTER, Life, lives
from intake.bench.cases.rows import Applicants, RowMaker, Stored, past_days
from intake.people import people
from intake.problems import Problem
from knowledge.calendar.calendar_yaml import load_calendar

OPEN_SHARE = 0.1
"""Of all cases; the others have been delivered."""

OURS = "bench-"
"""So begin the intakes of invented cases."""

PAST_DAYS, OPEN_DAYS, GAP_DAYS, PEOPLE = 480, 15, 30, 1_000


class BenchClock:
    """The real time, moved ahead where the sweep of another day is measured."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return centre_time() + self.ahead


UNBOUNDED = Rates(*[Rate(10**9)] * 3)
"""What is measured asks faster than anybody may; it is counted all the same."""


@asynccontextmanager
async def service(
    settings: Settings, clock: BenchClock, loading: Loading | None = None
) -> AsyncIterator[FastAPI]:
    """The api with its lifespan; the sweep runs only when it is measured.

    Args:
        loading: How catalogue and answers are read, where not in the usual way.
    """
    quiet = settings.model_copy(update={"sweep_s": 86_400.0})
    async with running(create_app(quiet, clock=clock, loading=loading)) as app:
        app.state.rates = dict.fromkeys(app.state.rates, UNBOUNDED)
        yield app


@dataclass(frozen=True)
class Plan:
    """What is to be written into the database.

    Attributes:
        make: None where an earlier run has made the cases and kept them.
    """

    maker: RowMaker
    make: Make | None


async def planned(services: Services, count: int) -> Plan:
    """The cases to make.

    Raises:
        Problem: The database holds other cases.
    """
    calendar, now = load_calendar(), services.now()
    maker = RowMaker(Applicants.of(list(people(PEOPLE)), services.vault), services.vault, calendar, now)
    held = await services.database.read(
        lambda session: session.scalar(select(func.count()).select_from(CaseRow))
    )
    if held and held >= count and await _is_ours(services):
        return Plan(maker, None)
    if held:
        raise Problem(f"这个数据库里已经有{held}个办件。请给测速一个空的数据库，不要用正式的库。")
    ended = list(
        lives(
            services.catalogue,
            calendar,
            past_days(now.date(), PAST_DAYS + GAP_DAYS, calendar)[:PAST_DAYS],
            now,
        )
    )
    still_open: list[Life] = []
    for steps in OPEN_AFTER:
        days = past_days(now.date(), steps + OPEN_DAYS, calendar)[:OPEN_DAYS]
        still_open += lives(services.catalogue, calendar, days, now, steps)
    open_count = round(count * OPEN_SHARE)

    def make(stored: Stored) -> Made:
        yield from maker.rows(ended, count - open_count, stored)
        yield from maker.rows(still_open, open_count, stored)

    return Plan(maker, make)


async def _is_ours(services: Services) -> bool:
    """Whether the cases were made by this bench: the first of them says so."""
    first = await services.database.read(
        lambda session: session.scalar(select(CaseRow.intake_id).order_by(CaseRow.number).limit(1))
    )
    return bool(first and first.startswith(OURS))


async def fill(settings: Settings, make: Make, count: int) -> None:
    """Write the cases into a database that nobody else has open."""
    with console.step(f"生成{count}个办件") as tell:

        def progress(done: int) -> None:
            tell(f"{done}/{count}")

        if settings.database_url:
            await fill_postgresql(settings.database_url, make, progress)
        else:
            fill_sqlite(Path(settings.data_dir) / "intake.db", make, progress)
