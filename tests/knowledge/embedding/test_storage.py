"""Vectors on disk: each text is encoded once, whatever happens to the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding.encoder import Vectors
from knowledge.embedding.storage import KeptVectors


class Counting:
    """An encoder that counts what it is asked; a text's vector depends on its characters."""

    dimensions = 3

    def __init__(self, version: str = "counting 1") -> None:
        self.version = version
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), ord(text[0]) / 1e5, 1 / 3] for text in texts], np.float32)


def test_only_new_texts_are_encoded_and_order_and_repetition_are_kept(tmp_path: Path) -> None:
    first = KeptVectors(Counting(), tmp_path).encode(["甲", "乙", "甲"])
    encoder = Counting()
    again = KeptVectors(encoder, tmp_path).encode(["丙", "甲", "乙"])
    assert encoder.asked == ["丙"]
    assert np.array_equal(again[1:], first[:2])
    assert np.array_equal(first[0], first[2])


def test_what_is_returned_first_is_what_is_read_later(tmp_path: Path) -> None:
    first = KeptVectors(Counting(), tmp_path).encode(["甲"])
    assert np.array_equal(KeptVectors(Counting(), tmp_path).encode(["甲"]), first)


def test_two_that_write_lose_nothing(tmp_path: Path) -> None:
    one, other = KeptVectors(Counting(), tmp_path), KeptVectors(Counting(), tmp_path)
    one.encode(["甲"])
    other.encode(["乙"])
    encoder = Counting()
    KeptVectors(encoder, tmp_path).encode(["甲", "乙"])
    assert not encoder.asked


@pytest.mark.parametrize("damage", [b"", b"no archive", b"PK\x03\x04 half an archive"])
def test_a_broken_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    kept = KeptVectors(Counting(), tmp_path)
    first = kept.encode(["甲", "乙"])
    kept.file.write_bytes(damage)
    assert np.array_equal(kept.encode(["甲", "乙"]), first)
    encoder = Counting()
    KeptVectors(encoder, tmp_path).encode(["甲"])
    assert not encoder.asked


def test_another_encoder_has_a_file_of_its_own(tmp_path: Path) -> None:
    KeptVectors(Counting(), tmp_path).encode(["甲"])
    other = Counting("counting 2")
    KeptVectors(other, tmp_path).encode(["甲"])
    assert other.asked == ["甲"]
    assert len(list(tmp_path.iterdir())) == 2


def test_no_text_gives_no_vector(tmp_path: Path) -> None:
    assert KeptVectors(Counting(), tmp_path).encode([]).shape == (0, 3)
    assert not list(tmp_path.iterdir())
