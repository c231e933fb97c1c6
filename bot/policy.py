"""The dialogue policy: one action a turn, at a cost that does not depend on the history.

What a message means is read by that action (:mod:`actions.respond`), which can wait for the api; a policy cannot.
"""

from __future__ import annotations

from typing import Any

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from actions.respond import NAME as ACTION_RESPOND


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class NextActionPolicy(Policy):
    """Predicts the action for the last message, then listening."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": 1, "max_history": 1}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        featurizer: TrackerFeaturizer | None = None,
    ) -> None:
        super().__init__(config, model_storage, resource, execution_context, featurizer)

    def train(
        self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any
    ) -> Resource:
        """Nothing is learned: what is next follows from the message and what is pending."""
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        if _has_acted(tracker):
            return self._certain(ACTION_LISTEN_NAME, domain)
        return self._certain(ACTION_RESPOND, domain)

    def _certain(self, action: str, domain: Domain) -> PolicyPrediction:
        probabilities = self._default_predictions(domain)
        probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NextActionPolicy:
        return cls(config, model_storage, resource, execution_context)


def _has_acted(tracker: DialogueStateTracker) -> bool:
    """Whether this turn's action has run: the last action is not the listening that the message ended."""
    return tracker.latest_action_name != ACTION_LISTEN_NAME
