"""What runs beside the requests for as long as the service does; each job ends when it is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from api.cases import column_filling_job, log_seal, sweep_job
from api.day_seals import job as day_seal_job
from api.desk import neglect_job
from api.live import follow_job
from api.personal_data import retention_job
from api.ratings import overdue_answers
from api.reminders import job as reminder_job
from api.senders import delivering
from api.services import Services
from api.studio import publishing
from api.supervision import oversight_job
from api.talks import return_job
from api.uploads.jobs import expiry, precheck

Job = Callable[[Services, asyncio.Event], Coroutine[Any, Any, None]]


async def watch_catalogue(services: Services, stopping: asyncio.Event) -> None:
    """Take over a catalogue that another process has changed."""
    await services.holder.watch(services.settings.catalogue_poll_s, stopping)


async def watch_centre(services: Services, stopping: asyncio.Event) -> None:
    """Take over what was entered in another process."""
    await services.centre.watch(services.settings.catalogue_poll_s, stopping)


async def watch_library(services: Services, stopping: asyncio.Event) -> None:
    """Take over what was edited in another process, and what a new day brings into force."""
    await services.edits.watch(services.settings.catalogue_poll_s, stopping)


async def sweep_cases(services: Services, stopping: asyncio.Event) -> None:
    """Record the limits that pass."""
    await sweep_job.run(services, services.settings.sweep_s, stopping)


BACKGROUND: tuple[Job, ...] = (
    watch_catalogue,
    watch_centre,
    watch_library,
    sweep_cases,
    column_filling_job.run,
    log_seal.run,
    day_seal_job.run,
    follow_job.run,
    delivering,
    overdue_answers.run,
    reminder_job.run,
    neglect_job.run,
    oversight_job.run,
    return_job.run,
    retention_job.run,
    precheck.run,
    expiry.run,
    publishing.run,
    publishing.swap_when_due,
)
