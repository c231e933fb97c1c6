"""Which papers a question names."""

from __future__ import annotations

import pytest

from knowledge.language.paper_words import papers_in

NAMES = {
    "register": "居民户口簿",
    "lease": "房屋租赁合同",
    "labour": "劳动合同或者存在劳动关系的证明",
    "deed": "不动产权证书",
    "form": "食品经营许可申请书",
    "vaccination": "动物免疫证明",
    "photo": "近期免冠照片",
}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("要不要户口本", ("register",)),
        ("没有租房合同行不行", ("lease",)),
        ("没签劳动合同咋办", ("labour",)),
        ("房本丢了能办吗", ("deed",)),
        ("申请表没有怎么弄", ("form",)),
        ("狂犬疫苗证要带吗", ("vaccination",)),
        ("要几张相片", ("photo",)),
        ("为什么要免疫证明", ("vaccination",)),
        ("户口本和照片都要带吗", ("register", "photo")),
        ("要等几天", ()),
    ],
)
def test_by_any_of_its_words(text: str, known: tuple[str, ...]) -> None:
    assert papers_in(text, NAMES).known == known


def test_one_that_the_item_does_not_ask_for() -> None:
    assert papers_in("没准生证让不让上", NAMES).others == ("准生证",)


def test_a_longer_word_is_not_read_as_a_shorter_one() -> None:
    found = papers_in("没有劳动合同", {"lease": NAMES["lease"]})
    assert (found.known, found.others) == ((), ("劳动合同",))
