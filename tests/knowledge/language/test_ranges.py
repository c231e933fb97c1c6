"""Ranges that labels and questions name themselves."""

from __future__ import annotations

import pytest

from knowledge.catalogue.item import Option, Question
from knowledge.language.choice import choose, offered_by
from knowledge.language.ranges import named_by_labels, named_by_question, span_of


def question(unit: str = "", **labels: str) -> Question:
    options = {value: Option(label=label) for value, label in labels.items()}
    return Question(text="哪一种", why="决定材料", help="看证件", options=options, unit=unit)


AGE = question(adult="满16周岁", minor="不满16周岁")
EXAM = question(within="3年以内", over="超过3年")
TIMES = question(one="一次", two="两次")
HOLDERS = question(one="一个股东", several="两个以上股东")
OWNERS = question(single="一个人", joint="几个人共有")
REVIEW = question(heavy="大中型客货车驾驶证", senior="年满70周岁", accident="发生过死亡交通事故")


@pytest.mark.parametrize(
    ("asked", "reply", "value"),
    [
        (AGE, "我都四十多了", "adult"),
        (AGE, "八岁", "minor"),
        (AGE, "六十七", "adult"),
        (AGE, "十六七", "adult"),
        (AGE, "刚满十八", "adult"),
        (AGE, "还差两个月满十六", "minor"),
        (AGE, "15岁半", "minor"),
        (AGE, "十五六岁", None),
        (AGE, "是的", "adult"),
        (AGE, "没有", "minor"),
        (EXAM, "两年多", "within"),
        (EXAM, "三年多了", "over"),
        (EXAM, "一年半", "within"),
        (EXAM, "去年考的", "within"),
        (EXAM, "八年前考的", "over"),
        (EXAM, "好几年了", "over"),
        (TIMES, "去两次", "two"),
        (TIMES, "就去1次", "one"),
        (TIMES, "三次", None),
        (HOLDERS, "就我一个", "one"),
        (HOLDERS, "我跟我哥两个人", "several"),
        (HOLDERS, "三个人合开", "several"),
        (OWNERS, "我们两口子", "joint"),
        (OWNERS, "就我一个人", "single"),
        (REVIEW, "我七十三了", "senior"),
        (REVIEW, "我五十", None),
    ],
)
def test_replies(asked: Question, reply: str, value: str | None) -> None:
    assert choose(reply, offered_by(asked), asked.unit) == value


def test_labels_without_a_quantity_name_no_range() -> None:
    assert named_by_labels((("a", "自有"), ("b", "租赁"))) is None
    assert named_by_labels((("a", "3年以内"), ("b", "满16周岁"))) is None


def test_a_question_may_name_the_bound_of_yes() -> None:
    heavy = named_by_question("是不是12吨及以上的重型货车或者半挂牵引车", ("yes", "no"))
    assert heavy is not None
    said = {text: span_of(text, heavy.unit, bare_counts=True) for text in ("15吨", "8吨", "12吨", "十几吨")}
    assert {text: heavy.holding(span) if span else None for text, span in said.items()} == {
        "15吨": "yes",
        "8吨": "no",
        "12吨": "yes",
        "十几吨": None,
    }


def test_who_is_of_age_may_still_be_meant_for_another_reason() -> None:
    named = named_by_question("是不是未成年人，或者智力、精神残疾", ("yes", "no"))
    assert named is not None
    child, grown = (span_of(text, named.unit, bare_counts=True) for text in ("孩子才六岁", "我五十了"))
    assert child is not None
    assert grown is not None
    assert (named.holding(child), named.holding(grown)) == ("yes", None)


@pytest.mark.parametrize("text", ["这条路是不是5年内新建的", "店里有没有座位", "是哪一种设备"])
def test_other_questions_name_none(text: str) -> None:
    assert named_by_question(text, ("yes", "no")) is None
