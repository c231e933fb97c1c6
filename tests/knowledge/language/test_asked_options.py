"""Replies that ask about the options, and replies that choose one although they ask something too."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.asked_options import OptionQuestion, option_question
from knowledge.language.offered_options import offered_by
from tests.shipped import shipped_catalogue

RUN, WHO, CLAIMS = "一个人经营还是", "由本人办理", "由谁来申请"
SEATS, FUND, PREMISES = "堂食", "只用本人的公积金", "经营场所是自有"


def asked(question: str, text: str) -> OptionQuestion | None:
    known = shipped_catalogue().questions.values()
    return option_question(normalise(text), offered_by(next(one for one in known if question in one.text)))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (RUN, "我问合伙的选个人经营还是家庭经营"),
        (RUN, "个人经营和家庭经营哪个好"),
        (RUN, "我该选哪个嘛"),
        (RUN, "你说我到底填哪一种"),
        (CLAIMS, "应该是第一个吧，还是第三个"),
        (CLAIMS, "用人单位和职工本人哪个快点"),
        (FUND, "夫妻一起吧 她没有公积金 那还是只用我的？我也不懂"),
        (PREMISES, "不晓得该选租赁还是自有"),
    ],
)
def test_which_to_choose_is_asked(question: str, text: str) -> None:
    assert asked(question, text) is OptionQuestion.WHICH


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (RUN, "家庭经营要多交税吗"),
        (RUN, "家庭经营是啥意思"),
        (RUN, "要是选家庭经营以后能改吗"),
        (RUN, "我跟老婆一起干算家庭经营吗"),
        (SEATS, "门口摆两个高脚凳，算堂食吗"),
        (WHO, "委托他人要公证吗"),
        (PREMISES, "房本是我爸的名字不是我的呀，这样还算自有吗，我跟我妈还没去过户"),
        (PREMISES, "房子写我老婆名，算不算自有"),
        (PREMISES, "这种属于自有吗？还没办下来证"),
        (PREMISES, "宅基地上自己盖的，没得房产证，还算不算自有哦"),
    ],
)
def test_one_of_them_is_asked_about(question: str, text: str) -> None:
    assert asked(question, text) is OptionQuestion.ABOUT


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (RUN, "还是家庭经营吧"),
        (RUN, "我一个人干行不行"),
        (RUN, "个人经营吧，多少钱"),
        (WHO, "我姐去办行不行"),
        (WHO, "让我弟去跑可以吗"),
        (WHO, "我委托我弟弟去，要公证吗"),
        (CLAIMS, "第一个"),
        (CLAIMS, "我老公受的伤，我来申请行不"),
        (SEATS, "没有座位，就外卖"),
        (FUND, "还是只用我自己的吧"),
        (PREMISES, "租的房子要交合同吗"),
        (PREMISES, "租的行不行"),
        (PREMISES, "我要做凉面的，凉面算冷食吧？"),
    ],
)
def test_what_is_told_is_an_answer(question: str, text: str) -> None:
    assert asked(question, text) is None
