"""Actions called directly, in this process, behind the interface by which Rasa calls an action server."""

from __future__ import annotations

import importlib
import json
import logging
import pkgutil
from typing import Any

from pydantic_core import from_json, to_json
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import Action, ActionExecutionRejection
from rasa_sdk.utils import all_subclasses

from api.platform.scrubbed_traceback import scrubbed_traceback
from bot.compat.action_result_schema import CheckedResult, is_valid

logger = logging.getLogger(__name__)


def executor_of(package: str) -> ActionExecutor:
    """Return an executor with the actions of a package and its modules.

    Raises:
        ImportError: a module cannot be imported (rasa_sdk's own `register_package` ends the process there).
    """
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}."):
        importlib.import_module(module.name)
    executor = ActionExecutor()
    for action in all_subclasses(Action):
        is_base = action.name is Action.name  # a class that only others build on has no name of its own
        if f"{action.__module__}.".startswith(f"{package}.") and not is_base:
            executor.register_action(action)
    return executor


class InProcessActions(EndpointConfig):
    """An action endpoint without a network.

    An action that fails answers with the sentence for faults and leaves the dialogue as it was, so that the
    applicant is told the truth and can go on; the log says where, never what was written.
    """

    def __init__(self, executor: ActionExecutor, fault: dict[str, Any]) -> None:
        """Serve an executor's actions.

        Args:
            executor: where the actions are registered.
            fault: the message sent in place of a failed action's, e.g. `{"text": "..."}`.
        """
        # the domain is the same for every call: an action that wants it can be listed in the domain file
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = executor
        self._fault = fault

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Run the action that the call names and return its events and messages.

        Raises:
            ClientResponseError: with status 400, as from an action server, where the action declines to run.
        """
        call = kwargs["json"]
        try:
            # an action may change what it gets; Rasa goes on with its own, as it does with an action server
            result = await self._executor.run(from_json(to_json(call)))
        except ActionExecutionRejection as rejection:
            body = {"error": str(rejection), "action_name": rejection.action_name}
            raise ClientResponseError(400, "Bad Request", json.dumps(body)) from rejection
        except Exception as error:  # whatever an action may raise, the applicant gets a sentence
            logger.error("action %s failed: %s", call["next_action"], scrubbed_traceback(error))
            return self._admission()
        if not is_valid(result):  # Rasa would drop it, say nothing to the applicant, and log all of it
            logger.error("action %s returned malformed events or messages", call["next_action"])
            return self._admission()
        return CheckedResult(result)

    def _admission(self) -> dict[str, Any]:
        return {"events": [], "responses": [dict(self._fault)]}
