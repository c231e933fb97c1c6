"""What a message denies and what it says beside; a question and an answer deny nothing by their look."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.denial_clauses import How, denials_in, without


@pytest.mark.parametrize(
    ("said", "how", "named", "rest"),
    [
        ("你搞岔了，我要办居住证", How.MISHEARD, "", "我要办居住证"),
        ("咋扯到护照去了，我补社保卡", How.MISHEARD, "护照", "我补社保卡"),
        ("又来了……失业保险金申领", How.MISHEARD, "", "失业保险金申领"),
        ("我没说要迁户口，娃上户口", How.WISH, "迁户口", "娃上户口"),
        ("谁要卖房了！我给老人办低保", How.WISH, "卖房", "我给老人办低保"),
        ("谁养狗了？我办身份证", How.WISH, "养狗", "我办身份证"),
        ("别再提公积金，我要办退休", How.WISH, "公积金", "我要办退休"),
        ("不是还要交，我要领钱", How.WISH, "交", "我要领钱"),
        ("不是过户是加名字", How.STATE, "过户", "是加名字"),
        ("我要领结婚证 不是离婚", How.STATE, "离婚", "我要领结婚证"),
        ("开啥公司哦，我摆个摊", How.BY_ASKING, "开公司", "我摆个摊"),
        ("什么诊所备案啊", How.BY_ASKING, "诊所备案", ""),
    ],
)
def test_denies(said: str, how: How, named: str, rest: str) -> None:
    text = normalise(said)
    denied = denials_in(text)
    assert (denied[0].how, denied[0].named) == (how, named)
    assert without(text, denied) == rest


@pytest.mark.parametrize(
    "said",
    [
        "要不要户口本",
        "礼拜六有人没",
        "镇上办得成不",
        "够不够条件",
        "我弄错了，是坏了",
        "别弄错了",
        "什么时候能拿",
        "身份证和驾照都丢了",
    ],
)
def test_denies_nothing(said: str) -> None:
    assert denials_in(normalise(said)) == ()


@pytest.mark.parametrize(
    ("said", "points"), [("不要办那个", True), ("不是说这个", True), ("不要了", False), ("不办", False)]
)
def test_points_at_what_is_in_hand(said: str, points: bool) -> None:
    assert any(one.points for one in denials_in(said)) is points


@pytest.mark.parametrize("said", ["搞错了，不是这个事", "都不是", "晦气，谁要离婚了", "不要这个，换一个别的"])
def test_nothing_is_left(said: str) -> None:
    text = normalise(said)
    assert without(text, denials_in(text)) == ""
