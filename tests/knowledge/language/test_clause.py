"""What a clause states, asks and supposes, and what is denied in it."""

from __future__ import annotations

import pytest

from knowledge.language.clause import asks_either_way, clauses_of
from knowledge.language.polarity import is_negated


class TestClauses:
    def test_stops_part_them_and_a_comma_within_a_number_does_not(self) -> None:
        clauses = clauses_of("租的,1,200平方米。我自己去!")
        assert [clause.text for clause in clauses] == ["租的", "1,200平方米", "我自己去"]
        assert [clause.start for clause in clauses] == [0, 3, 12]

    @pytest.mark.parametrize("text", ["可以让我弟去吗", "要多少钱", "是租的还是借的", "租的?", "能不能代办"])
    def test_asks(self, text: str) -> None:
        assert clauses_of(text)[0].asks

    @pytest.mark.parametrize("text", ["如果我弟去", "丢了的话", "万一过期"])
    def test_supposes(self, text: str) -> None:
        assert clauses_of(text)[0].supposes

    @pytest.mark.parametrize("text", ["还是老样子", "我自己去", "租来的门面"])
    def test_states(self, text: str) -> None:
        assert clauses_of(text)[0].states

    def test_nothing(self) -> None:
        assert clauses_of(",。 ") == ()


@pytest.mark.parametrize("before", ["不是", "没有", "门面不", "我没", "唔", "没跟我们", "从来没"])
def test_negated(before: str) -> None:
    assert is_negated(before)


@pytest.mark.parametrize("before", ["", "特别", "差不", "除非", "门面是"])
def test_not_negated(before: str) -> None:
    assert not is_negated(before)


def test_either_way() -> None:
    assert asks_either_way("卖不", "卖凉菜")
    assert asks_either_way("是不是", "租的")
    assert not asks_either_way("不", "卖凉菜")
