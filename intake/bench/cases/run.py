"""Fill, measure, and say under which conditions."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from api.cases.models import CaseLogRow
from api.platform.settings import Settings
from api.published.load import Loading
from intake.bench.cases import measures
from intake.bench.cases.store import BenchClock, fill, planned, service
from intake.commands.options import DEFAULT_DATA

TIMES = 1_000
"""So often is each thing asked or done, fewer times where there are fewer cases."""


def run(
    rows: int,
    database_url: str = "",
    folder: Path | None = None,
    *,
    only_fill: bool = False,
    loading: Loading | None = None,
) -> dict[str, Any]:
    """All figures, with the conditions; the data are thrown away unless a folder is named, and taken again from there.

    Args:
        loading: How catalogue and answers are read, where not in the usual way.
    """
    with tempfile.TemporaryDirectory(prefix="intake-bench-") as own:
        at = folder or Path(own)
        at.mkdir(parents=True, exist_ok=True)
        lend_models(at)
        return asyncio.run(_run(rows, Settings(data_dir=at, database_url=database_url), only_fill, loading))


def lend_models(folder: Path) -> None:
    """The matchers that this installation has trained already: they are not what is measured."""
    trained = DEFAULT_DATA / "models"
    if trained.is_dir() and not (folder / "models").exists():
        shutil.copytree(trained, folder / "models")


async def _run(rows: int, settings: Settings, only_fill: bool, loading: Loading | None) -> dict[str, Any]:
    clock = BenchClock()
    began = time.perf_counter()
    async with service(settings, clock, loading) as app:
        plan = await planned(app.state.services, rows)
    if plan.make:
        await fill(settings, plan.make, rows)
    if only_fill:
        return {"cases": rows, "fill_s": round(time.perf_counter() - began, 1)}
    filled = time.perf_counter() - began
    async with service(settings, clock, loading) as app:
        database = app.state.services.database
        lines = await database.read(
            lambda session: session.scalar(select(func.count()).select_from(CaseLogRow))
        )
        times = min(TIMES, rows)
        status = await measures.status(app, plan.maker, times)
        queue = await measures.queue(app, times)
        submitted = await measures.submits(app, times)
        verified = await measures.verified(app)
        swept = await measures.sweeping(app, clock)
        kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    return {
        "status_p95_ms": round(measures.share(status, 0.95) * 1000, 2),
        "queue_p95_ms": round(measures.share(queue, 0.95) * 1000, 2),
        "sweep_s": swept["sweep_s"],
        "submits_per_s": round(submitted, 1),
        "status_p50_ms": round(measures.share(status, 0.5) * 1000, 2),
        "queue_p50_ms": round(measures.share(queue, 0.5) * 1000, 2),
        "verified_per_min": verified["cases_per_min"],
        "verified": verified,
        "sweep": swept,
        "cases": rows,
        "log_rows": lines,
        "fill_s": round(filled, 1),
        "database": kind,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }
