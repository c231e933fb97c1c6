"""Messages that point at a matter and name none."""

from __future__ import annotations

import pytest

from knowledge.language.pointing import only_points


@pytest.mark.parametrize(
    "text",
    ["那个啥,就是上回那个事", "还是那个事", "我来办那个", "我要问的就是之前那件事", "老问题", "弄一下那个"],
)
def test_nothing_is_named(text: str) -> None:
    assert only_points(text)


@pytest.mark.parametrize("text", ["好", "办", "我要办身份证", "户口的事", "上回那个执照", "3", "租的"])
def test_something_is_said(text: str) -> None:
    assert not only_points(text)
