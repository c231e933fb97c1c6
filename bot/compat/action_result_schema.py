"""Validate an action's result with a validator that is built once.

Cause: `RemoteAction._validate_action_result` calls `jsonschema.validate`, which builds a validator for every
action call and checks the schema itself against its metaschema.

Effect: PLACEHOLDER

May be removed when Rasa keeps a validator, or no longer validates.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

_stock = RemoteAction._validate_action_result


@lru_cache(maxsize=1)
def _validator() -> Validator:
    schema = RemoteAction.action_response_format_spec()
    return validator_for(schema)(schema)


def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Return True for a valid result; for any other raise exactly what stock Rasa raises."""
    return True if _validator().is_valid(result) else _stock(self, result)


def apply() -> None:
    """Put the cached validator in place."""
    RemoteAction._validate_action_result = validate_action_result
