"""Spaces, full-width and traditional characters change no result that they should not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.text import normalise


class TestNormalise:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("我想开个小饭馆", "我想开个小饭馆"),
            ("１２０平方米，Ａ座", "120平方米,A座"),
            ("面積１２０㎡", "面积120m2"),
            ("請問身份證丟了怎麼辦理", "请问身份证丢了怎么办理"),
            ("办 营业　执照", "办营业执照"),
            ("  办\t理\n护照  ", "办理护照"),
            ("第 2 个", "第 2 个"),
            ("food  license", "food license"),
            ("身\u200b份\ufeff证\u202e", "身份证"),
            ("身\u200b 份证", "身份证"),
            ("我叫[姓名],电话[手机号]", "我叫[姓名],电话[手机号]"),
            ("<script>开饭馆</script>", "script开饭馆/script"),
            ("{{7*7}}${x}", "7*7$x"),
            ("K7QM-2WXD", "K7QM-2WXD"),
            ("", ""),
            ("   ", ""),
            ("😀", "😀"),
        ],
    )
    def test_one_spelling(self, written: str, expected: str) -> None:
        assert normalise(written) == expected

    def test_phrases_keep_the_character_that_does_not_change(self) -> None:
        assert normalise("乾坤大酒樓") == "乾坤大酒楼"

    def test_every_spelling_of_one_wish_is_the_same(self) -> None:
        spellings = [
            "办食品经营许可证",
            "辦食品經營許可證",
            "办 食品 经营 许可证",
            "办食品\u200b经营许可证",
            "办食品经营许可证 ",
        ]
        assert {normalise(spelling) for spelling in spellings} == {"办食品经营许可证"}

    def test_lone_surrogates_can_be_stored_afterwards(self) -> None:
        assert normalise("办\ud800证").encode("utf-8") == "办证".encode()

    @given(st.text(max_size=60))
    def test_is_stable(self, text: str) -> None:
        once = normalise(text)
        assert normalise(once) == once

    @given(st.text(alphabet="办理食品经营许可证個體戶Ａ１ 　\u200b\u3000,，。", max_size=40))
    def test_leaves_no_blank_between_chinese_characters(self, text: str) -> None:
        assert "办 理" not in normalise(text)
