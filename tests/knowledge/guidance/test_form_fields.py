"""What is written on the application form and not here."""

from __future__ import annotations

import pytest

from knowledge.guidance.form_fields import form_field_in


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("店名想叫婉婷美肤", "店名"),
        ("店名婉婷美肤记上没", "店名"),
        ("字号就叫好再来,写哪儿", "店名"),
        ("经营范围填的啥", "经营范围"),
        ("注册资本写多少", "注册资本"),
        ("园名叫小太阳", "学校名称"),
        ("公司名称:河东商贸", "公司名称"),
    ],
)
def test_told_or_asked(text: str, field: str) -> None:
    assert form_field_in(text) == field


@pytest.mark.parametrize(
    "text", ["店名要改", "想变更经营范围", "我叫王芳", "店里有座位", "注册资金最低多少", "执照丢了"]
)
def test_something_else(text: str) -> None:
    assert form_field_in(text) == ""
