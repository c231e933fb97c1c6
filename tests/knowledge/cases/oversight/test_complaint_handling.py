"""Complaints go around everybody they are about."""

from __future__ import annotations

from knowledge.cases.oversight.complaint_handling import Supervisor, assigned, hands_of
from tests.knowledge.stories import decided

LOG = decided().log


class TestAssigned:
    def test_never_whom_it_is_about_nor_who_had_a_hand_in_it(self) -> None:
        assert hands_of(LOG) == {"w1", "r1", "h1"}
        candidates = [
            Supervisor("w1", "centre"),
            Supervisor("bad", "centre"),
            Supervisor("good", "centre", 9),
        ]
        assert assigned(["bad"], "market", LOG, candidates).handler == "good"

    def test_another_department_first_then_fewest_open(self) -> None:
        candidates = [
            Supervisor("own", "market", 0),
            Supervisor("a", "centre", 5),
            Supervisor("b", "centre", 2),
        ]
        assert assigned(["x"], "market", LOG, candidates).handler == "b"
        assert assigned(["x"], "market", LOG, candidates[:1]).handler == "own"

    def test_nobody_left_goes_up(self) -> None:
        found = assigned(["s1"], "market", LOG, [Supervisor("s1", "centre")])
        assert found.handler is None and "上级机关" in found.why
