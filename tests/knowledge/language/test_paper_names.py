"""Which paper a few words name."""

from __future__ import annotations

import pytest

from knowledge.language.paper_names import papers_named, words_of_papers

NAMES = {
    "waste": "医疗废物处理方案",
    "health": "卫生评价合格材料",
    "photo": "近期免冠白底彩色照片",
    "illness": "医疗诊断证明",
    "work": "存在劳动关系的证明材料",
}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("医废那个", ["waste"]),
        ("那个方案", ["waste"]),
        ("卫生评价", ["health"]),
        ("大头照", ["photo"]),
        ("劳动关系证明", ["work"]),
        ("那个证明", []),
        ("我老公", []),
        ("", []),
    ],
)
def test_by_a_part_in_short_or_as_people_say(words: str, named: list[str]) -> None:
    assert list(papers_named(words, NAMES, ("证明", "材料"))) == named


def test_what_a_sentence_takes_from_the_names() -> None:
    assert "医废" in words_of_papers("除了医废方案别的都齐了", NAMES.values())
    assert not words_of_papers("我叫王小明", NAMES.values())
