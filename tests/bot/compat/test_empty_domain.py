"""The kept empty domain says the same as one that is built anew."""

from __future__ import annotations

import pytest

from bot.compat import empty_domain
from bot.compat.empty_domain import is_empty

from rasa.shared.core.domain import Domain  # isort: skip

DOMAINS = [
    Domain.empty(),
    Domain.from_dict({"version": "3.1"}),
    Domain.from_dict({"intents": ["greet"]}),
    Domain.from_dict({"actions": ["action_greet"]}),
    Domain.from_dict({"slots": {"pending": {"type": "any", "mappings": [{"type": "custom"}]}}}),
    Domain.from_dict(
        {"session_config": {"session_expiration_time": 0, "carry_over_slots_to_new_session": True}}
    ),
]


class TestIsEmpty:
    @pytest.mark.parametrize("domain", DOMAINS)
    def test_says_what_rasa_says(self, domain: Domain) -> None:
        assert is_empty(domain) == empty_domain._stock(domain)

    def test_both_answers_occur(self) -> None:
        assert {is_empty(domain) for domain in DOMAINS} == {True, False}

    def test_a_domain_used_in_between_changes_nothing(self) -> None:
        assert is_empty(Domain.empty())
        Domain.empty().as_dict()["intents"] = ["greet"]
        assert is_empty(Domain.empty())
