"""Trained matchers on disk: trained once, and anew where the file is damaged."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from api.published import matcher_files
from api.published.matcher_files import KEPT_MODELS, Models, filed, version_of
from knowledge.embedding.encoder import NONE, PRETRAINED, SentenceEncoder, Vectors
from knowledge.matching import Entry, Matcher

ENTRIES = [
    Entry("id_card.reissue", "居民身份证补领", ("身份证丢了",)),
    Entry("food.new", "食品经营许可（新办）", ("开饭店",)),
    Entry("passport.new", "普通护照签发", ("出国要办什么",)),
]


_TELLS_VERSION = """
from api.published.matcher_files import version_of
from knowledge.matching import Entry
kinds = frozenset({"natural", "legal"})
print(version_of([Entry("id_card.reissue", "居民身份证补领", ("身份证丢了",), applicant_kinds=kinds)]))
"""


class Letters:
    """An encoder of few dimensions that counts what it is asked."""

    dimensions = 16

    def __init__(self, version: str = "letters 1") -> None:
        self.version = version
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        vectors = np.array(
            [[ord(letter) % 97 for letter in f"{text:_<16}"[:16]] for text in texts], np.float32
        )
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def train(encoder: SentenceEncoder | None) -> Matcher:
    return Matcher.train(ENTRIES, encoder=encoder)


def unexpected(encoder: SentenceEncoder | None) -> Matcher:
    raise AssertionError("trained although the file is there")


class TestFiled:
    def test_the_second_time_is_read(self, tmp_path: Path) -> None:
        first = filed(Models(tmp_path / "models", NONE), "matcher", "v1", train)
        again = filed(Models(tmp_path / "models", NONE), "matcher", "v1", unexpected)
        assert again.match("身份证丢了") == first.match("身份证丢了")

    def test_a_damaged_file_is_trained_anew(self, tmp_path: Path) -> None:
        first = filed(Models(tmp_path, NONE), "matcher", "v1", train)
        for file in tmp_path.iterdir():
            file.write_bytes(b"\x00 not a model")
        again = filed(Models(tmp_path, NONE), "matcher", "v1", train)
        assert again.match("身份证丢了") == first.match("身份证丢了")
        filed(Models(tmp_path, NONE), "matcher", "v1", unexpected)

    def test_the_oldest_go_and_other_kinds_stay(self, tmp_path: Path) -> None:
        filed(Models(tmp_path, NONE), "answers", "v1", train)
        for number in range(KEPT_MODELS + 2):
            filed(Models(tmp_path, NONE), "matcher", f"v{number}", train)
        assert len(list(tmp_path.glob("matcher-*"))) == KEPT_MODELS
        assert len(list(tmp_path.glob("answers-*"))) == 1


class TestEncoder:
    @pytest.fixture
    def letters(self, monkeypatch: pytest.MonkeyPatch) -> Letters:
        own = Letters()
        monkeypatch.setattr(
            matcher_files, "encoder_of", lambda setting: own if setting == PRETRAINED else None
        )
        return own

    def test_texts_are_encoded_once_for_all_that_is_trained(self, tmp_path: Path, letters: Letters) -> None:
        filed(Models(tmp_path), "matcher", "v1", train)
        once = len(letters.asked)
        filed(Models(tmp_path), "answers", "v1", train)
        assert once == len(letters.asked) == len(set(letters.asked))

    def test_with_and_without_are_files_of_their_own(self, tmp_path: Path, letters: Letters) -> None:
        filed(Models(tmp_path, NONE), "matcher", "v1", train)
        filed(Models(tmp_path), "matcher", "v1", train)
        filed(Models(tmp_path), "matcher", "v1", unexpected)
        assert len(list(tmp_path.glob("matcher-*"))) == 2

    def test_another_encoder_is_trained_with_anew(self, tmp_path: Path, letters: Letters) -> None:
        filed(Models(tmp_path), "matcher", "v1", train)
        letters.version = "letters 2"
        with pytest.raises(AssertionError):
            filed(Models(tmp_path), "matcher", "v1", unexpected)


class TestVersion:
    def test_follows_what_is_trained_on(self) -> None:
        assert version_of(ENTRIES) == version_of(list(ENTRIES))
        assert version_of(ENTRIES) != version_of(ENTRIES[1:])

    def test_is_the_same_whatever_the_order_in_a_set(self) -> None:
        one = replace(ENTRIES[0], applicant_kinds=frozenset({"natural", "legal"}))
        told = subprocess.run(
            [sys.executable, "-c", _TELLS_VERSION],
            env={"PYTHONHASHSEED": "7"},
            capture_output=True,
            text=True,
        )
        assert told.stdout.strip() == version_of([one])
