"""Small talk is small talk only where it is the whole message."""

from __future__ import annotations

import pytest

from knowledge.language.chat import Chat, chat_in
from tests.shipped import shipped_catalogue


@pytest.mark.parametrize(
    ("text", "chat"),
    [
        ("你是机器人吗", Chat.WHO),
        ("请问你是谁呀", Chat.WHO),
        ("对面是真人吗", Chat.WHO),
        ("太笨了吧", Chat.RUDE),
        ("什么破玩意儿", Chat.RUDE),
        ("答非所问", Chat.RUDE),
        ("先随便问问", Chat.BROWSING),
        ("测试一下", Chat.BROWSING),
        ("祝你国庆快乐", Chat.WISHES),
        ("恭喜发财！", Chat.WISHES),
        ("知道了", Chat.HEARD),
        ("嗯嗯嗯", Chat.HEARD),
        ("你好在不在", Chat.HERE),
        ("讲个故事听听", Chat.BORED),
        ("明天天气怎么样", Chat.BORED),
        ("你吃了没", Chat.WHO),
    ],
)
def test_kinds(text: str, chat: Chat) -> None:
    assert chat_in(text) is chat


@pytest.mark.parametrize(
    "text", ["随便看看营业执照怎么办", "你们那里有人会办护照吗", "生日写错了", "没事假证明", "提交"]
)
def test_anything_more_is_none(text: str) -> None:
    assert chat_in(text) is None


def test_no_phrasing_of_an_item_is_small_talk() -> None:
    phrasings = [phrasing for item in shipped_catalogue().items.values() for phrasing in item.aliases]
    assert [phrasing for phrasing in phrasings if chat_in(phrasing)] == []
