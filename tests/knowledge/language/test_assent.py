"""Nothing but a yes, and a yes with something beside it."""

from __future__ import annotations

import pytest

from knowledge.language.assent import assents, beside_assent

WORDS = "是 是的嘛 对头 要得 中 行嘛 得 嗯呐 交吧 好的,提交吧 没问题 没得问题 好嘞麻烦快点 那就交吧 OK 就这样吧 是,谢谢 嗯,快点交上去 可以提交 交交交"


@pytest.mark.parametrize("text", WORDS.split())
def test_a_yes_in_every_colour(text: str) -> None:
    assert assents(text) and not beside_assent(text)


@pytest.mark.parametrize(
    "text",
    [
        "是吗",
        "对吧",
        "行不行",
        "不是",
        "对不对",
        "不提交",
        "是要交钱吗",
        "可以寄吗",
        "先别交",
        "对了,问一下",
        "没交过",
    ],
)
def test_what_only_sounds_so(text: str) -> None:
    assert not assents(text) and not beside_assent(text)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("是,店名记上没", "店名记上没"),
        ("是。卫生评价下周才能补", "卫生评价下周才能补"),
        ("好的那照片呢", "那照片呢"),
        ("行,不过户口本没带", "不过户口本没带"),
        ("对头 要收钱不", "要收钱不"),
    ],
)
def test_what_is_said_beside_it(text: str, beside: str) -> None:
    assert beside_assent(text) == beside
