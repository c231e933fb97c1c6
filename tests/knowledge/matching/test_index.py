"""The vocabulary is the same in every process."""

from __future__ import annotations

from knowledge.matching.evidence.counts import Counted
from knowledge.matching.evidence.features import read
from knowledge.matching.evidence.index import Vocabulary


class TestVocabulary:
    def test_features_stand_in_the_order_of_their_appearance(self) -> None:
        vocabulary = Vocabulary.of(Counted.of([read("身份证丢了"), read("丢了驾驶证")]))
        assert list(vocabulary.numbers)[:7] == list("身份证丢了驾驶")
