"""Everything that must be there before the first turn: tables, catalogue, models. What is there and unchanged is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from api.catalogue import repository
from api.catalogue.holder import CatalogueHolder, matching_version
from api.catalogue.importing import load_shipped
from api.clock import centre_time
from api.database import Database
from api.migrate import migrate
from api.settings import Settings
from intake import console
from intake.datafolder import DataFolder
from intake.project import BOT
from intake.settings import Role
from knowledge.affair import Catalogue


def api_settings(folder: DataFolder) -> Settings:
    """The api's settings for a data folder."""
    return Settings(data_dir=folder.root)


def prepare(folder: DataFolder, settings: Settings, role: Role) -> Path | None:
    """Bring an installation into the state in which it can serve, showing each step.

    Returns:
        The dialogue model, where the role needs one.

    Raises:
        api.errors.StartupProblem: The database cannot be used.
        bot.training.TrainingFailed: The dialogue cannot be trained.
        knowledge.faults.CatalogueFaults: The shipped catalogue is faulty.
    """
    if role.has_api:
        prepare_catalogue(folder, settings)
    return train_dialogue(folder) if role.has_bot else None


def prepare_catalogue(folder: DataFolder, settings: Settings) -> None:
    """Tables up to date, the shipped catalogue in the store, the matcher trained on what is in force."""
    with console.step("检查和升级数据库"):
        migrate(settings.url)
    with console.step("装入事项库，准备事项匹配"):
        asyncio.run(_prepare(folder, settings))


def working_catalogue(folder: DataFolder, settings: Settings) -> Catalogue:
    """The catalogue that is in force, brought up to date first."""
    prepare_catalogue(folder, settings)
    return asyncio.run(_read(folder, settings))


async def _prepare(folder: DataFolder, settings: Settings) -> None:
    async with stored(settings) as database:
        await database.transact(lambda session: load_shipped(session, centre_time()))
        version = await database.read(repository.version_in_force)
        # A service loads catalogue and matcher itself: here only what takes long is done ahead, where it shows.
        if not any(folder.models.glob(f"matcher-{version}-{matching_version()}*")):
            await catalogue_in_force(database, folder)


async def _read(folder: DataFolder, settings: Settings) -> Catalogue:
    async with stored(settings) as database:
        return await catalogue_in_force(database, folder)


async def catalogue_in_force(database: Database, folder: DataFolder) -> Catalogue:
    """The stored catalogue; its matcher is trained and filed on the way, so that a running service need only load it."""
    holder = CatalogueHolder(database, folder.models)
    await holder.refresh()
    return holder.current


@asynccontextmanager
async def stored(settings: Settings) -> AsyncIterator[Database]:
    """The database, closed at the end."""
    database = Database(settings.url)
    try:
        yield database
    finally:
        await database.close()


def train_dialogue(folder: DataFolder) -> Path:
    """The dialogue model, trained where it is missing or its makings have changed."""
    with console.step("准备对话模型") as tell:
        from bot.training import train

        return train(BOT, folder.models, tell)
