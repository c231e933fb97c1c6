"""The library of one data folder, for the commands that publish it without a browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from api.access import audit
from api.access.actor import Actor, ActorKind
from api.app import open_services
from api.platform.clock import centre_time
from api.platform.errors import ApiError
from api.platform.security import open_vault
from api.published.load import Loading
from api.services import Services
from intake.datafolder import DataFolder, open_folder
from intake.layout import dialogue_url
from intake.prepare import api_settings, prepare
from intake.problems import Problem
from intake.settings import Role
from knowledge.base.roles import Role as StaffRole
from knowledge.calendar.calendar_yaml import load_calendar

OPERATOR = Actor(audit.CONSOLE, "命令行", ActorKind.STAFF, roles=frozenset({StaffRole.TUNER}))
"""Whoever may read the data folder."""


def work_on(
    data_dir: Path, work: Callable[[Services], Awaitable[Any]], *, with_dialogue: bool = False
) -> Any:
    """Do something with the library; a refusal ends the command as sentences.

    Args:
        with_dialogue: Whether conversations are to be held.
    """
    folder = open_folder(data_dir)
    model = prepare(folder, api_settings(folder), Role.ALL) if with_dialogue else None

    async def done() -> Any:
        async with _opened(folder, model) as services:
            return await work(services)

    try:
        return asyncio.run(done())
    except ApiError as error:
        raise Problem("\n".join([error.detail, *map(str, error.members.get("faults", ()))])) from error


@asynccontextmanager
async def _opened(folder: DataFolder, model: Path | None) -> AsyncIterator[Services]:
    settings = api_settings(folder)
    services = await open_services(settings, clock=centre_time, calendar=load_calendar(), loading=Loading())
    try:
        if model is None:
            yield services
        else:
            async with _dialogue(folder, model, services):
                yield services
    finally:
        await services.renderer.close()
        await services.database.close()
        services.encoding.close()
        services.passwords.close()


@asynccontextmanager
async def _dialogue(folder: DataFolder, model: Path, services: Services) -> AsyncIterator[None]:
    from bot.engine import Engine
    from intake.rehearsing.stage import Stage

    settings = api_settings(folder)
    key = open_vault(settings).digest("dialogue", "store")
    engine = await Engine.load(model, dialogue_url(folder, settings), store_key=key)
    stage = Stage(engine, services)
    services.rehearse = stage.rehearse
    try:
        yield
    finally:
        await stage.close()
        engine.close()
