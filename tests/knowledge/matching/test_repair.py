"""Characters typed for others of the same sound."""

from __future__ import annotations

import pytest

from knowledge.matching.evidence.counts import Counted
from knowledge.matching.evidence.features import read
from knowledge.matching.evidence.index import Vocabulary
from knowledge.matching.evidence.repair import Repair

KNOWN = [
    "身份证丢了",
    "身份证补办",
    "注销登记",
    "企业注销",
    "注册登记",
    "校车许可",
    "施工许可",
    "实工验收",
    "施工备案",
]


@pytest.fixture(scope="module")
def repair() -> Repair:
    vocabulary = Vocabulary.of(Counted.of([read(text) for text in KNOWN]))
    return Repair(vocabulary.numbers, vocabulary.idf)


class TestRepair:
    def test_what_fits_both_neighbours_is_beyond_doubt(self, repair: Repair) -> None:
        repaired = repair("身份正丢了")
        assert (repaired.said, repaired.meant) == ("身份证丢了", "身份证丢了")

    def test_at_the_edge_too(self, repair: Repair) -> None:
        assert repair("企业注硝").said == "企业注销"

    def test_what_fits_one_neighbour_is_only_likely(self, repair: Repair) -> None:
        repaired = repair("注硝吧")
        assert (repaired.said, repaired.meant) == ("注硝吧", "注销吧")

    def test_of_several_the_frequent_one(self, repair: Repair) -> None:
        assert repair("鍦工许可").meant == "施工许可"

    def test_known_words_are_left_alone(self, repair: Repair) -> None:
        assert repair("身份证补办").meant == "身份证补办"

    @pytest.mark.parametrize("text", ["", "x", "龘", "hello", "123"])
    def test_nothing_known_nothing_changed(self, repair: Repair, text: str) -> None:
        assert repair(text).meant == text
