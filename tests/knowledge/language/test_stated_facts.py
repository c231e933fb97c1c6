"""What a sentence states is not asked again, and what it only mentions is not taken for an answer."""

from __future__ import annotations

import pytest

from knowledge.catalogue.condition import UNSURE
from knowledge.language.stated_facts import answer_to, facts_in, place_in
from tests.knowledge.catalogues import affair, small_catalogue

CATALOGUE = small_catalogue()
FOOD = affair("food.new", CATALOGUE)


class TestFactsIn:
    @pytest.mark.parametrize(
        ("text", "facts"),
        [
            ("我租了个门面想开个小饭馆,要办啥", {"premises": "leased"}),
            ("一百来平，我弟去帮我办", {"area": "small", "agent": "agent"}),
            ("不是租的，是自己的房子", {"premises": "owned"}),
            ("我自己的房子，让我弟去办", {"premises": "owned", "agent": "agent"}),
            ("房子其实是我自己的", {"premises": "owned"}),
            ("我弟帮我去办", {"agent": "agent"}),
            (
                "门面是租的，260平，不做凉菜，我自己去",
                {"premises": "leased", "area": "large", "cold": "no", "agent": "self"},
            ),
            ("店面超过200平方米", {"area": "large"}),
        ],
    )
    def test_stated(self, text: str, facts: dict[str, str]) -> None:
        assert facts_in(text, FOOD, CATALOGUE) == facts

    @pytest.mark.parametrize(
        "text",
        [
            "我是想开个店",
            "我没有身份证了",
            "120",
            "第二个",
            "你帮我去办个证",
            "帮我去问一下",
            "有没有凉菜要紧吗",
            "委托书丢了",
            "我儿子去香港",
            "自己开的饭馆",
            "是租的还是借的",
            "不是租的",
            "有",
        ],
    )
    def test_states_nothing(self, text: str) -> None:
        assert facts_in(text, FOOD, CATALOGUE) == {}

    def test_left_out(self) -> None:
        assert facts_in("租的，260平", FOOD, CATALOGUE, but=["premises"]) == {"area": "large"}

    def test_in_the_order_of_asking(self) -> None:
        assert list(facts_in("我弟去办，260平，租的", FOOD, CATALOGUE)) == ["premises", "area", "agent"]


class TestAnswerTo:
    def test_a_reply_may_be_bare(self) -> None:
        assert answer_to("area", "120", CATALOGUE) == "small"
        assert answer_to("cold", "没有", CATALOGUE) == "no"
        assert answer_to("premises", "4", CATALOGUE) == UNSURE
        assert answer_to("agent", "我", CATALOGUE) == "self"

    def test_something_else(self) -> None:
        assert answer_to("premises", "要多少钱", CATALOGUE) is None


class TestPlaceIn:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("我在河西镇，身份证丢了", "hexi"),
            ("我是河西北乡的", "hexibei"),
            ("河西北那边", "hexibei"),
            ("县城", None),
            ("", None),
        ],
    )
    def test_the_longest_name_wins(self, text: str, place: str | None) -> None:
        assert place_in(text, CATALOGUE) == place
