"""Which window somebody wants, and where somebody lives."""

from __future__ import annotations

import pytest

from knowledge.language.window_words import asks_for_county, asks_of_window, home_in, wants_county

PLACES = {
    "河西镇": "hexi",
    "河西": "hexi",
    "山北乡": "shanbei",
    "山北": "shanbei",
    "临江": "linjiang",
    "临江镇": "linjiang",
    "南湖镇": "nanhu",
}


@pytest.mark.parametrize(
    "text",
    ["那改回县里那个窗口吧,我去县里顺路", "还是去县里办", "我要去县里的政务中心", "换成县里的", "改回来吧"],
)
def test_the_window_of_the_county_is_wanted(text: str) -> None:
    assert wants_county(text)


@pytest.mark.parametrize(
    "text",
    [
        "南湖镇到底有没有能办的地方?没有我就去县里那个",
        "去县里办行不行",
        "还有窗口改回县里的没有",
        "我在县里上班",
        "去哪个窗口",
    ],
)
def test_it_is_not_wanted_yet(text: str) -> None:
    assert not wants_county(text)


@pytest.mark.parametrize(
    "text", ["咋成临江镇了?我说的是南湖镇", "怎么改成临江镇的窗口了", "窗口改回县里的没有", "去县里办行不行"]
)
def test_the_window_is_asked_about(text: str) -> None:
    assert asks_of_window(text)


@pytest.mark.parametrize(
    "text", ["为什么要交户口本", "几号窗口", "我们住南湖镇", "怎么办", "怎么去临江镇", "坐几路到镇上"]
)
def test_something_else_is_asked(text: str) -> None:
    assert not asks_of_window(text)


def test_whether_the_county_will_do_is_asked() -> None:
    assert asks_for_county("去县里办行不行") and not asks_for_county("改回县里的窗口")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("我爸在河西镇,我在山北乡", "shanbei"),
        ("我家在山北乡,我爸在河西镇", "shanbei"),
        ("我妈住临江镇", "linjiang"),
        ("咋成临江镇了?我说的是南湖镇,离临江老远了", "nanhu"),
        ("不是临江镇", None),
        ("住河西", "hexi"),
        ("临江镇", "linjiang"),
        ("县里", None),
    ],
)
def test_the_place_where_somebody_says_to_live(text: str, home: str | None) -> None:
    assert home_in(text, PLACES) == home
