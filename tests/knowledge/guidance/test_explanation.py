"""A material says why it is asked for, with the applicant's own answer."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from knowledge.catalogue.condition import NOT_ASKED, UNSURE, Condition
from knowledge.guidance.explanation import reason
from tests.knowledge.catalogues import small_catalogue

CATALOGUE = small_catalogue()


def why(raw: Any, **answers: str) -> str:
    return reason(TypeAdapter(Condition).validate_python(raw), answers, CATALOGUE)


class TestReason:
    def test_without_condition(self) -> None:
        assert reason(None, {}, CATALOGUE) == ""

    def test_the_applicants_own_choice(self) -> None:
        assert why({"premises": ["leased", "borrowed"]}, premises="leased") == "因为您的情况是「租赁」"

    def test_all_that_decided(self) -> None:
        raw = {"premises": "leased", "agent": "agent"}
        assert why(raw, premises="leased", agent="agent") == "因为您的情况是「租赁」、「委托他人」"

    def test_only_what_decided(self) -> None:
        raw = {"any": [{"agent": "agent"}, {"not": {"area": "small"}}]}
        assert why(raw, agent="self", area="large") == "因为您的情况是「超过200平方米」"
        assert why(raw, agent="agent", area="small") == "因为您的情况是「委托他人」"

    def test_a_question_passed_over_is_not_named(self) -> None:
        assert why({"not": {"cold": "yes"}}, cold=NOT_ASKED) == ""
        assert (
            why({"not": {"cold": "yes"}, "agent": "self"}, cold=NOT_ASKED, agent="self")
            == "因为您的情况是「本人办理」"
        )


class TestUnsure:
    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            ({"premises": "leased"}, "如果「经营场所是自有还是租赁」选租赁就需要，请先备着"),
            (
                {"premises": ["leased", "borrowed"]},
                "如果「经营场所是自有还是租赁」选租赁或无偿使用就需要，请先备着",
            ),
            ({"not": {"premises": "leased"}}, "如果「经营场所是自有还是租赁」不选租赁就需要，请先备着"),
            (
                {"premises": "leased", "cold": "yes"},
                "如果「经营场所是自有还是租赁」选租赁，「是否制售冷食」选是就需要，请先备着",
            ),
            (
                {"any": [{"premises": "leased"}, {"premises": "borrowed"}]},
                "如果「经营场所是自有还是租赁」选租赁，或者「经营场所是自有还是租赁」选无偿使用就需要，请先备着",
            ),
        ],
    )
    def test_what_it_would_depend_on(self, raw: Any, said: str) -> None:
        assert why(raw, premises=UNSURE) == said

    def test_what_is_settled_is_left_out(self) -> None:
        assert (
            why({"premises": "leased", "cold": "yes"}, premises="leased", cold=UNSURE)
            == "如果「是否制售冷食」选是就需要，请先备着"
        )
