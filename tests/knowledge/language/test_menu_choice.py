"""One of the lines just listed, picked in a sentence."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.human_line import asks_for_a_person, is_none_of_all
from knowledge.language.menu_choice import line_meant, place_in, wants_all

OLD = [["高龄津贴（申请）"], ["养老金多少、补发"], ["经济困难老人、失能老人补贴"]]
ILL = [["临时救助（申请）"], ["大病保险、医疗救助"]]
FOOD = [["食品经营许可（新办）"], ["食品经营许可（补办）"], ["食品经营许可（延续）"]]


@pytest.mark.parametrize(
    ("said", "count", "place"),
    [
        ("就是八十岁往上按月发的，对对头一个", 3, 1),
        ("第二个嘛", 3, 2),
        ("就头一个", 3, 1),
        ("应该是最后那个吧", 3, 3),
        ("我选第三项，快到期了", 3, 3),
        ("嗯就办第一样，别的以后再说", 3, 1),
        ("不是第一个", 3, None),
        ("第一个要带啥", 3, None),
        ("我第一个孩子上学", 2, None),
        ("老婆生了第二个了", 2, None),
        ("头一回办这个", 3, None),
        ("第一个还是第二个", 3, None),
        ("第九个", 3, None),
    ],
)
def test_an_ordinal_anywhere(said: str, count: int, place: int | None) -> None:
    assert place_in(normalise(said), count) == place


@pytest.mark.parametrize(
    ("said", "lines", "line"),
    [
        ("高龄那个", OLD, 0),
        ("失能那个嘛", OLD, 2),
        ("不是养老金，是高龄那个", OLD, 0),
        ("我就要那个临时救助吧，先办这个", ILL, 0),
        ("医疗救助吧", ILL, 1),
        ("补办的那个", FOOD, 1),
        ("救助吧", ILL, None),
        ("我要申请", OLD, None),
        ("老人的那个补贴嘛", [["高龄补贴"], ["失能补贴"]], None),
        ("我妈住院花了好多钱借了一屁股债", ILL, None),
    ],
)
def test_the_words_of_one_line_alone(said: str, lines: list[list[str]], line: int | None) -> None:
    assert line_meant(normalise(said), lines) == line


@pytest.mark.parametrize("said", ["都要", "能两个都办不", "我不懂，两样都办吧", "全都要", "都申请嘛"])
def test_all_are_wanted(said: str) -> None:
    assert wants_all(normalise(said))


@pytest.mark.parametrize("said", ["都不要", "都要带什么", "我都办完了", "都是本人去", "要都齐了才行"])
def test_not_all_are_wanted(said: str) -> None:
    assert not wants_all(normalise(said))


@pytest.mark.parametrize(
    "said", ["打哪个电话", "人工电话好多", "啥？有没有人工电话", "能不能找个人问一下", "到底找谁，打哪个电话"]
)
def test_a_person_is_asked_for(said: str) -> None:
    assert asks_for_a_person(normalise(said))


@pytest.mark.parametrize(
    "said", ["公安局电话好多", "工作人员态度差", "打电话要带身份证不", "人家打哪个电话都不接"]
)
def test_no_person_is_asked_for(said: str) -> None:
    assert not asks_for_a_person(normalise(said))


@pytest.mark.parametrize("said", ["都不是", "算了，都不是", "一个都不是！", "没有我要办的", "哪个都不像"])
def test_none_of_all_is_meant(said: str) -> None:
    assert is_none_of_all(normalise(said))


@pytest.mark.parametrize("said", ["不是", "都不是本地人", "都不是，我要办网店的执照", "一个都没办过"])
def test_something_else_is_said(said: str) -> None:
    assert not is_none_of_all(normalise(said))
