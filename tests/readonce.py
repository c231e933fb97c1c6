"""What every start of the service reads anew is read once in a test process: the shipped catalogue, the answers, their matchers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from api.platform.database import Database
from api.published import catalogue_holder, matcher_files, option_reader
from api.published.answer_library import Library
from api.published.catalogue_holder import HeldCatalogue
from api.published.elsewhere_register import shipped_matters
from api.published.load import Loading
from api.published.matcher_files import Models
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import folder_version, load_catalogue
from knowledge.elsewhere.finder import MatterFinder
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.matching import Matcher
from knowledge.options.questions import texts_of
from knowledge.options.reader import Learned, OptionReader


class ReadOnce:
    """Ways to load that remember what is shipped; whatever else a test stores is read in the usual way.

    Args:
        models: The folder with the matchers of what is shipped.
    """

    def __init__(self, models: Path) -> None:
        self._shipped = folder_version(SHIPPED)
        self._held: HeldCatalogue | None = None
        self._answers: Library | None = None
        self._matters: MatterFinder | None = None
        self._models = Models(models)
        self._learned: Learned | None = None
        self._filed = cache(self._of_file)

    @property
    def loading(self) -> Loading:
        """What is shipped comes from memory."""
        return Loading(self._take_over, self._library, self._elsewhere)

    @property
    def reading(self) -> Loading:
        """What is shipped is read from the store, as every installation reads it; nothing is trained."""
        return Loading(self._read, self._library, self._elsewhere)

    async def _read(self, database: Database, version: str, models: Models) -> HeldCatalogue:
        return await catalogue_holder.take_over(database, version, models, self._matcher, self._options)

    async def _take_over(self, database: Database, version: str, models: Models) -> HeldCatalogue:
        if version != self._shipped:
            return await self._read(database, version, models)
        if self._held is None:
            self._held = await self._read(database, version, models)
        return self._held

    def _library(self, catalogue: Catalogue, _: Models) -> Library:
        if self._held is None or catalogue is not self._held.catalogue:
            return Library.shipped(catalogue, self._models)
        if self._answers is None:
            self._answers = Library.shipped(catalogue, self._models)
        return self._answers

    def _elsewhere(self, catalogue: Catalogue, _: Models) -> MatterFinder:
        if self._held is None or catalogue is not self._held.catalogue:
            return shipped_matters(catalogue, self._models)
        if self._matters is None:
            self._matters = shipped_matters(catalogue, self._models)
        return self._matters

    def _matcher(self, catalogue: Catalogue, _: Models) -> Matcher:
        """The filed matcher; a catalogue with imports is searched in these alone, since training on all takes half a minute."""
        imported = {key: item for key, item in catalogue.items.items() if item.origin == "imported"}
        if imported:
            return Matcher.train(catalogue_holder.entries(replace(catalogue, items=imported, bundles={})))
        found: Matcher = self._filed(matcher_files.version_of(catalogue_holder.entries(catalogue)))
        return found

    def _options(self, catalogue: Catalogue, models: Models) -> OptionReader:
        """What was learned from the shipped catalogue reads the replies of any; words that it lacks have no vector."""
        if self._learned is None:
            shipped = load_catalogue()
            self._learned = OptionReader.load(
                self._models.file(option_reader.KIND, option_reader.reading_version(shipped)), shipped
            ).learned
        known = set(self._learned.texts)
        learned = self._learned if set(texts_of(catalogue)) <= known else replace(self._learned, encoder="")
        return OptionReader(learned, catalogue)

    def _of_file(self, version: str) -> Matcher:
        return matcher_files.filed(self._models, "matcher", version, _not_trained)


def _not_trained(encoder: SentenceEncoder | None) -> Matcher:
    raise AssertionError("the matchers of what is shipped are trained before")
