"""What people said in groups: the same meaning together, different ones apart, nothing lost."""

from __future__ import annotations

from knowledge.studio.grouping import grouped


def test_what_means_the_same_stands_together_the_most_frequent_first() -> None:
    said = {
        "户口本丢了怎么办": 20,
        "户口本不见了咋办": 9,
        "请问户口本找不到了怎么办": 5,
        "老年优待证去哪里办": 12,
        "去哪里办老年优待证呀": 9,
        "火星土豆飞行证": 1,
    }
    groups = grouped(said)
    assert [(group.texts[0], group.count) for group in groups] == [
        ("户口本丢了怎么办", 34),
        ("老年优待证去哪里办", 21),
        ("火星土豆飞行证", 1),
    ]
    assert sorted(text for group in groups for text in group.texts) == sorted(said)


def test_nothing_and_signs_alone() -> None:
    assert grouped({}) == []
    assert sum(group.count for group in grouped({"？": 2, "1": 3, "嗯": 1})) == 6
