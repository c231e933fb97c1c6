"""What is left of a question for a department."""

from __future__ import annotations

import pytest

from knowledge.language.department_words import asks_to_complain, asks_to_reach, department_subjects


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("卫健局电话多少", "卫健局"),
        ("我们县教育局在哪", "教育局"),
        ("市监局的监督电话多少", "市监局"),
        ("本地民政局电话", "民政局"),
        ("社保局电话号码是多少", "社保局"),
    ],
)
def test_the_name_that_is_left(text: str, name: str) -> None:
    assert name in department_subjects(text) and asks_to_reach(text)


@pytest.mark.parametrize("text", ["教育局管不管转学", "民政局", "要找卫健局办证"])
def test_what_asks_for_no_phone_or_place(text: str) -> None:
    assert not asks_to_reach(text)


def test_the_phone_for_complaints_is_another() -> None:
    assert asks_to_complain("人社局监督电话") and not asks_to_complain("人社局电话")
