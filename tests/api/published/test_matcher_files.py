"""Trained matchers on disk: trained once, and anew where the file is damaged."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from api.published.matcher_files import KEPT_MODELS, filed, version_of
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


def train() -> Matcher:
    return Matcher.train(ENTRIES)


def unexpected() -> Matcher:
    raise AssertionError("trained although the file is there")


class TestFiled:
    def test_the_second_time_is_read(self, tmp_path: Path) -> None:
        first = filed(tmp_path / "models", "matcher", "v1", train)
        again = filed(tmp_path / "models", "matcher", "v1", unexpected)
        assert again.match("身份证丢了") == first.match("身份证丢了")

    def test_a_damaged_file_is_trained_anew(self, tmp_path: Path) -> None:
        first = filed(tmp_path, "matcher", "v1", train)
        for file in tmp_path.iterdir():
            file.write_bytes(b"\x00 not a model")
        again = filed(tmp_path, "matcher", "v1", train)
        assert again.match("身份证丢了") == first.match("身份证丢了")
        filed(tmp_path, "matcher", "v1", unexpected)

    def test_the_oldest_go_and_other_kinds_stay(self, tmp_path: Path) -> None:
        filed(tmp_path, "answers", "v1", train)
        for number in range(KEPT_MODELS + 2):
            filed(tmp_path, "matcher", f"v{number}", train)
        assert len(list(tmp_path.glob("matcher-*"))) == KEPT_MODELS
        assert len(list(tmp_path.glob("answers-*"))) == 1


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
