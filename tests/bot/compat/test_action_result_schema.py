"""The kept validators accept and refuse exactly what Rasa's own check does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import ValidationError

from bot.compat import action_result_schema
from bot.compat.action_result_schema import validate_action_result

from rasa.core.actions.action import RemoteAction  # isort: skip
from rasa.shared.utils.schemas.events import EVENT_SCHEMA  # isort: skip

ACTION = RemoteAction("action_greet", None)

KINDS = [alternative["properties"]["event"]["const"] for alternative in EVENT_SCHEMA["oneOf"]]
KEYS = ["timestamp", "metadata", "name", "value", "text", "entities", "parse_data", "confidence", "policy"]
VALUES = st.one_of(
    st.none(),
    st.integers(-2, 2),
    st.text(max_size=3),
    st.booleans(),
    st.just({}),
    st.just([]),
    st.just([{"entity": "a", "value": 1}]),
    st.just([{"entity": 1}]),
    st.just({"intent": {"name": 1}}),
)
EVENTS = st.one_of(
    st.builds(
        lambda kind, rest: {"event": kind, **rest},
        st.one_of(st.sampled_from(KINDS), st.just("unheard_of"), VALUES),
        st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5),
    ),
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2),
    st.builds(
        lambda name, value, timestamp: {
            "event": "slot",
            "timestamp": timestamp,
            "name": name,
            "value": value,
        },
        st.one_of(st.just("pending"), VALUES),
        VALUES,
        st.one_of(st.none(), VALUES),
    ),
    VALUES,
)
RESULTS = st.one_of(
    st.builds(
        lambda events, responses, drop: {
            key: value for key, value in (("events", events), ("responses", responses)) if key not in drop
        },
        st.one_of(st.lists(EVENTS, max_size=3), VALUES),
        st.one_of(st.lists(st.one_of(st.just({"text": "您好"}), VALUES), max_size=2), VALUES),
        st.sets(st.sampled_from(["events", "responses"])),
    ),
    VALUES,
)


def verdict(check: Any, result: Any) -> str:
    try:
        return str(check(ACTION, result))
    except ValidationError as error:
        return error.message


class TestValidateActionResult:
    def test_rasa_has_one_constant_for_each_alternative(self) -> None:
        assert len(KINDS) == len(set(KINDS)) == 23

    @pytest.mark.parametrize(
        "result",
        [
            {"events": [{"event": "slot", "name": "a", "value": None}], "responses": [{"text": "您好"}]},
            {"events": [{"event": "slot", "name": "a"}], "responses": []},
            {"events": [{"event": "slot", "name": "a", "value": 1, "timestamp": "now"}]},
            {"events": [{"event": "unheard_of"}]},
            {"events": [{"event": "slot", "timestamp": None, "name": "a", "value": {"b": [1]}}]},
            {"events": [{"event": "slot", "timestamp": None, "name": 1, "value": None}]},
            {"events": [{"event": "slot", "timestamp": None, "name": "a", "value": 1, "metadata": 3}]},
            {"events": [], "responses": [{"text": 1}, {}]},
            {"events": [], "responses": [{}, "您好"]},
            {"events": [], "responses": {}},
            {"events": "none"},
            {},
            [],
        ],
    )
    def test_says_what_rasa_says(self, result: Any) -> None:
        assert verdict(validate_action_result, result) == verdict(action_result_schema._stock, result)

    @settings(max_examples=300, deadline=None)
    @given(RESULTS)
    def test_says_what_rasa_says_of_anything(self, result: Any) -> None:
        assert verdict(validate_action_result, result) == verdict(action_result_schema._stock, result)
