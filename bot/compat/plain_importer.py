"""Read a project's training data once.

Cause: Rasa wraps every importer in three others, for end-to-end stories and retrieval intents; they remember
what they read by the arguments of the call, so the examples are read, copied and hashed for the language "zh"
and again for the default "en", and copied once more for each wrapper.

Effect: with 11,485 examples training takes 3 s instead of 9.5.

May be removed when training is fast without it. It serves `bot.training` only, not Rasa's own commands, and
not projects with end-to-end stories or retrieval intents, of which we have none.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data import loading
from rasa.shared.nlu.training_data.training_data import TrainingData


class PlainImporter(RasaFileImporter):
    """Rasa's own importer of files, which remembers what it has read."""

    def get_domain(self) -> Domain:
        """Return the domain (see `TrainingDataImporter.get_domain`)."""
        return self._domain

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return stories and rules (see `TrainingDataImporter.get_stories`)."""
        return self._stories

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the examples (see `TrainingDataImporter.get_nlu_data`); Rasa's YAML knows no language."""
        return self._nlu_data

    @cached_property
    def _domain(self) -> Domain:
        return super().get_domain()

    @cached_property
    def _stories(self) -> StoryGraph:
        return super().get_stories()

    @cached_property
    def _nlu_data(self) -> TrainingData:
        read = [loading.load_data(path) for path in self._nlu_files]
        return TrainingData(
            training_examples=list(chain.from_iterable(data.training_examples for data in read)),
            entity_synonyms={text: of for data in read for text, of in data.entity_synonyms.items()},
            regex_features=list(chain.from_iterable(data.regex_features for data in read)),
            lookup_tables=list(chain.from_iterable(data.lookup_tables for data in read)),
            responses={name: response for data in read for name, response in data.responses.items()},
        )
