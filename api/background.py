"""What runs beside the requests for as long as the service does; each job ends when it is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from api.cases.sweep_job import sweeping
from api.live.follow_job import following
from api.ratings import late_marks
from api.senders import delivering
from api.services import Services
from api.uploads.jobs import expiry as sweeping_uploads
from api.uploads.jobs import precheck

Job = Callable[[Services, asyncio.Event], Coroutine[Any, Any, None]]


async def watch_catalogue(services: Services, stopping: asyncio.Event) -> None:
    """Take over a catalogue that another process has changed."""
    await services.holder.watch(services.settings.catalogue_poll_s, stopping)


async def sweep_cases(services: Services, stopping: asyncio.Event) -> None:
    """Record the limits that pass."""
    await sweeping(services, services.settings.sweep_s, stopping)


BACKGROUND: tuple[Job, ...] = (
    watch_catalogue,
    sweep_cases,
    following,
    delivering,
    late_marks.marking,
    precheck.prechecking,
    sweeping_uploads.sweeping,
)
