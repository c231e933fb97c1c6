"""Ages in words, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.text import normalise
from knowledge.language.agent import people_in
from knowledge.language.clause import clauses_of
from knowledge.language.stated_age import age_of_holder, bare_age


def age(text: str) -> tuple[float, float] | None:
    """The years of the person the affair is of."""
    found = age_of_holder(people_in(normalise(text)), clauses_of(normalise(text)))
    return (found.low, found.high) if found else None


class TestAge:
    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("孩子六岁", 6, 7),
            ("老人八十八", 88, 89),
            ("我都四十多了", 40, 50),
            ("三十来岁", 28, 35),
            ("五岁半", 5.5, 6),
            ("不满十六岁", 14, 16),
            ("我儿子下个月才满十六", 14, 16),
            ("妹妹虚岁十四", 12, 13),
            ("刚满月的娃", 0, 1),
            ("闺女读初一", 3, 15),
            ("我上大三", 18, 120),
            ("我爷爷九十一岁了", 91, 92),
        ],
    )
    def test_as_people_say_it(self, text: str, low: float, high: float) -> None:
        found = age(text)
        assert found is not None
        assert low <= found[0] <= found[1] <= high

    @pytest.mark.parametrize(
        "text",
        ["丢了3天", "用了10年", "16岁以下的要带什么", "店开了20年", "我要2", "120", "如果孩子六岁呢", "选3"],
    )
    def test_no_age(self, text: str) -> None:
        assert age(text) is None

    def test_of_two_children_it_is_not_known_which(self) -> None:
        assert age("我弟六岁,我妹十九岁") is None

    @given(own=st.integers(min_value=18, max_value=99), other=st.integers(min_value=1, max_value=99))
    def test_it_is_that_of_whose_affair_it_is(self, own: int, other: int) -> None:
        found = age(f"我{own}岁,给外孙补个证,他{other}岁")
        assert found is not None
        assert found[0] == other

    @given(st.integers(min_value=0, max_value=130))
    def test_bare(self, years: int) -> None:
        assert bare_age(f"{years}了") == (years, years + 0.99)

    @pytest.mark.parametrize("text", ["第二个", "两次", "不知道", "十六人"])
    def test_no_bare_age(self, text: str) -> None:
        assert bare_age(text) is None
