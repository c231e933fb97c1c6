"""What a clause states, asks and supposes, and what is denied in it."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.clause import (
    answering_part,
    asks_either_way,
    clauses_of,
    opening_statement,
    stating_part,
    what_is_asked,
)
from knowledge.language.polarity import is_negated
from tests.shipped import shipped_catalogue


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

    @pytest.mark.parametrize(
        "text", ["听说要本人去", "网上说租的不行", "你上面写的是委托", "人家说可以代办", "窗口说要合同"]
    )
    def test_quotes(self, text: str) -> None:
        assert clauses_of(text)[0].quotes
        assert not clauses_of(text)[0].states

    @pytest.mark.parametrize(
        "text", ["老板派我来", "我说我自己去", "你们说的第二个", "医生说要住院", "我妈说她自己去"]
    )
    def test_quotes_nobody(self, text: str) -> None:
        assert not clauses_of(text)[0].quotes

    @pytest.mark.parametrize(
        "text", ["隔壁那家是租的", "人家都做凉菜", "对门只卖面", "我同学家也是租的", "邻居没有产权证"]
    )
    def test_speaks_of_others(self, text: str) -> None:
        assert clauses_of(text)[0].of_others_from is not None

    @pytest.mark.parametrize(
        "text",
        [
            "别人转给我的",
            "人家借我用的",
            "房东不收租金",
            "朋友去办",
            "旁边有河",
            "亲戚的房子",
            "买方是未成年人",
            "别人",
        ],
    )
    def test_speaks_of_the_applicant(self, text: str) -> None:
        assert clauses_of(text)[0].of_others_from is None

    @pytest.mark.parametrize(
        ("text", "other_side"),
        [
            ("原车主在外地回不来", [True]),
            ("我自己来,但是卖家他来不了,他人不到场行不行", [False, True, True]),
            ("房东在国外,来不了,我去", [True, True, False]),
            ("车主来不了,我替他去", [False, False]),
            ("老板没空", [False]),
        ],
    )
    def test_speaks_of_the_other_side(self, text: str, other_side: list[bool]) -> None:
        assert [one.counterparty for one in clauses_of(text)] == other_side

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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("我自己来。但是原车主他在外地回不来，他人不到场行不行？", "我自己来"),
        ("房本是我爸的，这样还算自有吗，我跟我妈还没去过户", "房本是我爸的,我跟我妈还没去过户"),
        ("凉面算冷食吧？我要做凉面的", "我要做凉面的"),
        ("是租的吗", ""),
        ("听说要本人去", ""),
        ("听说租的要交合同，自有的交房产证", ""),
        ("必须本人去吗", ""),
        ("可以委托别人吗", ""),
        ("要是租的呢？", ""),
        ("我租的房子要不要合同", "我租的房子"),
        ("隔壁那家是租的，我们是自己的", "我们是自己的"),
        ("都不是，是地址搬了，人和名字都没变", "地址搬了"),
        ("都不是，门牌重新编了，店名法人照旧", "门牌重新编了"),
        ("你咋记成租赁了，是自有的", "是自有的"),
    ],
)
def test_the_part_that_answers(text: str, left: str) -> None:
    assert answering_part(normalise(text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "我姐去办行不行",
        "能不能让我弟去",
        "要是能自己去就自己去吧",
        "就算是租的也一样",
        "房东不收租金",
        "都不是",
        "租的行不行",
    ],
)
def test_the_whole_answers(text: str) -> None:
    assert answering_part(text) == text


def test_no_word_of_an_option_is_left_out() -> None:
    words = {
        word
        for question in shipped_catalogue().questions.values()
        for option in question.options.values()
        for word in (option.label, *option.says, *option.replies)
    }
    assert not [word for word in words if answering_part(word) != word]


def test_the_part_that_states() -> None:
    assert stating_part("我自己去,要合同吗") == "我自己去"
    assert stating_part("要合同吗") == ""
    assert stating_part("租的,我自己去") == "租的,我自己去"


def test_what_is_asked_whether_it_counts() -> None:
    assert what_is_asked(normalise("房本是我爸的，这样还算自有吗，还没过户")) == ["这样还算自有吗"]
    assert what_is_asked(normalise("就算租的也行吧")) == []


def test_what_opens_a_message() -> None:
    assert opening_statement("本人,拿我爸的房本行不行") == "本人"
    assert opening_statement("要不要房本,本人去") == ""
    assert opening_statement("本人") == ""
