"""What a dialogue remembers of its open question: by this version, by the one before it, and by one nobody knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.pending.callback import CallbackPhone
from actions.pending.case import CaseInHand
from actions.pending.doubt import Doubt
from actions.pending.licence_expiry import LicenceExpiryRequest
from actions.pending.memory import KINDS, pending_in
from actions.pending.question import GuessedWish, OfferedWish, ProposedChange
from actions.pending.vague import VagueChoice
from tests.actions.reading.open_questions import PENDING

BEFORE_MODELS: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("remembered_before_models.jsonl").read_text("utf-8").splitlines()
]
"""As version 0.1.0 left them in the slot when it held plain dicts; options are cut to a few."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
WORDS = st.sampled_from([kind.model_fields["kind"].default for kind in KINDS])
FIELDS = st.sampled_from(sorted({field for kind in KINDS for field in kind.model_fields} - {"kind"}))


class TestRememberedByTheVersionBefore:
    @pytest.mark.parametrize("slot", BEFORE_MODELS, ids=lambda slot: slot["kind"])
    def test_it_is_read_as_what_it_was(self, slot: dict[str, Any]) -> None:
        pending = pending_in(slot)
        assert pending is not None
        filled = pending.model_dump(mode="json")
        assert _without_empty(slot) == _without_empty({**filled, "options": slot.get("options")})
        assert [option.label for option in pending.options] == [o["label"] for o in slot.get("options", ())]

    def test_every_kind_was_recorded(self) -> None:
        assert {type(pending_in(slot)) for slot in BEFORE_MODELS} == set(KINDS) - {
            ProposedChange,
            CaseInHand,
            Doubt,
            OfferedWish,
            GuessedWish,
            VagueChoice,
            CallbackPhone,
            LicenceExpiryRequest,
        }


class TestRememberedByThisVersion:
    @pytest.mark.parametrize("slot", BEFORE_MODELS, ids=lambda slot: slot["kind"])
    def test_it_survives_the_store(self, slot: dict[str, Any]) -> None:
        pending = pending_in(slot)
        assert pending is not None
        stored = json.loads(json.dumps(pending.stored()))
        assert stored["kind"] == slot["kind"]
        assert pending_in(stored) == pending


class TestUnknown:
    @pytest.mark.parametrize(
        "slot",
        [
            "question",
            7,
            [],
            {},
            {"kind": "hologram"},
            {"kind": ["question"]},
            {"kind": "question", "options": []},
            {"kind": "case", "number": None, "purpose": "dance"},
            {"kind": "confirm", "act": "explode"},
            {"kind": "items", "options": ["a"]},
            {**PENDING["appointment"].stored(), "before": {"kind": "hologram"}},
        ],
    )
    def test_is_dropped(self, slot: Any) -> None:
        assert pending_in(slot) is None

    def test_more_fields_than_are_known_do_no_harm(self) -> None:
        assert pending_in({"kind": "contact", "since": "tomorrow"}) == PENDING["contact"]

    @given(
        slot=JSON | st.builds(lambda kind, more: {**more, "kind": kind}, WORDS, st.dictionaries(FIELDS, JSON))
    )
    def test_never_ends_in_a_fault(self, slot: Any) -> None:
        pending = pending_in(slot)
        assert pending is None or pending_in(pending.stored()) == pending


def _without_empty(slot: dict[str, Any]) -> dict[str, Any]:
    """Without what stands for nothing, here and in the question that waits."""
    plain = {key: value for key, value in slot.items() if value not in (None, False, "", [], ())}
    if "before" in plain:
        plain["before"] = {"kind": plain["before"]["kind"]}
    return plain
