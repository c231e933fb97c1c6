"""Parts of a message that answer nothing."""

from __future__ import annotations

import pytest

from knowledge.language.aside_clauses import Aside, only_asides, without_asides
from tests.shipped import shipped_catalogue


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("算了我问校长去", Aside.LEAVING),
        ("不说了,我打电话问", Aside.LEAVING),
        ("算了我还是去窗口问别人", Aside.LEAVING),
        ("懒得跟你讲", Aside.LEAVING),
        ("你咋老问这个,到底要不要办嘛", Aside.REPROACH),
        ("翻来覆去问我", Aside.REPROACH),
        ("不是说了嘛", Aside.REPROACH),
        ("要你有什么用,问来问去", Aside.REPROACH),
        ("你说呢", Aside.COUNTER),
    ],
)
def test_nothing_is_left(text: str, aside: Aside) -> None:
    assert only_asides(text) is aside


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("刚说了,自有的", "自有的"),
        ("我前头说了自己办哈", "自己办哈"),
        ("怎么又问一遍,没办过", "没办过"),
        ("换厨师又不是换老板,你看哪项像", "换厨师又不是换老板"),
        ("已经告诉你了是租的", "是租的"),
        ("算了,不卖凉菜", "不卖凉菜"),
    ],
)
def test_what_stands_beside_answers(text: str, left: str) -> None:
    assert without_asides(text) == left
    assert only_asides(text) is None


@pytest.mark.parametrize(
    "text",
    ["我自己去", "算了还是让我弟去", "请问去哪问", "我想问一下多少钱", "得了癌症", "嗯", "还是我自己去"],
)
def test_nothing_is_left_out(text: str) -> None:
    assert without_asides(text) == text
    assert only_asides(text) is None


def test_no_word_of_an_option_is_left_out() -> None:
    words = {
        word
        for question in shipped_catalogue().questions.values()
        for option in question.options.values()
        for word in (option.label, *option.says, *option.replies)
    }
    assert not [word for word in words if without_asides(word) != word]
