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
            "我来河东四个月了",
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


FOOD_CHANGE = affair("food_operation.change", shipped_catalogue())
FOOD_NEW = affair("food_operation.new", shipped_catalogue())


class TestOnlyWhatIsStatedOfTheApplicant:
    """What stands in a question, a denial, a supposition, a quotation or somebody else's clause is no fact."""

    @pytest.mark.parametrize(
        ("text", "cold"),
        [
            ("食品那个证加点凉菜热菜", "yes"),
            ("店里想添几样卤味卖", "yes"),
            ("证上加个裱花蛋糕", "yes"),
            ("原来只卖热饮，现在加寿司", "yes"),
            ("以后想兼卖点卤菜", "yes"),
            ("冷食那个是「是」", "yes"),
            ("冷食那个应该是没有", "no"),
            ("要加热菜,不加凉菜", "no"),
            ("凉菜我们不做", "no"),
            ("我们只炒热菜,凉菜没得", "no"),
            ("隔壁家做凉菜,我们只炒菜", "no"),
            ("对门那家卖凉菜,我家就下个面条", None),
            ("听说加凉菜要另外弄个间", None),
            ("网上说加凉菜要现场看", None),
            ("要是以后加凉菜呢", None),
            ("凉面算冷食吧？", None),
            ("那个冷食的你改过来没有哦", None),
            ("想加烧烤", None),
        ],
    )
    def test_what_is_added(self, text: str, cold: str | None) -> None:
        found = facts_in(normalise(text), FOOD_CHANGE, shipped_catalogue())
        assert found.get("food_operation.cold_food") == cold

    @pytest.mark.parametrize(
        ("text", "premises"),
        [
            ("隔壁那家是租的", None),
            ("这样还算自有吗", None),
            ("听说租的要合同", None),
            ("我同学家也是租的，我是自家楼下", "owned"),
            ("人家借我用的", "borrowed"),
            ("房东不收租金", "borrowed"),
        ],
    )
    def test_whose_premises(self, text: str, premises: str | None) -> None:
        assert facts_in(normalise(text), FOOD_NEW, shipped_catalogue()).get("premises") == premises

    @pytest.mark.parametrize(
        ("question", "text", "value"),
        [
            ("agent", "我自己来。但是原车主他在外地回不来，他人不到场行不行？还有反向开票那个你没说", "self"),
            ("agent", "我亲自跑一趟，就是房东签不了字他在上海", "self"),
            ("agent", "卖车的那人说他不来，我自己去得行不", "self"),
            ("agent", "可以委托别人吗", None),
            ("agent", "听说要本人去", None),
            ("agent", "我弟去办行不行", "agent"),
            ("premises", "房本是我爸的名字不是我的呀，这样还算自有吗，我跟我妈还没去过户", None),
            ("premises", "是租的吗", None),
            ("premises", "我这是租的，要合同吗", "leased"),
            ("public_place_health.changed", "都不是，是地址搬了，人和名字都没变", None),
            ("public_place_health.changed", "名称没动，负责人换成我儿子了", "head"),
            ("household_registration.relation", "没有爹妈了投靠姑姑", None),
            ("household_registration.relation", "没结婚，没老婆，投靠爸爸", "parent"),
            ("food_operation.cold_food", "凉菜没有", "no"),
        ],
    )
    def test_answers(self, question: str, text: str, value: str | None) -> None:
        assert answer_to(question, normalise(text), shipped_catalogue()) == value


def test_a_number_counts_what_its_own_words_name() -> None:
    """招三个人 counts no shareholders."""
    catalogue = shipped_catalogue()
    bundle = next(key for key, one in catalogue.bundles.items() if "hires" in [a.question for a in one.asks])
    affair = catalogue.affair(bundle)
    assert affair is not None
    assert facts_in("等等，马上要招三个人的", affair, catalogue) == {"hires": "yes"}
