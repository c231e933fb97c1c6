"""Of several readings the one of highest expected worth; a dear act needs to be near certain, or is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.weighing.candidate import Candidate, Kind
from knowledge.weighing.choice import choose
from knowledge.weighing.costs import Cost, Costs, shipped_costs

COSTS = shipped_costs()

candidates = st.lists(
    st.builds(
        Candidate,
        kind=st.sampled_from(Kind),
        action=st.sampled_from(["action_a", "action_b"]),
        probability=st.floats(0, 1),
    ),
    min_size=1,
    max_size=8,
)


def test_the_surer_reading_is_taken() -> None:
    answer = Candidate(Kind.ANSWER, "action_answer", 0.9)
    wish = Candidate(Kind.WISH, "action_find_item", 0.5)
    choice = choose([wish, answer], COSTS)
    assert choice.candidate is answer
    assert [one for one, _ in choice.weighed] == [answer, wish]


def test_of_equals_the_first_is_taken() -> None:
    first, second = (Candidate(Kind.ANSWER, action, 0.9) for action in ("action_a", "action_b"))
    assert choose([first, second], COSTS).candidate is first


def test_a_likely_answer_goes_before_another_affair_as_likely() -> None:
    """Putting an affair aside is dear."""
    answer = Candidate(Kind.ANSWER, "action_answer", 0.6)
    other = Candidate(Kind.OTHER_WISH, "action_find_item", 0.6)
    assert choose([other, answer], COSTS).candidate is answer


def test_a_modest_suspicion_of_danger_is_enough() -> None:
    danger = Candidate(Kind.DANGER, "action_urgent", 0.35)
    wish = Candidate(Kind.WISH, "action_find_item", 0.8)
    assert choose([wish, danger], COSTS).candidate is danger


class TestDearActs:
    NOTHING = Candidate(Kind.NOTHING, "action_answer", 0.15)

    @pytest.mark.parametrize(
        ("probability", "taken", "in_doubt"),
        [(0.99, "action_complain", False), (0.8, "action_complain", True), (0.3, "action_answer", False)],
    )
    def test_is_done_asked_about_or_left(self, probability: float, taken: str, in_doubt: bool) -> None:
        dear = Candidate(Kind.DEAR_ACT, "action_complain", probability)
        choice = choose([dear, self.NOTHING], COSTS)
        assert (choice.candidate.action, choice.in_doubt) == (taken, in_doubt)
        assert choice.other is None

    def test_the_question_names_what_else_it_may_be(self) -> None:
        dear = Candidate(Kind.DEAR_ACT, "action_complain", 0.85)
        answer = Candidate(Kind.ANSWER, "action_answer", 0.55)
        assert choose([answer, dear], COSTS).other is answer

    @given(candidates)
    def test_is_never_done_unless_nearly_certain(self, readings: list[Candidate]) -> None:
        choice = choose(readings, COSTS)
        done = choice.candidate.kind is Kind.DEAR_ACT and not choice.in_doubt
        rivals = [one for one in readings if one.kind is not Kind.DEAR_ACT]
        if done and any(one.kind is Kind.NOTHING for one in rivals):
            assert choice.candidate.probability > 0.8


@given(candidates)
def test_the_chosen_reading_is_one_of_those_given(readings: list[Candidate]) -> None:
    choice = choose(readings, COSTS)
    assert choice.candidate in readings
    worths = [worth for _, worth in choice.weighed]
    assert worths == sorted(worths, reverse=True)


def test_there_must_be_a_reading() -> None:
    with pytest.raises(ValueError, match="not understood"):
        choose([], COSTS)


def test_every_kind_has_its_cost_and_no_cost_is_negative() -> None:
    assert set(COSTS.kinds) == set(Kind)
    with pytest.raises(ValidationError):
        Costs(kinds={Kind.DANGER: Cost(gain=1, wrong=-1)}, asking=0.4)
