"""The next question, and which answers still count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.affair import Affair
from knowledge.catalogue.condition import UNSURE, Is
from knowledge.catalogue.item import Asked
from knowledge.catalogue.question_order import (
    label_of,
    next_question,
    questions_asked,
    remaining,
    settle,
)
from tests.knowledge.catalogues import affair, small_catalogue

CATALOGUE = small_catalogue()
FOOD = affair("food.new", CATALOGUE)
CHANGE = affair("food.change", CATALOGUE)
BUNDLE = affair("restaurant", CATALOGUE)


def chained() -> Affair:
    """Each question hangs on the one before."""
    asks = (
        Asked(question="changed"),
        Asked(question="cold", when=Is(question="changed", values=("more",))),
        Asked(question="same", when=Is(question="cold", values=("yes",))),
    )
    return replace(CHANGE, asks=asks)


class TestNextQuestion:
    def test_in_the_order_of_asking(self) -> None:
        assert next_question(FOOD, {}) == "premises"
        assert next_question(FOOD, {"premises": "owned"}) == "area"
        assert next_question(FOOD, {"area": "small", "premises": "owned"}) == "cold"

    def test_none_when_all_is_known(self) -> None:
        assert (
            next_question(FOOD, {"premises": "owned", "area": "small", "cold": "no", "agent": UNSURE}) is None
        )

    def test_a_question_that_does_not_apply_is_not_put(self) -> None:
        assert next_question(CHANGE, {"changed": "name"}) is None
        assert next_question(CHANGE, {"changed": "more"}) == "cold"

    def test_an_unsure_answer_asks_all_that_may_follow(self) -> None:
        assert next_question(CHANGE, {"changed": UNSURE}) == "cold"

    def test_what_hangs_on_a_question_passed_over_is_passed_over(self) -> None:
        assert questions_asked(chained(), {"changed": "name"}) == ("changed",)
        assert next_question(chained(), {"changed": "name"}) is None
        assert next_question(chained(), {"changed": "more", "cold": "yes"}) == "same"

    def test_an_item_without_questions(self) -> None:
        assert next_question(affair("card.reissue", CATALOGUE), {}) is None


class TestRemaining:
    def test_counts_what_is_open_as_things_stand(self) -> None:
        assert remaining(FOOD, {}) == 4
        assert remaining(FOOD, {"premises": "owned"}) == 3
        assert remaining(CHANGE, {"changed": "name"}) == 0


class TestSettle:
    def test_drops_answers_to_questions_no_longer_asked(self) -> None:
        assert settle(CHANGE, {"changed": "name", "cold": "yes"}, CATALOGUE) == {"changed": "name"}

    def test_drops_a_whole_chain(self) -> None:
        answers = {"changed": "name", "cold": "yes", "same": "same"}
        assert settle(chained(), answers, CATALOGUE) == {"changed": "name"}

    def test_drops_values_and_questions_that_do_not_exist(self) -> None:
        assert settle(FOOD, {"premises": "tent", "colour": "red", "area": UNSURE}, CATALOGUE) == {
            "area": UNSURE
        }

    def test_in_the_order_of_asking(self) -> None:
        assert list(settle(FOOD, {"agent": "self", "premises": "owned"}, CATALOGUE)) == ["premises", "agent"]


class TestBundle:
    def test_own_questions_first_and_each_once(self) -> None:
        assert [asked.question for asked in BUNDLE.asks] == ["dine_in", "premises", "agent", "area", "cold"]


class TestLabelOf:
    def test_option_and_unsure(self) -> None:
        assert label_of(CATALOGUE.questions["premises"], "leased") == "租赁"
        assert label_of(CATALOGUE.questions["premises"], UNSURE) == "不确定"


_VALUES = {key: [*question.options, UNSURE, "nonsense"] for key, question in CATALOGUE.questions.items()}
_ANSWERS: Any = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(values) for key, values in _VALUES.items()}
)
_AFFAIRS = st.sampled_from([FOOD, CHANGE, BUNDLE, chained()])


@given(_AFFAIRS, _ANSWERS)
def test_settling_twice_changes_nothing(which: Affair, answers: dict[str, str]) -> None:
    once = settle(which, answers, CATALOGUE)
    assert settle(which, once, CATALOGUE) == once
    assert set(once) <= set(questions_asked(which, once))


@given(_AFFAIRS, _ANSWERS)
def test_answering_what_is_asked_comes_to_an_end(which: Affair, answers: dict[str, str]) -> None:
    known = settle(which, answers, CATALOGUE)
    for _ in range(len(which.asks) + 1):
        question = next_question(which, known)
        if question is None:
            break
        assert question not in known
        known = settle(which, {**known, question: UNSURE}, CATALOGUE)
    assert next_question(which, known) is None
    assert remaining(which, known) == 0
