"""The no that a sentence says to a yes-or-no question."""

from __future__ import annotations

import pytest

from knowledge.language.answer_polarity import denied_words, no_of, says_no

REGISTERED, REPORTED, AIR = "办过失业登记了吗", "原单位办过停保减员了吗", "有没有集中空调通风系统"
SETTLED, WAREHOUSE, RESIDES = "债务、工资、社保和税款是否都已结清", "除了店面还有没有仓库", "户口是不是在本市"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (REGISTERED, "失业登记也没办过呀,刚说了"),
        (REGISTERED, "木有办过登记,才下岗的"),
        (REGISTERED, "我从来没办过什么登记,头一回失业"),
        (REGISTERED, "没办过"),
        (REPORTED, "单位莫得给我办停保,催了几次了"),
        (AIR, "冇集中空调"),
        (SETTLED, "税还没结清,差两个月的"),
        (WAREHOUSE, "没另外租仓库,货都堆店里"),
        (WAREHOUSE, "仓库莫有,就一间门面"),
        (RESIDES, "户口又不是本市的,我是外省过来打工"),
        (RESIDES, "本市户口我没有"),
    ],
)
def test_no(question: str, text: str) -> None:
    assert says_no(text, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (REGISTERED, "登记早就办过了,没有拖"),
        (REGISTERED, "有没有登记我不晓得"),
        (REGISTERED, "没有不办的,早登记了"),
        (AIR, "有中央空调的,不是挂机"),
        (AIR, "没得烟囱,有空调"),
        (AIR, "没有问题,有的"),
        (SETTLED, "没欠税款"),
        (WAREHOUSE, "有仓库,不过没多大"),
        (WAREHOUSE, "没有仓库行不行"),
    ],
)
def test_not_no(question: str, text: str) -> None:
    assert not says_no(text, question)


def test_the_words_of_the_question_are_told() -> None:
    assert [words for _, words in denied_words("记反了,失业登记我没办过", REGISTERED)] == ["失业登记"]
    assert not list(denied_words("我没办过", REGISTERED))


def test_only_a_question_of_one_thing_has_a_no() -> None:
    assert no_of(["yes", "no"], ["有", "没有"], AIR) == "no"
    assert no_of(["small", "large"], ["不超过200平方米", "超过200平方米"], "经营场所面积有多大") is None
    assert (
        no_of(["a", "b"], ["没有或已全部清偿", "还有债务"], "公司有没有债务,或者债务是否已经全部清偿") is None
    )
