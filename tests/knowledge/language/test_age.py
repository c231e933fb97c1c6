"""Ages as people say them where an age is asked for."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.age import age_in

AGES = st.integers(min_value=1, max_value=99)
WAYS = st.sampled_from(
    ["{}", "{}岁", "{}了", "今年{}", "都{}了", "我{}岁了", "孩子{}岁", "已经{}啦", "他{}周岁"]
)


@given(AGES, WAYS, st.booleans())
def test_a_number_is_the_age(age: int, way: str, in_characters: bool) -> None:
    span = age_in(way.format(cn2an.an2cn(age) if in_characters else age))
    assert span is not None
    assert span.low <= age <= span.high


@given(st.integers(min_value=2, max_value=9))
def test_more_than_a_round_number(tens: int) -> None:
    span = age_in(f"我都{cn2an.an2cn(tens)}十多了")
    assert span is not None
    assert tens * 10 < span.low
    assert span.high <= tens * 10 + 10


@given(
    st.integers(min_value=11, max_value=18),
    st.sampled_from(["没满{}", "不到{}岁", "还差两个月满{}", "未满{}周岁"]),
)
def test_short_of_an_age_is_under_it(age: int, way: str) -> None:
    span = age_in(way.format(age))
    assert span is not None
    assert span.high < age


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("我都四十多了", 40, 50),
        ("十六七", 16, 17),
        ("刚满十八", 18, 19),
        ("满16了", 16, 200),
        ("快四十了", 37, 40),
        ("二十出头", 20, 30),
        ("三个月大", 0, 3),
        ("才两岁半", 2, 3),
        ("刚出生", 0, 1),
        ("上小学三年级", 5, 14),
        ("刚上初中", 11, 15.95),
        ("我爸六十七了", 67, 67),
        ("退休了", 17, 130),
    ],
)
def test_spans(text: str, low: float, high: float) -> None:
    span = age_in(text)
    assert span is not None
    assert low <= span.low
    assert min(span.high, 200) <= high


@pytest.mark.parametrize(
    "text", ["", "你好", "两个人", "3号楼", "一百来平", "多少钱", "我住二楼", "三张桌子", "12点"]
)
def test_no_age(text: str) -> None:
    assert age_in(text) is None
