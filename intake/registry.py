"""The staff's accounts of one data folder, for the commands that work on them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from api.platform.clock import centre_time
from api.platform.errors import ApiError
from api.staff.accounts import Registry
from intake.datafolder import open_folder
from intake.prepare import api_settings, stored, working_catalogue
from intake.problems import Problem
from knowledge.catalogue.affair import Catalogue

Act = Callable[[Registry], Awaitable[Any]]
"""What is done with the accounts."""


def opened(data_dir: Path) -> tuple[Catalogue, Callable[[Act], Any]]:
    """The catalogue in force, and a way to work on the accounts whose refusals end the command as sentences."""
    folder = open_folder(data_dir)
    settings = api_settings(folder)
    catalogue = working_catalogue(folder, settings)

    async def work(act: Act) -> Any:
        async with stored(settings) as database:
            return await act(Registry(database, centre_time()))

    def run(act: Act) -> Any:
        try:
            return asyncio.run(work(act))
        except ApiError as error:
            raise Problem(error.detail) from error

    return catalogue, run
