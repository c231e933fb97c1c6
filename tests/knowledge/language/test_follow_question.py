"""Questions that go on with the one before."""

from __future__ import annotations

import pytest

from knowledge.language.follow_question import carried_subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("那孩子的呢", "孩子"),
        ("小孩呢", "小孩"),
        ("那我老婆的呢？", "我老婆"),
        ("医保窗口也一样吗", "医保窗口"),
        ("补办的也一样不", "补办"),
        ("外地户口也是一样的吗", "外地户口"),
        ("换成公司的呢", "公司"),
        ("要是丢了呢", "丢了"),
        ("那七十岁的老人呢", "七十岁的老人"),
        ("那双胞胎也要吗", "双胞胎"),
        ("然后呢", None),
        ("那呢", None),
        ("要多少钱", None),
        ("我想办身份证", None),
    ],
)
def test_of_whom_the_same_is_asked(text: str, subject: str | None) -> None:
    assert carried_subject(text) == subject
