"""What a text shares with known words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.options.overlap import Rarity, WordIndex

WORDS = ("有空调", "没有空调", "中央空调", "租的", "自己的房子")
RARITY = Rarity(WORDS)
INDEX = WordIndex(WORDS, RARITY)


def test_the_same_word_is_wholly_shared() -> None:
    shared = INDEX.shared(RARITY.pieces("中央空调"))
    assert shared.both[2] == pytest.approx(1, abs=1e-3)
    assert shared.of_text[2] == pytest.approx(1, abs=1e-3)
    assert shared.of_word[2] == pytest.approx(1, abs=1e-3)
    assert shared.both[3] == 0


def test_what_is_denied_is_on_the_other_side() -> None:
    shared = INDEX.shared(RARITY.pieces("没装空调"))
    assert shared.opposed[0] > shared.agreeing[0]
    assert shared.agreeing[1] > shared.opposed[1]


def test_a_rare_character_tells_more() -> None:
    assert RARITY.of("调") < RARITY.of("租")
    assert RARITY.of("租") < RARITY.of("龘")


@given(st.text(alphabet="有没空调中央租的自己房子，x", max_size=20))
def test_shares_are_shares(text: str) -> None:
    shared = INDEX.shared(RARITY.pieces(text))
    for part in (shared.both, shared.of_text, shared.of_word, shared.agreeing, shared.opposed):
        assert (part >= 0).all()
        assert (part <= 1 + 1e-6).all()
    assert shared.both == pytest.approx(shared.agreeing + shared.opposed)
