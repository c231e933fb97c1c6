"""Which window a sentence names."""

from __future__ import annotations

import pytest

from knowledge.guidance.window_names import names_of, window_in
from tests.shipped import shipped_catalogue


def named(text: str) -> str | None:
    catalogue = shipped_catalogue()
    names = {
        window.id: names_of(window.name, window.says, [catalogue.places[key].name for key in window.places])
        for window in catalogue.windows.values()
    }
    return window_in(text, names)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("车管所礼拜六上班不", "vehicles"),
        ("医保窗口也一样吗", "social_security"),
        ("医保窗口几点开", "social_security"),
        ("不动产登记中心周末开吗", "estate"),
        ("办房本的地方在哪", "estate"),
        ("河西镇便民中心怎么走", "hexi"),
        ("山北乡的人去哪办", "hexi"),
        ("南湖镇便民服务中心电话", "linjiang"),
        ("婚姻登记处中午有人吗", "civil"),
        ("烟草窗口哪天有人", "tobacco"),
        ("户籍窗口在几楼", "police"),
        ("你们几点下班", None),
        ("我家住河西镇", None),
    ],
)
def test_by_what_people_call_it(text: str, window: str | None) -> None:
    assert named(text) == window


def test_the_longest_name_wins() -> None:
    names = {"centre": ("登记中心",), "estate": ("不动产登记中心",)}
    assert window_in("不动产登记中心在哪", names) == "estate"
