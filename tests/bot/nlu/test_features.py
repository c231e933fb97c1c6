"""What a sentence is made of does not depend on how it is typed."""

from __future__ import annotations

import pytest

from bot.nlu.features import features


class TestFeatures:
    def test_characters_and_pairs_with_the_ends_marked(self) -> None:
        assert features("办证办") == {
            "\x02": 1,
            "办": 2,
            "证": 1,
            "\x03": 1,
            "\x02办": 1,
            "办证": 1,
            "证办": 1,
            "办\x03": 1,
        }

    @pytest.mark.parametrize("typed", ["要帶什麼材料", "要 带 什么 材料", " 要带什么材料\u200b"])
    def test_spelling_makes_no_difference(self, typed: str) -> None:
        assert features(typed) == features("要带什么材料")

    def test_case_and_width_make_no_difference(self) -> None:
        assert features("ＡＢＣ") == features("abc")

    def test_nothing_has_only_its_ends(self) -> None:
        assert set(features("")) == {"\x02", "\x03", "\x02\x03"}
