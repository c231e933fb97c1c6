"""Not now, and once more: said at any time."""

from __future__ import annotations

import pytest

from knowledge.language.asides import puts_off, wants_it_again, wants_the_papers_again


@pytest.mark.parametrize(
    "text",
    [
        "慢着，我爱人还没看过呢",
        "等会再交",
        "我再想想",
        "先不交了",
        "不急，过两天再说吧",
        "还没想好呢",
        "容我考虑下",
    ],
)
def test_it_is_put_off(text: str) -> None:
    assert puts_off(text)


@pytest.mark.parametrize("text", ["提交", "是", "好的，交吧", "快点提交", "现在就办", "可以"])
def test_it_is_not_put_off(text: str) -> None:
    assert not puts_off(text)


@pytest.mark.parametrize(
    ("text", "again", "papers"),
    [
        ("再说一遍", True, False),
        ("材料再说一遍，我没记住", True, True),
        ("要带的东西没看清", True, True),
        ("念一下我填的", True, False),
        ("我要办身份证", False, False),
        ("材料都齐了", False, False),
        ("看材料", False, True),
        ("我先看一下要带的材料", False, True),
        ("看材料行不行", False, False),
    ],
)
def test_once_more(text: str, again: bool, papers: bool) -> None:
    assert (wants_it_again(text), wants_the_papers_again(text)) == (again, papers)
