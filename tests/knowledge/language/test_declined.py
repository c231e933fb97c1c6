"""A no to what was offered, and what else is said with it."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.declined import declined


@pytest.mark.parametrize(
    "text", ["不要办那个", "不用了，谢谢", "谁要办那个！", "搞错了，不办", "唔使啦，唔该", "没说要办啊"]
)
def test_a_bare_no(text: str) -> None:
    assert declined(normalise(text)) == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "不要办那个。公司说我是自己走的怎么办，钱啥时候打到卡上",
            "公司说我是自己走的怎么办,钱啥时候打到卡上",
        ),
        ("不办，我想办护照", "我想办护照"),
        ("不用了，谢谢，证好了通知我不", "证好了通知我不"),
    ],
)
def test_what_comes_after_it(text: str, rest: str) -> None:
    assert declined(normalise(text)) == rest


@pytest.mark.parametrize("text", ["是", "好，接着办", "啥时候能拿到", "那个要带什么材料", "我的件办到哪了"])
def test_no_no(text: str) -> None:
    assert declined(normalise(text)) is None
