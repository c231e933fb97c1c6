"""A reply to numbered options is resolved by place, words, quantity or a bare yes or no."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.condition import UNSURE
from knowledge.language.choice import (
    Offered,
    choose,
    does_not_know,
    is_none_of_these,
    offered_by,
    stated,
)
from tests.effort import calls_of
from tests.knowledge.catalogues import small_catalogue

CATALOGUE = small_catalogue()
PREMISES = offered_by(CATALOGUE.questions["premises"])
AREA = offered_by(CATALOGUE.questions["area"])
COLD = offered_by(CATALOGUE.questions["cold"])
AGENT = offered_by(CATALOGUE.questions["agent"])
SAME = offered_by(CATALOGUE.questions["same"])
DINE_IN = offered_by(CATALOGUE.questions["dine_in"])
MENU = (
    Offered("submit", "提交申请"),
    Offered("change", "改答案"),
    Offered("full", "看办理流程"),
    Offered("resume", "换设备接着办"),
    Offered("other", "办别的事"),
)
CONFIRM = (
    Offered("yes", "是", ("确定", "确认", "对", "好的", "可以", "提交", "没错")),
    Offered("no", "否", ("不是", "不", "先不", "算了", "取消", "等等", "别")),
)


class TestByPlace:
    @pytest.mark.parametrize(
        ("reply", "value"),
        [
            ("2", "leased"),
            ("2。", "leased"),
            ("(2)", "leased"),
            ("二", "leased"),
            ("第二个", "leased"),
            ("第 2 个", "leased"),
            ("选2", "leased"),
            ("选择2", "leased"),
            ("选项二", "leased"),
            ("2号", "leased"),
            ("就第一个吧", "owned"),
            ("就第二个好了", "leased"),
            ("第二种情况吧", "leased"),
            ("我要第三种", "borrowed"),
            ("最后一个", "borrowed"),
            ("倒数第二个", "leased"),
            ("第一个，自己的房子", "owned"),
            ("4", UNSURE),
            ("第四个", UNSURE),
        ],
    )
    def test_number_or_ordinal(self, reply: str, value: str) -> None:
        assert choose(reply, PREMISES) == value

    @pytest.mark.parametrize("reply", ["5", "第5个", "10", "0", "第0个", "倒数第九个", "999999"])
    def test_out_of_range_is_no_answer(self, reply: str) -> None:
        assert choose(reply, PREMISES) is None

    @pytest.mark.parametrize(
        ("reply", "value"), [("10", "o10"), ("第十一个", "o11"), ("12", "o12"), ("十二", "o12")]
    )
    def test_long_lists_have_two_digits(self, reply: str, value: str) -> None:
        options = [Offered(f"o{n}", f"事项甲{n}号样") for n in range(1, 13)]
        assert choose(reply, options) == value

    @pytest.mark.parametrize(
        ("reply", "value"), [("前者", "self"), ("后一个", "agent"), ("前面那个", "self")]
    )
    def test_former_and_latter_of_two(self, reply: str, value: str) -> None:
        assert choose(reply, AGENT) == value

    def test_former_of_three_is_no_answer(self) -> None:
        assert choose("前者", PREMISES) is None

    def test_a_long_run_of_fillers_is_little_work(self) -> None:
        for text in ("就" * 1000 + "x", "我要选" * 300 + "x"):
            assert calls_of(partial(choose, text, PREMISES)) < 3 * len(text)


class TestByWords:
    @pytest.mark.parametrize(
        ("reply", "value"),
        [
            ("租赁", "leased"),
            ("[租赁]", "leased"),
            ("「租赁」", "leased"),
            ("2 租赁", "leased"),
            ("2、租赁", "leased"),
            ("2)租赁", "leased"),
            ("门面是租来的", "leased"),
            ("不是租的，是自己的房子", "owned"),
            ("不是自己的，是租的", "leased"),
            ("没租，借的", "borrowed"),
            ("房子其实是我自己的", "owned"),
        ],
    )
    def test_premises(self, reply: str, value: str) -> None:
        assert choose(reply, PREMISES) == value

    @pytest.mark.parametrize("reply", ["不是租的", "没有租", "是租的还是借的", "你好", "是不是租的", "个"])
    def test_negated_tied_or_strange_words_choose_nothing(self, reply: str) -> None:
        assert choose(reply, PREMISES) is None

    @pytest.mark.parametrize(
        ("reply", "value"),
        [
            ("我自己去", "self"),
            ("本人", "self"),
            ("自己", "self"),
            ("我", "self"),
            ("不用委托", "self"),
            ("不委托", "self"),
            ("我弟去", "agent"),
            ("我弟帮我去办", "agent"),
            ("我老公去", "agent"),
            ("我自己的房子，让我弟去办", "agent"),
            ("不是本人", "agent"),
            ("我不能亲自去", "agent"),
            ("不是我自己去，是我弟去", "agent"),
        ],
    )
    def test_who_comes(self, reply: str, value: str) -> None:
        assert choose(reply, AGENT) == value

    @pytest.mark.parametrize("reply", ["我不去", "委托书怎么写", "这是我自己的房子"])
    def test_does_not_say_who_comes(self, reply: str) -> None:
        assert choose(reply, AGENT) is None

    def test_the_longest_words_win(self) -> None:
        options = (Offered("a", "注销"), Offered("b", "简易注销"))
        assert choose("我想简易注销", options) == "b"

    def test_a_count_of_people_is_no_individual(self) -> None:
        options = (Offered("person", "个人"), Offered("company", "公司"))
        assert choose("我们3个人", options) is None
        assert choose("以个人名义", options) == "person"

    @pytest.mark.parametrize(
        ("reply", "value"), [("提交", "submit"), ("流程", "full"), ("看流程", None), ("答案", "change")]
    )
    def test_part_of_one_label(self, reply: str, value: str | None) -> None:
        assert choose(reply, MENU) == value

    def test_labels_with_full_width_brackets(self) -> None:
        options = (
            Offered("new", "食品经营许可（新办）", ("新办",)),
            Offered("change", "食品经营许可（变更）", ("变更",)),
        )
        assert choose("食品经营许可(变更)", options) == "change"
        assert choose("食品经营许可", options) is None


class TestByQuantity:
    @pytest.mark.parametrize(
        "reply",
        [
            "200",
            "两百",
            "一百来平",
            "120平米",
            "120 平方米",
            "120m2",
            "三四十平",
            "不到200",
            "200以下",
            "100到150",
            "100-150平",
            "大概180吧",
            "我估计有180平吧",
            "几十平",
            "十几平",
            "一百五",
            "没有200平",
            "不超过200平方米",
            "1 不超过200平方米",
            "0.5平",
        ],
    )
    def test_small(self, reply: str) -> None:
        assert choose(reply, AREA, "平方米") == "small"

    @pytest.mark.parametrize(
        "reply",
        [
            "200.5",
            "两百多",
            "200多平",
            "三百来平",
            "1,200平",
            "1.5万平",
            "一千平",
            "200平以上",
            "超过200平方米",
            "2 超过200平方米",
            "几百平",
            "不止200",
        ],
    )
    def test_large(self, reply: str) -> None:
        assert choose(reply, AREA, "平方米") == "large"

    @pytest.mark.parametrize(
        "reply", ["150到250平", "两三百平", "半亩", "不是200平", "一楼80平二楼90平", "0", "2亩", "3个人"]
    )
    def test_a_span_over_both_or_another_unit_chooses_nothing(self, reply: str) -> None:
        assert choose(reply, AREA, "平方米") is None

    def test_numbers_of_options_come_first(self) -> None:
        assert [choose(n, AREA, "平方米") for n in "123"] == ["small", "large", UNSURE]

    def test_three_people_are_no_third_option(self) -> None:
        options = (
            Offered("few", "不超过5人", bounds=(0, 5)),
            Offered("some", "6到20人", bounds=(5, 20)),
            Offered("many", "20人以上", bounds=(20, 9999)),
        )
        assert choose("3个人", options, "人") == "few"
        assert choose("3个", options, "人") == "few"
        assert choose("第3个", options, "人") == "many"
        assert choose("五六个人", options, "人") is None
        assert choose("两三个", options, "人") == "few"
        assert choose("七八个人", options, "人") == "some"
        assert choose("20多个人", options, "人") == "many"

    def test_a_label_is_never_taken_for_another(self) -> None:
        """A pressed button sends the label of its option."""
        for question in CATALOGUE.questions.values():
            for option in offered_by(question):
                assert choose(option.label, offered_by(question), question.unit) == option.value


class TestYesOrNo:
    @pytest.mark.parametrize(
        "reply", ["是", "是的", "对", "嗯", "嗯嗯", "有", "有的", "做", "好", "要", "会", "需要", "对啊"]
    )
    @pytest.mark.parametrize("options", [COLD, DINE_IN, CONFIRM])
    def test_yes(self, reply: str, options: tuple[Offered, ...]) -> None:
        assert choose(reply, options) == "yes"

    @pytest.mark.parametrize(
        "reply",
        [
            "不",
            "没有",
            "没",
            "否",
            "不是",
            "不做",
            "没有的",
            "不用",
            "不要",
            "不会",
            "不需要",
            "没有啊",
            "都没有",
            "我们不做",
        ],
    )
    @pytest.mark.parametrize("options", [COLD, DINE_IN, CONFIRM])
    def test_no(self, reply: str, options: tuple[Offered, ...]) -> None:
        assert choose(reply, options) == "no"

    @pytest.mark.parametrize(
        ("reply", "value"),
        [
            ("没有，都是热的", "no"),
            ("对，有凉菜", "yes"),
            ("没有凉菜", "no"),
            ("不做凉菜", "no"),
            ("不是，有凉菜的", "yes"),
        ],
    )
    def test_with_more_words(self, reply: str, value: str) -> None:
        assert choose(reply, COLD) == value

    @pytest.mark.parametrize(
        ("reply", "value"), [("没有", "same"), ("没", "same"), ("有", "different"), ("有的", "different")]
    )
    def test_labels_that_say_not(self, reply: str, value: str) -> None:
        assert choose(reply, SAME) == value

    def test_not_one_of_two_is_the_other(self) -> None:
        assert choose("不做外卖", DINE_IN) == "yes"

    @pytest.mark.parametrize(
        "reply",
        [
            "我是租的",
            "是不是要带原件",
            "有没有",
            "可以改吗",
            "对了",
            "对吧",
            "提交以后多久",
            "提交前我想改面积",
            "对了我想问下",
            "可以先改一下吗",
            "要带什么",
        ],
    )
    def test_what_only_contains_a_yes_submits_nothing(self, reply: str) -> None:
        assert choose(reply, CONFIRM) != "yes"
        assert choose(reply, COLD) != "yes"

    @pytest.mark.parametrize(
        "reply", ["提交吧", "现在提交", "确认提交", "好的", "可以", "没错", "确定", "是的，提交"]
    )
    def test_words_that_confirm(self, reply: str) -> None:
        assert choose(reply, CONFIRM) == "yes"

    @pytest.mark.parametrize(
        "reply", ["先不提交", "先不", "算了", "不提交了", "别提交", "等等", "取消吧", "暂时不提交"]
    )
    def test_words_that_hold_back(self, reply: str) -> None:
        assert choose(reply, CONFIRM) == "no"

    def test_a_yes_says_nothing_to_three_options(self) -> None:
        assert choose("是", PREMISES) is None
        assert choose("有", PREMISES) is None


class TestUnsure:
    @pytest.mark.parametrize(
        "reply",
        [
            "不确定",
            "不知道",
            "不太清楚",
            "不是很清楚",
            "说不准",
            "拿不准",
            "分不清",
            "什么意思",
            "不知道是不是租的",
            "unsure",
        ],
    )
    def test_said_in_words(self, reply: str) -> None:
        assert choose(reply, PREMISES) == UNSURE

    def test_a_fact_counts_more(self) -> None:
        assert choose("不太清楚，应该是租的", PREMISES) == "leased"

    def test_knows_or_not(self) -> None:
        assert does_not_know("这个我不太懂")
        assert not does_not_know("第四个")


class TestNoneOfThese:
    @pytest.mark.parametrize(
        "reply",
        [
            "都不是",
            "都不是。",
            "这几个都不是",
            "一个都不是",
            "上面都没有",
            "没有我要的",
            "没有我要办的",
            "不是这几个",
            "不在里面",
            "全不对",
            "不是",
        ],
    )
    def test_turned_down(self, reply: str) -> None:
        assert is_none_of_these(reply)

    @pytest.mark.parametrize(
        "reply", ["不是补办", "第一个", "材料都没有", "不是新办，是换证", "我没有身份证了"]
    )
    def test_not_turned_down(self, reply: str) -> None:
        assert not is_none_of_these(reply)


class TestStated:
    def test_a_tie_states_nothing(self) -> None:
        assert stated("租的借的", PREMISES) is None

    def test_numbers_state_nothing_without_unit(self) -> None:
        assert stated("2", PREMISES) is None
        assert stated("120", AREA, "平方米") is None
        assert stated("120平", AREA, "平方米") == "small"


@given(st.text(alphabet="第一二三个选我要就是不没有的租自己去委托他人平1250.，到多几百 ", max_size=24))
def test_every_reply_gives_an_option_unsure_or_nothing(text: str) -> None:
    for options, unit in ((PREMISES, ""), (AREA, "平方米"), (AGENT, ""), (COLD, "")):
        assert choose(text, options, unit) in {option.value for option in options} | {UNSURE, None}
