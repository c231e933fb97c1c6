"""Everything that must be there before the first turn: tables, catalogue, models. What is there and unchanged is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.clock import centre_time
from api.platform.database import Database
from api.platform.settings import Settings
from api.published import repository
from api.published.answer_library import Library
from api.published.catalogue_holder import entries as offered
from api.published.catalogue_holder import trained
from api.published.elsewhere_register import KIND as ELSEWHERE
from api.published.elsewhere_register import shipped_matters, trained_version
from api.published.item_import import load_shipped
from api.published.matcher_files import Models, version_of
from api.published.option_reader import KIND as OPTIONS
from api.published.option_reader import option_reader, reading_version
from api.published.records import catalogue_of
from intake import console
from intake.aside import aside
from intake.datafolder import DataFolder
from intake.layout import brought_up
from intake.problems import Problem
from intake.project import BOT
from intake.settings import Role
from knowledge.answers.finder import entries
from knowledge.answers.load import load_answers
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.load import load_register


def api_settings(folder: DataFolder) -> Settings:
    """The api's settings for a data folder."""
    return Settings(data_dir=folder.root)


def prepare(folder: DataFolder, settings: Settings, role: Role) -> Path | None:
    """Bring an installation into the state in which it can serve, showing each step.

    Returns:
        The dialogue model, where the role needs one.

    Raises:
        api.platform.errors.StartupProblem: The database cannot be used.
        bot.training.TrainingFailed: The dialogue cannot be trained.
        knowledge.base.faults.CatalogueFaults: The shipped catalogue is faulty.
    """
    _bring_up(folder, settings, role)
    if role.has_api:
        _train_matchers(_catalogue(settings), Models.of(settings))
    return train_dialogue(folder) if role.has_bot else None


def prepare_catalogue(folder: DataFolder, settings: Settings) -> None:
    """Tables up to date, the shipped catalogue in the store, the matchers trained on what is in force."""
    _train_matchers(working_catalogue(folder, settings), Models.of(settings))


def _train_matchers(catalogue: Catalogue, models: Models) -> None:
    # A service loads the matchers itself: here is only done ahead, where it shows, what takes long.
    if not is_trained(catalogue, models):
        with console.step("训练事项匹配（第一次要一两分钟）"):
            aside(_file_item_matcher, catalogue, models)
    if not _answers_are_trained(catalogue, models):
        with console.step("训练问答匹配"):
            aside(_file_answer_matcher, catalogue, models)
    if not _matters_are_trained(catalogue, models):
        with console.step("训练别处办的事的匹配"):
            aside(_file_matter_matcher, catalogue, models)
    if not _options_are_learned(catalogue, models):
        with console.step("学着听情形问题的回答（第一次要半分钟到一分钟）"):
            aside(_file_option_reader, catalogue, models)


def _file_item_matcher(catalogue: Catalogue, models: Models) -> None:
    trained(catalogue, models)


def _file_answer_matcher(catalogue: Catalogue, models: Models) -> None:
    Library.shipped(catalogue, models)


def _file_matter_matcher(catalogue: Catalogue, models: Models) -> None:
    shipped_matters(catalogue, models)


def _file_option_reader(catalogue: Catalogue, models: Models) -> None:
    option_reader(catalogue, models)


def working_catalogue(folder: DataFolder, settings: Settings) -> Catalogue:
    """The catalogue that is in force, with tables and shipped release brought up to date first."""
    _bring_up(folder, settings, Role.API)
    return _catalogue(settings)


def _bring_up(folder: DataFolder, settings: Settings, role: Role) -> None:
    with console.step("检查和升级数据库"):
        done = brought_up(folder, settings, role)
    if done:
        console.say(done)


def _catalogue(settings: Settings) -> Catalogue:
    with console.step("装入事项库"):
        return asyncio.run(_load(settings))


async def _load(settings: Settings) -> Catalogue:
    async with stored(settings) as database:
        await database.transact(
            lambda session: load_shipped(session, centre_time(), local=settings.local_file)
        )
        return await database.read(read_catalogue)


async def read_catalogue(session: AsyncSession) -> Catalogue:
    """The catalogue as the session sees it.

    Raises:
        Problem: A record was written by another release and does not fit this one.
    """
    version = await repository.version_in_force(session)
    try:
        return catalogue_of(await repository.active_records(session), version or "")
    except ValidationError as error:
        raise Problem(
            f"库里的事项记录和程序版本不符（{error.error_count()}处），请用这个版本重新导入。"
        ) from error


def is_trained(catalogue: Catalogue, models: Models) -> bool:
    """Whether the matcher for a catalogue was trained before by the same code."""
    version = version_of(offered(catalogue))
    return models.file("matcher", version).exists()


def _answers_are_trained(catalogue: Catalogue, models: Models) -> bool:
    version = version_of(entries(load_answers(catalogue)))
    return models.file("answers", version).exists()


def _matters_are_trained(catalogue: Catalogue, models: Models) -> bool:
    version = trained_version(load_register(catalogue))
    return models.file(ELSEWHERE, version).exists()


def _options_are_learned(catalogue: Catalogue, models: Models) -> bool:
    return models.file(OPTIONS, reading_version(catalogue)).exists()


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
    with console.step("准备对话模型"):
        from bot.training import is_stale, model_path, train

        if is_stale(BOT, folder.models):
            return aside(train, BOT, folder.models)
        return model_path(BOT, folder.models)
