"""Words that mean the opposite of one another."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.options.opposites import stands, stands_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新买的", "二手的"),
        ("本地人", "外地来的"),
        ("用水多", "用水少"),
        ("纸质的", "电子版"),
        ("还欠着", "结清了"),
    ],
)
def test_opposites_stand_on_two_sides(one: str, other: str) -> None:
    assert float(stands(one) @ stands(other)) < 0
    assert float(stands(one) @ stands(one)) > 0


def test_a_denied_word_stands_on_the_other_side() -> None:
    assert float(stands("不是新的") @ stands("新的")) < 0


def test_words_without_opposites_stand_nowhere() -> None:
    assert not stands("空调").any()
    assert not np.any(stands_of(("空调", "租赁")))
