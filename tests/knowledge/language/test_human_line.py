"""Whether a message asks for a person, to be called, or for nobody any more."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.human_line import asks_for_a_phone, asks_to_be_called, leaves_a_person


@pytest.mark.parametrize(
    "text",
    [
        "请给我回电话",
        "那留个电话吧",
        "能不能给我打个电话",
        "打给我",
        "回电",
        "麻烦明天上班了给我回个电话，谢谢",
    ],
)
def test_asks_to_be_called(text: str) -> None:
    assert asks_to_be_called(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "打哪个电话",
        "你们电话多少",
        "电话打不通",
        "我给他打电话了",
        "退回电子版",
        "手机号换了要改吗",
        "给我一张表",
    ],
)
def test_does_not_ask_to_be_called(text: str) -> None:
    assert not asks_to_be_called(normalise(text))


def test_wants_no_person_any_more() -> None:
    for text in ("不用人工了", "结束人工", "算了，不找人工了", "不用转人工了，谢谢"):
        assert leaves_a_person(normalise(text), waiting=False), text
    for text in ("不等了", "算了不等了"):
        assert leaves_a_person(normalise(text), waiting=True) and not leaves_a_person(
            normalise(text), waiting=False
        )
    for text in ("不用了", "转人工", "我不等着用", "不要发票"):
        assert not leaves_a_person(normalise(text), waiting=True), text


def test_only_the_number_is_asked_for() -> None:
    assert asks_for_a_phone(normalise("人工电话是多少")) and asks_for_a_phone(normalise("打哪个电话"))
    assert not asks_for_a_phone(normalise("有没有人工")) and not asks_for_a_phone(normalise("转人工"))
