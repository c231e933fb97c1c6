"""Published texts made fit to be read."""

from __future__ import annotations

import pytest

from knowledge.calendar.unit import Unit
from knowledge.imports.cleaning import bracketed, limit_of, phone_of, text_of


class TestTextOf:
    @pytest.mark.parametrize("published", ["无", " 无。 ", "", "--", None])
    def test_placeholders_are_nothing(self, published: object) -> None:
        assert text_of(published) == ""

    def test_a_number_is_no_text(self) -> None:
        assert text_of(12) is None

    def test_blanks_beside_chinese_go_and_between_words_stay(self) -> None:
        assert text_of("火灾  复核 of  A") == "火灾复核of A"


class TestBracketed:
    def test_doubled_and_empty_brackets(self) -> None:
        assert bracketed("注册((外国人))()") == "注册（外国人）"

    def test_nested_brackets_with_more_inside_stay(self) -> None:
        assert bracketed("变更(转所（机构变更）)") == "变更（转所（机构变更））"


class TestLimitOf:
    def test_units(self) -> None:
        assert limit_of("90(自然日)") is not None
        limit = limit_of("3（工作日）")
        assert limit is not None
        assert limit.unit is Unit.WORKING_DAY

    @pytest.mark.parametrize("published", ["", "尽快", "999(工作日)", "-1(工作日)", "1.5(工作日)"])
    def test_anything_else_is_no_limit(self, published: str) -> None:
        assert limit_of(published) is None


class TestPhoneOf:
    @pytest.mark.parametrize(
        ("published", "shown"),
        [
            ("投诉电话:020-81838976；", "020-81838976"),
            ("020-8923 2806", "020-89232806"),
            ("400-7000-690", "400-7000-690"),
            ("12345", "12345"),
            ("0000swjw", ""),
            ("020-837288891", ""),
            ("", ""),
        ],
    )
    def test_labels_go_and_what_is_no_number_is_nothing(self, published: str, shown: str) -> None:
        assert phone_of(published) == shown

    def test_numbers_are_taken_out_of_prose(self) -> None:
        text = "窗口咨询地址：某市某路51号律师工作管理处。咨询电话号码：020-86351132。网址：http://www.example.test/。微信号：无"
        assert phone_of(text) == "020-86351132"
