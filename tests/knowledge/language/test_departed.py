"""A death told in gentle words, and what somebody left behind."""

from __future__ import annotations

import pytest

from knowledge.language.departed import of_who_died, plainly


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("我爸前天走了,他的退休金咋办", "我爸前天去世了,他的退休金咋办"),
        ("老公上个月没了,存款怎么取", "老公上个月去世了,存款怎么取"),
        ("奶奶不在了", "奶奶去世了"),
    ],
)
def test_the_plain_word(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    "text", ["我爸走丢了", "老公去了外地", "户口本没了", "孩子走了之后门", "我爸走之前说过"]
)
def test_nobody_died(text: str) -> None:
    assert plainly(text) == text


def test_what_was_left_behind_is_told_with_the_death() -> None:
    assert of_who_died("还有他名下一套房子") == "去世了,还有他名下一套房子"
    assert of_who_died("我自己要换身份证") == "我自己要换身份证"
