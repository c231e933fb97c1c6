"""Messages without words."""

from __future__ import annotations

import pytest

from knowledge.language.stickers import Sticker, is_sticker, sticker_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[微笑]", Sticker.EMOTICON),
        ("[强][强]", Sticker.EMOTICON),
        ("[ok]", Sticker.EMOTICON),
        ("👍", Sticker.EMOTICON),
        ("[图片]", Sticker.PICTURE),
        ("[动画表情]", Sticker.PICTURE),
        ("【图片】", Sticker.PICTURE),
        ("[语音] [微笑]", Sticker.VOICE),
        ("[文件]。", Sticker.FILE),
        ("[位置]", Sticker.PLACE),
        ("[红包]", Sticker.MONEY),
        ("[名片]", Sticker.CARD),
        ("？？？", Sticker.MARKS),
        ("。。。。", Sticker.MARKS),
    ],
)
def test_what_was_sent(text: str, kind: Sticker) -> None:
    assert sticker_in(text) is kind


@pytest.mark.parametrize(
    "text",
    ["", " ", "1", "好[微笑]", "[微笑]好的", "[姓名]", "我叫[姓名]", "[手机号] [微笑]", "[尾号]", "租的"],
)
def test_words_and_tokens_are_none(text: str) -> None:
    assert not is_sticker(text)
