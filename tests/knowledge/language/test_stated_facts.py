"""What a sentence states is not asked again, and what it only mentions is not taken for an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.text import normalise
from knowledge.catalogue.condition import UNSURE
from knowledge.language.stated_facts import answer_to, facts_in, place_in, stated
from tests.knowledge.catalogues import affair, small_catalogue
from tests.shipped import shipped_catalogue

SENTENCES = yaml.safe_load((Path(__file__).parent / "stated_facts.yaml").read_text(encoding="utf-8"))
CATALOGUE = small_catalogue()
FOOD = affair("food.new", CATALOGUE)
ID_CARD = affair("id_card.reissue", shipped_catalogue())


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


def full(question: str, affair_id: str) -> str:
    """The id of a question that a table names without its main item."""
    asked = {one.question for one in affair(affair_id, shipped_catalogue()).asks}
    return question if question in asked else f"{affair_id.split('.')[0]}.{question}"


class TestShipped:
    @pytest.mark.parametrize(
        ("affair_id", "text", "facts"),
        [(affair_id, text, facts) for affair_id, said in SENTENCES.items() for text, facts in said.items()],
    )
    def test_as_people_say_it(self, affair_id: str, text: str, facts: dict[str, str]) -> None:
        wanted = {full(question, affair_id): value for question, value in facts.items()}
        assert (
            facts_in(normalise(text), affair(affair_id, shipped_catalogue()), shipped_catalogue()) == wanted
        )

    def test_says_by_which_words(self) -> None:
        facts = stated("租了个门面,我弟帮我去办", FOOD, CATALOGUE)
        assert [(fact.question, fact.because, fact.certain) for fact in facts] == [
            ("premises", "租了", False),
            ("agent", "我弟帮我去", True),
        ]

    @given(
        years=st.integers(min_value=2, max_value=110), who=st.sampled_from(["我闺女", "他", "小儿子", "我爸"])
    )
    def test_any_age_of_the_holder(self, years: int, who: str) -> None:
        facts = facts_in(f"{who}今年{years}岁,身份证丢了", ID_CARD, shipped_catalogue())
        assert facts["id_card.age"] == ("adult" if years >= 16 else "minor")

    @given(years=st.integers(min_value=18, max_value=99), child=st.integers(min_value=1, max_value=15))
    def test_the_age_of_another_is_not_the_holders(self, years: int, child: int) -> None:
        facts = facts_in(f"我{years}岁了,给孙子补身份证,他{child}岁", ID_CARD, shipped_catalogue())
        assert facts["id_card.age"] == "minor"

    @given(area=st.integers(min_value=1, max_value=2000))
    def test_any_area(self, area: int) -> None:
        facts = facts_in(f"租了{area}平方米的店", FOOD, CATALOGUE)
        assert facts["area"] == ("small" if area <= 200 else "large")

    @given(text=st.text(max_size=60))
    def test_any_text_is_read(self, text: str) -> None:
        for one in (FOOD, ID_CARD):
            catalogue = CATALOGUE if one is FOOD else shipped_catalogue()
            for question, value in facts_in(normalise(text), one, catalogue).items():
                assert value in catalogue.questions[question].options


class TestAnswerTo:
    def test_a_reply_may_be_bare(self) -> None:
        assert answer_to("area", "120", CATALOGUE) == "small"
        assert answer_to("cold", "没有", CATALOGUE) == "no"
        assert answer_to("premises", "4", CATALOGUE) == UNSURE
        assert answer_to("agent", "我", CATALOGUE) == "self"

    def test_something_else(self) -> None:
        assert answer_to("premises", "要多少钱", CATALOGUE) is None


class TestAnswerOfRules:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("五十多了", "adult"),
            ("我都四十多了", "adult"),
            ("八岁半", "minor"),
            ("十五", "minor"),
            ("16", "adult"),
            ("娃才上二年级", "minor"),
            ("快十六了", "minor"),
            ("明年才满16", "minor"),
            ("1.5岁", "minor"),
            ("一", "adult"),
            ("2", "minor"),
        ],
    )
    def test_an_age(self, text: str, value: str) -> None:
        assert answer_to("id_card.age", text, shipped_catalogue()) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("老板派我来的", "agent"),
            ("我女婿过去跑", "agent"),
            ("她自己去", "self"),
            ("陪我妈一起去", "self"),
            ("人在外地回不来", "agent"),
        ],
    )
    def test_who_goes(self, text: str, value: str) -> None:
        assert answer_to("agent", text, shipped_catalogue()) == value


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
