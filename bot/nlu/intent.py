"""The dialogue intent of a message, as a component of Rasa's NLU pipeline."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.features import features
from bot.nlu.linear import LinearClassifier

_FILE = "classifier.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DialogueIntentClassifier(IntentClassifier, GraphComponent):
    """Says which of the dialogue's intents a message has, how sure that is, and what else it may be.

    A message without text, and any message while the training data have fewer than two intents, gets no
    intent with confidence 0. Entities are not its business.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings: `ranking_length`, how many of the likeliest intents a message lists."""
        return {"ranking_length": 5}

    @staticmethod
    def supported_languages() -> list[str]:
        """Return the languages it is made for."""
        return ["zh"]

    @staticmethod
    def required_packages() -> list[str]:
        """Return what must be installed."""
        return ["opencc", "scipy", "sklearn"]

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        classifier: LinearClassifier | None = None,
    ) -> None:
        """Make a component, trained where a classifier is given."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DialogueIntentClassifier:
        """Return an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DialogueIntentClassifier:
        """Return the component as it was trained."""
        with model_storage.read_from(resource) as folder:
            stored = folder / _FILE
            classifier = LinearClassifier.load(stored) if stored.exists() else None
        return cls(config, model_storage, resource, classifier)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples that have an intent and a text."""
        from bot.nlu.fitting import fit  # the serving process does without what fitting needs

        examples = [
            (features(message.get(TEXT)), message.get(INTENT))
            for message in training_data.intent_examples
            if message.get(TEXT)
        ]
        with self._model_storage.write_to(self._resource) as folder:
            if len({intent for _, intent in examples}) > 1:
                self._classifier = fit(examples)
                self._classifier.save(folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking of each message."""
        for message in messages:
            ranking = self._ranking(message.get(TEXT) or "")
            best = ranking[0] if ranking else {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
            message.set(INTENT, best, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        if self._classifier is None or not text.strip():
            return []
        probabilities = self._classifier.probabilities(features(text))
        likeliest = probabilities.argsort()[::-1][: self._config["ranking_length"]]
        names = self._classifier.classes
        return [
            {INTENT_NAME_KEY: names[row], PREDICTED_CONFIDENCE_KEY: float(probabilities[row])}
            for row in likeliest
        ]
