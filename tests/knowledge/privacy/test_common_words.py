"""Words at the head of a short text, by jieba's dictionary."""

from __future__ import annotations

import pytest

from knowledge.privacy.common_words import common_words


class TestFirst:
    @pytest.mark.parametrize(("text", "word"), [("文件", "文件"), ("马上来", "马上"), ("程序员", "程序员")])
    def test_ordinary_word(self, text: str, word: str) -> None:
        first = common_words().first(text)
        assert first.text == word
        assert not first.is_name

    @pytest.mark.parametrize("text", ["赵宇轩", "张开明", "龘龘"])
    def test_single_character_where_no_word_begins(self, text: str) -> None:
        assert common_words().first(text).text == text[0]

    def test_dictionary_names_are_names(self) -> None:
        assert common_words().first("刘备").is_name

    def test_packed_small(self) -> None:
        words = common_words()
        held = words.keys.nbytes + words.frequencies.nbytes + words.names.nbytes
        assert len(words.keys) > 300_000
        assert held < 6_000_000
