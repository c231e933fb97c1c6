"""Quantities as people say them, as spans."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.quantity import Span, quantity_in


def said(text: str, unit: str = "平方米", *, bare: bool = True) -> tuple[float, float] | None:
    span = quantity_in(text, unit, bare_counts=bare)
    return None if span is None else (round(span.low), round(span.high) if span.high < inf else inf)


class TestQuantityIn:
    @pytest.mark.parametrize(
        ("text", "span"),
        [
            ("120", (120, 120)),
            ("120平", (120, 120)),
            ("120m2", (120, 120)),
            ("一百二十平方米", (120, 120)),
            ("一百五", (150, 150)),
            ("百来平", (100, 100)),
            ("1,200平", (1200, 1200)),
            ("1.5万平", (15000, 15000)),
            ("三四十平", (30, 40)),
            ("十七八平", (17, 18)),
            ("两百多", (200, 300)),
            ("120多", (120, 130)),
            ("十几平", (10, 20)),
            ("几百平", (200, 1000)),
            ("100到150", (100, 150)),
            ("不到200平", (180, 200)),
            ("超过200平", (200, inf)),
            ("我的店大概180平左右吧", (180, 180)),
        ],
    )
    def test_spans(self, text: str, span: tuple[float, float]) -> None:
        assert said(text) == span

    @pytest.mark.parametrize(
        "text", ["", "很大", "平时", "2亩", "80平加90平", "不是200平", "2023年", "3楼", "几平", "万万平"]
    )
    def test_none(self, text: str) -> None:
        assert said(text) is None

    def test_a_bare_number_only_where_it_was_asked_for(self) -> None:
        assert said("120", bare=False) is None

    @pytest.mark.parametrize(
        ("text", "unit", "span"),
        [
            ("3个人", "人", (3, 3)),
            ("5名员工", "人", (5, 5)),
            ("5万元", "元", (50000, 50000)),
            ("5万", "万元", (5, 5)),
            ("十万元", "万元", (10, 10)),
            ("60岁", "岁", (60, 60)),
            ("3个月", "个月", (3, 3)),
            ("3吨", "吨", (3, 3)),
            ("2米", "米", (2, 2)),
            ("11月23日", "天", None),
        ],
    )
    def test_units(self, text: str, unit: str, span: tuple[float, float] | None) -> None:
        assert said(text, unit) == span

    @given(st.text(alphabet="0123456789.,一二两三十百千万几多来平米方到-不超过 个人", max_size=20))
    def test_any_text_is_read(self, text: str) -> None:
        span = quantity_in(text, "平方米", bare_counts=True)
        assert span is None or span.low <= span.high


class TestSpan:
    def test_bounds_take_in_the_upper_number_only(self) -> None:
        assert Span(200, 200).within((0, 200), 0, 1000)
        assert not Span(200, 200).within((200, 1000), 0, 1000)

    def test_open_ends_reach_as_far_as_what_is_offered(self) -> None:
        assert Span(-inf, 200).within((0, 200), 0, 1000)
        assert Span(200.01, inf).within((200, 1000), 0, 1000)
        assert not Span(200.01, inf).within((200, 500), 0, 1000)
