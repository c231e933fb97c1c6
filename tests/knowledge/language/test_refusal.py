"""Replies that turn down all that was offered, and what they say instead."""

from __future__ import annotations

import pytest

from knowledge.language.refusal import is_none_of_these, said_instead, turns_all_down


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("都不是,是地址搬了,人和名字都没变", "地址搬了"),
        ("都不是,门牌重新编了,店名法人照旧", "门牌重新编了"),
        ("这俩都不对,我是加了一层楼", "加了一层楼"),
        ("哪项都不是,只是电话换了", "电话换了"),
        ("上面几项里没有我说的", ""),
        ("这两个都不是", ""),
    ],
)
def test_all_are_turned_down(text: str, instead: str) -> None:
    assert turns_all_down(text)
    assert said_instead(text) == instead


@pytest.mark.parametrize(
    "text", ["不是", "没有", "都没有", "都不在一起住", "我不是法人", "都不做凉菜", "不是租的"]
)
def test_one_of_them_may_be_meant(text: str) -> None:
    assert not turns_all_down(text)


def test_a_bare_denial_may_turn_all_down() -> None:
    assert is_none_of_these("不是")
