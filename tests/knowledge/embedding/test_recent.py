"""What was said last is encoded once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.embedding.encoder import LONGEST, Vectors
from knowledge.embedding.recent import Recent


class Counting:
    """An encoder that counts what it is asked."""

    version = "counting 1"
    dimensions = 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1.0] for text in texts], np.float32)


def test_a_text_is_encoded_once() -> None:
    encoder = Counting()
    recent = Recent(encoder)
    assert recent.known("身份证丢了") is None
    assert np.array_equal(recent.vector("身份证丢了"), recent.vector("身份证丢了"))
    assert recent.known("身份证丢了") is not None
    assert encoder.asked == ["身份证丢了"]


def test_what_was_not_said_for_long_is_forgotten() -> None:
    encoder = Counting()
    recent = Recent(encoder, kept=2)
    for text in ("一", "二", "一", "三", "一", "二"):
        recent.vector(text)
    assert encoder.asked == ["一", "二", "三", "二"]


def test_of_a_long_text_the_beginning_counts() -> None:
    encoder = Counting()
    recent = Recent(encoder)
    assert recent.vector("长" * 5_000)[0] == LONGEST
    assert recent.known("长" * (LONGEST + 1)) is not None
