"""Fill, open the desks, measure, and say under which conditions."""

from __future__ import annotations

import asyncio
import os
import platform
import tempfile
import time
from pathlib import Path
from typing import Any

from api.platform.settings import Settings
from api.published.load import Loading
from intake.bench.cases.run import lend_models
from intake.bench.cases.store import BenchClock, fill, planned, service
from intake.bench.desk import measures
from intake.bench.desk.streams import open_desks, served

TIMES = 300
"""So often is each thing asked."""

SUBMISSIONS = 30


def run(
    rows: int,
    desks: int,
    database_url: str = "",
    folder: Path | None = None,
    *,
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
        return asyncio.run(_run(rows, desks, Settings(data_dir=at, database_url=database_url), loading))


async def _run(rows: int, desks: int, settings: Settings, loading: Loading | None) -> dict[str, Any]:
    clock = BenchClock()
    began = time.perf_counter()
    async with service(settings, clock, loading) as app:
        plan = await planned(app.state.services, rows)
    if plan.make:
        await fill(settings, plan.make, rows)
    filled = time.perf_counter() - began
    async with service(settings, clock, loading) as app:
        office = await measures.office_of(app.state.services)
        queue = await measures.queues(app, office, plan.maker, TIMES)
        pages = await measures.pages(app, office, TIMES)
        summary = await measures.summaries(app, office, TIMES)
        alone = await measures.requests(app, office, TIMES)
        async with served(app) as url, open_desks(url, office.tokens, desks) as opened:
            appear = await measures.appearing(app, opened, SUBMISSIONS)
            beside = await measures.requests(app, office, TIMES)
        kind = "SQLite" if app.state.services.database.is_sqlite else "PostgreSQL"
    worst = max(queue, key=lambda name: measures.p95(queue[name]))
    return {
        "queue_ms": measures.p95(queue[worst]),
        "page_ms": measures.p95(pages),
        "appear_ms": measures.p95(appear),
        "desks": desks,
        "slowest_queue": worst,
        "queues_p95_ms": {name: measures.p95(times) for name, times in queue.items()},
        "queues_p50_ms": {name: measures.p50(times) for name, times in queue.items()},
        "page_p50_ms": measures.p50(pages),
        "summary_p95_ms": measures.p95(summary),
        "appear_max_ms": measures.milliseconds(max(appear)),
        "requests_slower": round(measures.p50(beside) / measures.p50(alone), 2),
        "cases": rows,
        "fill_s": round(filled, 1),
        "database": kind,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }
