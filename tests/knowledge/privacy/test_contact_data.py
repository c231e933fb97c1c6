"""Contact data: what is wrong is said with what to do, and the value is never repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.people import people, person
from knowledge.privacy.contact_data import called_at, masked, problem_with, tidy
from knowledge.privacy.kinds import Personal

WHO = person(1)
RIGHT = {
    Personal.NAME: "欧阳建国",
    Personal.ID_NUMBER: WHO.id_number,
    Personal.PHONE: WHO.phone,
    Personal.CREDIT_CODE: WHO.credit_code,
    Personal.BANK_CARD: "6222000000000000001",
    Personal.EMAIL: "someone@example.org",
    Personal.PHONE_TAIL: "6688",
    Personal.ADDRESS: "河东县城关街道政务路1号",
    Personal.PASSPORT: "E12345678",
    Personal.TRAVEL_PERMIT: "H12345678",
    Personal.RESIDENCE_CARD: "CAN110101900101",
    Personal.LANDLINE: "0539-8123456",
    Personal.PLATE: "鲁Q·12A45",
    Personal.AGENT_NAME: "赵敏",
    Personal.AGENT_ID_NUMBER: person(2).id_number,
    Personal.AGENT_PHONE: person(2).phone,
    Personal.MILITARY: "军字第1234567号",
    Personal.AGENT_PASSPORT: "E12345678",
    Personal.AGENT_TRAVEL_PERMIT: "M12345678",
    Personal.AGENT_RESIDENCE_CARD: "CAN110101900101",
    Personal.UNIT_NAME: "河东县老李（3号店）A&B餐饮有限公司",
    Personal.LEGAL_NAME: "赵敏",
    Personal.CO_NAME: "赵敏",
    Personal.CO_ID_NUMBER: person(2).id_number,
}


class TestRight:
    @pytest.mark.parametrize("kind", list(Personal))
    def test_every_kind_has_a_right_value(self, kind: Personal) -> None:
        assert problem_with(kind, tidy(kind, RIGHT[kind])) is None

    @pytest.mark.parametrize(
        ("unit", "kept"),
        [
            ("河东县老李(3号店)A&B餐饮有限公司", "河东县老李（3号店）A&B餐饮有限公司"),
            ("３６５便利店（河东）有限公司", "365便利店（河东）有限公司"),
            ("上海 7-11 便利店", "上海 7-11 便利店"),
            ("ABC (China) Co., Ltd.", "ABC (China) Co., Ltd."),
            ("中共河东县委党校", "中共河东县委党校"),
        ],
    )
    def test_units_as_they_are_called(self, unit: str, kept: str) -> None:
        tidied = tidy(Personal.UNIT_NAME, unit)
        assert tidied == kept and problem_with(Personal.UNIT_NAME, tidied) is None

    @pytest.mark.parametrize("unit", ["3", "12345", "河东（餐饮有限公司", "店", "河东<餐饮>", "、。"])
    def test_what_is_no_unit_is_said_in_a_sentence(self, unit: str) -> None:
        said = problem_with(Personal.UNIT_NAME, tidy(Personal.UNIT_NAME, unit))
        assert said is not None and said.endswith("。")

    def test_two_hundred_people(self) -> None:
        for one in people(200):
            assert problem_with(Personal.ID_NUMBER, one.id_number) is None
            assert problem_with(Personal.PHONE, one.phone) is None
            assert problem_with(Personal.CREDIT_CODE, one.credit_code) is None
            assert problem_with(Personal.NAME, one.name) is None

    @pytest.mark.parametrize(
        "name",
        ["王芳", "欧阳娜娜", "阿卜杜拉·买买提", "𠮷田", "John Smith", "㐂", "王㛃", "㐀𠮷", "José O’Neil"],
    )
    def test_names(self, name: str) -> None:
        wrong = len(name) < 2
        assert (problem_with(Personal.NAME, tidy(Personal.NAME, name)) is None) is not wrong

    @pytest.mark.parametrize("point", "·•・‧.⋅")
    def test_the_points_of_a_name_are_kept_as_one(self, point: str) -> None:
        kept = tidy(Personal.NAME, f"阿卜杜拉{point}买买提")
        assert kept == "阿卜杜拉·买买提"
        assert problem_with(Personal.NAME, kept) is None

    def test_as_people_write_them(self) -> None:
        phone = WHO.phone
        for written in (f"+86 {phone}", f"{phone[:3]}-{phone[3:7]}-{phone[7:]}", f" 86{phone} "):
            assert tidy(Personal.PHONE, written) == phone
        assert tidy(Personal.PHONE, "１３８００００００００") == "13800000000"
        assert tidy(Personal.ID_NUMBER, "11010119900307 123x") == "11010119900307123X"

    def test_a_number_of_an_abolished_county(self) -> None:
        """Its region code is in no list of today, and its holder lives."""
        from intake.people import id_check

        body = "51022119650101001"
        assert problem_with(Personal.ID_NUMBER, body + id_check(body)) is None


class TestWrong:
    @pytest.mark.parametrize("position", range(18))
    def test_one_digit_of_the_identity_number(self, position: int) -> None:
        digit = WHO.id_number[position]
        other = "1" if digit != "1" else "2"
        wrong = WHO.id_number[:position] + other + WHO.id_number[position + 1 :]
        assert problem_with(Personal.ID_NUMBER, wrong)

    @pytest.mark.parametrize("position", range(18))
    def test_one_sign_of_the_credit_code(self, position: int) -> None:
        sign = WHO.credit_code[position]
        other = "2" if sign != "2" else "3"
        wrong = WHO.credit_code[:position] + other + WHO.credit_code[position + 1 :]
        assert problem_with(Personal.CREDIT_CODE, wrong)

    @pytest.mark.parametrize(
        ("kind", "value", "hint"),
        [
            (Personal.ID_NUMBER, "110101900307123", "18位"),
            (Personal.ID_NUMBER, "1101011990", "18位"),
            (Personal.ID_NUMBER, "110101199013071234", "出生日期"),
            (Personal.PHONE, "12345678901", "11位"),
            (Personal.PHONE, "01012345678", "11位"),
            (Personal.PHONE, "1380000000", "11位"),
            (Personal.NAME, "王", "2到50个字"),
            (Personal.NAME, "王芳1", "汉字"),
            (Personal.EMAIL, "someone@", "邮箱"),
            (Personal.PHONE_TAIL, "668", "4位"),
            (Personal.ADDRESS, "县里", "门牌号"),
            (Personal.BANK_CARD, "6222", "16到19位"),
            (Personal.PASSPORT, "E123", "护照"),
            (Personal.TRAVEL_PERMIT, "C12345678", "8位数字"),
            (Personal.LANDLINE, "123", "区号"),
            (Personal.AGENT_PHONE, "1380000000", "11位"),
        ],
    )
    def test_says_what_to_do_and_not_the_value(self, kind: Personal, value: str, hint: str) -> None:
        said = problem_with(kind, value)
        assert said is not None
        assert hint in said
        assert said.endswith("。")
        assert len(value) < 4 or value not in said

    @given(kind=st.sampled_from(list(Personal)), value=st.text(max_size=60))
    def test_anything_gets_a_sentence_or_is_right(self, kind: Personal, value: str) -> None:
        said = problem_with(kind, tidy(kind, value))
        assert said is None or said.endswith("。")

    def test_nothing_at_all(self) -> None:
        for kind in Personal:
            assert problem_with(kind, "") == f"请填写{kind.label}。"


class TestCalledAt:
    def test_whoever_acts_comes_first(self) -> None:
        assert called_at({"phone": "1", "agent_phone": "2", "landline": "3"}) == "2"
        assert called_at({"landline": "3"}) == "3"
        assert called_at({"name": "王芳"}) == ""


class TestMasked:
    @pytest.mark.parametrize(
        ("kind", "shown"),
        [
            (Personal.NAME, "欧***"),
            (Personal.EMAIL, "s***@example.org"),
            (Personal.PHONE_TAIL, "****"),
            (Personal.ADDRESS, "河东县****"),
        ],
    )
    def test_words(self, kind: Personal, shown: str) -> None:
        assert masked(kind, RIGHT[kind]) == shown

    @pytest.mark.parametrize(
        "kind", [Personal.ID_NUMBER, Personal.PHONE, Personal.CREDIT_CODE, Personal.BANK_CARD]
    )
    def test_numbers_keep_their_ends_and_hide_at_least_four(self, kind: Personal) -> None:
        value, shown = RIGHT[kind], masked(kind, RIGHT[kind])
        assert len(shown) == len(value)
        assert shown.count("*") >= 4
        assert shown[-2:] == value[-2:]
        assert value not in shown
