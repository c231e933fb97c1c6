"""The catalogue and the matcher that are in force, in memory; exchanged as one when the store changes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from api.platform.database import Database
from api.platform.errors import StartupProblem
from api.published import repository
from api.published.matcher_files import Models, filed, matching_version, version_of
from api.published.option_reader import option_reader
from api.published.records import catalogue_of
from api.published.tutor import tutor
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Audience, Bundle, BusinessItem
from knowledge.matching import Entry, Matcher
from knowledge.openings.load import shipped_openings
from knowledge.options.reader import OptionReader

__all__ = [
    "CatalogueHolder",
    "HeldCatalogue",
    "TakeOver",
    "entries",
    "matching_version",
    "take_over",
    "trained",
]

log = logging.getLogger("intake.catalogue")


@dataclass(frozen=True)
class HeldCatalogue:
    """A catalogue, with the matcher and the reader of replies trained on it."""

    catalogue: Catalogue
    matcher: Matcher
    options: OptionReader


Overlay = Callable[[HeldCatalogue], HeldCatalogue]
"""What is published, with edits."""

TakeOver = Callable[[Database, str, Models], Awaitable[HeldCatalogue]]
"""Reads the stored catalogue of a version, and finds or trains its matcher among the models."""


def _as_it_is(held: HeldCatalogue) -> HeldCatalogue:
    return held


async def take_over(
    database: Database,
    version: str,
    models: Models,
    train: Callable[[Catalogue, Models], Matcher] | None = None,
    read: Callable[[Catalogue, Models], OptionReader] | None = None,
) -> HeldCatalogue:
    """The stored catalogue with its matcher and its reader of replies.

    Args:
        train: Finds the matcher of a catalogue; :func:`trained` where it is not given.
        read: Finds its reader of replies; :func:`option_reader` where it is not given.

    Raises:
        StartupProblem: A record was written by another release and does not fit this one.
    """
    stored = await database.read(repository.active_records)
    return await asyncio.to_thread(_held, stored, version, models, train or trained, read or option_reader)


class CatalogueHolder:
    """Holds what is in force. Reading it costs nothing; :meth:`refresh` looks whether the store has changed."""

    def __init__(self, database: Database, models: Models, take_over: TakeOver = take_over) -> None:
        self._database = database
        self._models = models
        self._take_over = take_over
        self._held: HeldCatalogue | None = None
        self._overlay: Overlay = _as_it_is
        self._laid_over: HeldCatalogue | None = None
        self._refreshing = asyncio.Lock()

    @property
    def current(self) -> Catalogue:
        return self._in_force().catalogue

    @property
    def matcher(self) -> Matcher:
        return self._in_force().matcher

    @property
    def options(self) -> OptionReader:
        return self._in_force().options

    @property
    def version(self) -> str:
        """Of the published catalogue; edits of phrasings do not change it."""
        return self._in_force().catalogue.version

    @property
    def published(self) -> Catalogue:
        """The published catalogue without edits."""
        if self._held is None:
            raise StartupProblem("catalogue_not_loaded", "事项库还没有载入。")
        return self._held.catalogue

    @property
    def models(self) -> Models:
        """Where what is learned is kept."""
        return self._models

    def lay_over(self, overlay: Overlay) -> None:
        """Lay edits over what is published, also over what will be published later."""
        laid = overlay(self._held) if self._held is not None else None
        self._overlay, self._laid_over = overlay, laid

    def beside(self) -> CatalogueHolder:
        """What is published now without edits, to lay others over it; what is published later does not reach it."""
        other = CatalogueHolder(self._database, self._models, self._take_over)
        other._held = other._laid_over = self._held
        return other

    @property
    def is_loaded(self) -> bool:
        return self._held is not None

    def _in_force(self) -> HeldCatalogue:
        if self._laid_over is None:
            raise StartupProblem("catalogue_not_loaded", "事项库还没有载入。")
        return self._laid_over

    async def refresh(self) -> bool:
        """Take over the stored catalogue if it is another one than that in memory.

        Returns:
            Whether it was exchanged.

        Raises:
            StartupProblem: The store is empty or does not fit this release.
        """
        async with self._refreshing:
            version = await self._database.read(repository.version_in_force)
            if self._held is not None and version == self._held.catalogue.version:
                return False
            if not version:
                raise StartupProblem("catalogue_empty", "事项库是空的，请先载入随附的事项库。")
            self._held = await self._take_over(self._database, version, self._models)
            self._laid_over = self._overlay(self._held)
            return True

    async def watch(self, every_s: float, stopping: asyncio.Event) -> None:
        """Refresh until it is time to stop; a fault is logged and what is in force stays."""
        while not await _set_within(stopping, every_s):
            try:
                if await self.refresh():
                    log.info("catalogue exchanged version=%s", self.current.version)
            except Exception as error:
                log.error("catalogue not refreshed: %s", type(error).__name__)


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def _held(
    stored: Sequence[tuple[str, str, Any]],
    version: str,
    models: Models,
    train: Callable[[Catalogue, Models], Matcher],
    read: Callable[[Catalogue, Models], OptionReader],
) -> HeldCatalogue:
    try:
        catalogue = catalogue_of(stored, version)
    except ValidationError as error:
        raise StartupProblem(
            "catalogue_layout",
            f"库里的事项记录和程序版本不符（{error.error_count()} 处），请重新载入事项库。",
        ) from error
    return HeldCatalogue(catalogue, train(catalogue, models), read(catalogue, models))


def trained(catalogue: Catalogue, models: Models) -> Matcher:
    """The matcher for a catalogue, trained where no file of it is there.

    The file is known by what the matcher is trained on: a new address or a mended citation needs no training.
    """
    offered = entries(catalogue)
    return filed(
        models,
        "matcher",
        version_of(offered),
        lambda encoder: Matcher.train(offered, encoder=encoder, tutor=tutor),
    )


def entries(catalogue: Catalogue) -> list[Entry]:
    """Everything that can be applied for, as the matcher takes it: with its phrasings, and how people begin."""
    begun = shipped_openings()
    return [
        Entry(
            id=key,
            name=one.name,
            aliases=(*one.aliases, *begun.get(key, ())),
            operation=one.operation if isinstance(one, BusinessItem) else None,
            applicant_kinds=_applicant_kinds(one),
            department=catalogue.department_name(one.department),
        )
        for group in (catalogue.items, catalogue.bundles)
        for key, one in group.items()
    ]


def _applicant_kinds(one: BusinessItem | Bundle) -> frozenset[str]:
    return frozenset("natural" if audience is Audience.NATURAL else "legal" for audience in one.audience)
