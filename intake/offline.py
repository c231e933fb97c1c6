"""The case system of a data folder for commands that read it, without a running service and without its matchers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from api.paper_files.store import PaperStore
from api.platform.clock import centre_time
from api.platform.database import Database
from api.platform.errors import ApiError
from api.platform.security import Vault, open_vault
from api.platform.settings import Settings
from api.printing.renderer import DocumentRenderer
from api.published.centre_holder import in_force
from intake.datafolder import open_folder
from intake.prepare import api_settings, stored, working_catalogue
from intake.problems import Problem
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue

Result = TypeVar("Result")


@dataclass(frozen=True)
class Offline:
    """What exports and archives draw on (``api.platform.sources.Source``)."""

    database: Database
    vault: Vault
    catalogue: Catalogue
    uploads: PaperStore
    calendar: WorkCalendar
    settings: Settings
    renderer: DocumentRenderer = field(default_factory=DocumentRenderer)

    def now(self) -> datetime:
        return centre_time()


def run(data_dir: Path, work: Callable[[Offline], Awaitable[Result]]) -> Result:
    """Do something with a data folder; what the case system refuses ends the command as a sentence."""
    folder = open_folder(data_dir)
    settings = api_settings(folder)
    catalogue = working_catalogue(folder, settings)
    vault = open_vault(settings)
    uploads = PaperStore(settings.data_dir / "uploads", vault)

    async def opened() -> Result:
        async with stored(settings) as database:
            entered = await database.read(in_force)
            today = centre_time().date()
            here = entered.catalogue(catalogue, today)
            house = Offline(database, vault, here, uploads, entered.calendar(load_calendar()), settings)
            try:
                return await work(house)
            finally:
                await house.renderer.close()

    try:
        return asyncio.run(opened())
    except ApiError as error:
        raise Problem(error.detail) from error
