"""Which data of whom a submission needs, and what they are called."""

from __future__ import annotations

import pytest

from knowledge.persons.capacity import Capacity
from knowledge.persons.needs import Applying, field_label, is_there, may_be_given, needs
from knowledge.persons.parties import SELF, Parties
from knowledge.privacy.kinds import Personal

MOTHER = Parties("mother", SELF)


def test_who_applies_himself_gives_his_own_data_only() -> None:
    found = needs(Parties(), Applying(licence=True), by_agent=False)
    assert [need.label for need in found] == ["姓名", "身份证号", "手机号", "统一社会信用代码"]
    assert {need.capacity for need in found} == {Capacity.APPLICANT}


@pytest.mark.parametrize(
    ("parties", "labels"),
    [
        (
            MOTHER,
            [
                "申请人（您母亲）的姓名",
                "申请人（您母亲）的身份证号",
                "您（代办人）的姓名",
                "您（代办人）的手机号",
            ],
        ),
        (
            Parties(SELF, "brother"),
            ["申请人的姓名", "申请人的身份证号", "您兄弟（代办人）的姓名", "您兄弟（代办人）的手机号"],
        ),
        (
            Parties(),
            ["申请人的姓名", "申请人的身份证号", "来办的人（代办人）的姓名", "来办的人（代办人）的手机号"],
        ),
        (
            Parties("child", SELF, True),
            [
                "申请人（孩子）的姓名",
                "申请人（孩子）的身份证号",
                "您（监护人）的姓名",
                "您（监护人）的手机号",
            ],
        ),
        (
            Parties("company", SELF),
            ["法定代表人的姓名", "法定代表人的身份证号", "您（经办人）的姓名", "您（经办人）的手机号"],
        ),
    ],
)
def test_with_an_agent_each_is_asked_by_the_name_of_the_role(parties: Parties, labels: list[str]) -> None:
    assert [need.label for need in needs(parties, Applying(), by_agent=True)] == labels


@pytest.mark.parametrize(
    ("kind", "there", "enough"),
    [
        (Personal.ID_NUMBER, Personal.PASSPORT, True),
        (Personal.ID_NUMBER, Personal.AGENT_ID_NUMBER, False),
        (Personal.PHONE, Personal.LANDLINE, True),
        (Personal.AGENT_PHONE, Personal.PHONE, True),
        (Personal.NAME, Personal.AGENT_NAME, False),
        (Personal.AGENT_NAME, Personal.NAME, False),
    ],
)
def test_what_closes_a_gap(kind: Personal, there: Personal, enough: bool) -> None:
    assert is_there(kind, {str(there)}) is enough


def test_a_field_that_is_not_needed_has_a_name_too() -> None:
    assert field_label(Personal.ADDRESS, MOTHER, Applying(), by_agent=True) == "申请人（您母亲）的地址"


def test_of_a_newborn_only_the_name_is_needed_and_the_guardian_is_identified() -> None:
    found = needs(Parties("child", SELF, True), Applying(newborn=True), by_agent=True)
    assert [need.label for need in found] == [
        "申请人（孩子）的姓名",
        "您（监护人）的姓名",
        "您（监护人）的身份证号",
        "您（监护人）的手机号",
    ]
    assert is_there(Personal.AGENT_ID_NUMBER, [Personal.PASSPORT])


def test_a_unit_gives_its_name_and_code_its_representative_and_who_comes() -> None:
    unit = Applying(unit=True, licence=True)
    assert [need.label for need in needs(Parties(), unit, by_agent=False)] == [
        "单位的名称",
        "单位的统一社会信用代码",
        "法定代表人（负责人）的姓名",
        "经办人的姓名",
        "经办人的手机号",
    ]
    assert [need.label for need in may_be_given(Parties(), unit, by_agent=False)] == ["经办人的身份证号"]
    assert is_there(Personal.AGENT_ID_NUMBER, [Personal.AGENT_PASSPORT])


def test_a_couple_gives_the_second_name_and_number() -> None:
    couple = needs(Parties(), Applying(together=True), by_agent=False)
    assert [need.label for need in couple][3:] == ["共同申请人的姓名", "共同申请人的身份证号"]
    assert {need.capacity for need in couple[3:]} == {Capacity.CO_APPLICANT}
    owners = Applying(may_be_together=True)
    assert [need.kind for need in may_be_given(Parties(), owners, by_agent=True)] == [
        Personal.AGENT_ID_NUMBER,
        Personal.CO_NAME,
        Personal.CO_ID_NUMBER,
    ]
