"""Whose data are said."""

from __future__ import annotations

import pytest

from intake.people import person
from knowledge.base.text import normalise
from knowledge.persons.owners import Owner, fields, of_guardian, owners, told_apart
from knowledge.privacy.kinds import Personal
from knowledge.privacy.redaction import redact

HER, ME = person(21), person(22)
BOTH = {
    Personal.NAME: HER.name,
    Personal.ID_NUMBER: HER.id_number,
    Personal.AGENT_NAME: ME.name,
    Personal.AGENT_PHONE: ME.phone,
}


@pytest.mark.parametrize(
    "text",
    [
        f"我妈叫{HER.name}，身份证{HER.id_number}，我叫{ME.name}，手机{ME.phone}",
        f"我叫{ME.name}，手机{ME.phone}，我妈叫{HER.name}，她身份证{HER.id_number}",
        f"申请人{HER.name} {HER.id_number}，代办人{ME.name} {ME.phone}",
        f"老人姓名{HER.name}，身份证号{HER.id_number}；我的名字是{ME.name}，电话{ME.phone}",
    ],
)
def test_two_people_in_one_sentence(text: str) -> None:
    said, taken = redact(normalise(text))
    assert told_apart(said, taken) == BOTH


class TestOnePerson:
    def test_without_an_agent_everything_is_the_applicants(self) -> None:
        values = {Personal.NAME: ME.name, Personal.PHONE: ME.phone}
        assert (
            fields(values, "我叫[姓名],手机[手机号]", for_another=False, by_agent=False, contact=()) == values
        )

    @pytest.mark.parametrize(
        ("said", "for_another", "field"),
        [
            ("我叫[姓名]", True, Personal.AGENT_NAME),
            ("我叫[姓名]", False, Personal.NAME),
            ("我妈叫[姓名]", True, Personal.NAME),
            ("我弟叫[姓名]", False, Personal.AGENT_NAME),
            ("代办人[姓名]", True, Personal.AGENT_NAME),
            ("申请人是[姓名]", False, Personal.NAME),
            ("[姓名]", True, Personal.NAME),
        ],
    )
    def test_a_name_by_its_label(self, said: str, for_another: bool, field: Personal) -> None:
        got = fields({Personal.NAME: "王芳"}, said, for_another=for_another, by_agent=True, contact=())
        assert got == {field: "王芳"}

    def test_an_unlabelled_name_is_the_one_asked_for(self) -> None:
        got = fields({Personal.NAME: "王芳"}, "[姓名]", for_another=True, by_agent=True, contact={"name"})
        assert got == {Personal.AGENT_NAME: "王芳"}

    def test_an_unlabelled_phone_is_of_whoever_acts(self) -> None:
        got = fields({Personal.PHONE: ME.phone}, "[手机号]", for_another=True, by_agent=True, contact=())
        assert got == {Personal.AGENT_PHONE: ME.phone}


class TestSpeakerWhoseAffairItIs:
    """我叫[姓名]…，闺女[姓名]，电话…: the daughter acts for the speaker."""

    SAID = f"我叫{HER.name}{HER.id_number}，闺女{ME.name}，电话{ME.phone}，交了吧"

    @pytest.mark.parametrize(("for_speaker", "swapped"), [(True, True), (False, False)])
    def test_the_other_acts(self, for_speaker: bool, swapped: bool) -> None:
        said, taken = redact(normalise(self.SAID))
        got = fields(
            told_apart(said, taken),
            said,
            for_another=False,
            by_agent=True,
            contact=(),
            for_speaker=for_speaker,
        )
        assert (got == BOTH) is swapped

    def test_roles_that_are_named_count_first(self) -> None:
        said, taken = redact(normalise(f"申请人{HER.name} {HER.id_number}，代办人{ME.name} {ME.phone}"))
        got = fields(
            told_apart(said, taken), said, for_another=False, by_agent=True, contact=(), for_speaker=True
        )
        assert got == BOTH


def test_a_label_counts_until_the_next() -> None:
    assert [owner for _, owner in owners("我妈叫[姓名],身份证[身份证号],我叫[姓名],[手机号]")] == [
        Owner.OTHER,
        Owner.OTHER,
        Owner.SPEAKER,
        Owner.SPEAKER,
    ]


def test_a_number_given_for_a_newborn_is_the_guardians() -> None:
    values = {Personal.NAME: "周语桐", Personal.ID_NUMBER: "1", Personal.PHONE: "2"}
    assert of_guardian(values) == {
        Personal.NAME: "周语桐",
        Personal.AGENT_ID_NUMBER: "1",
        Personal.AGENT_PHONE: "2",
    }


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("申请人是药店老板[姓名][身份证号]手机[手机号]", [Owner.APPLICANT] * 3),
        ("店主[姓名],身份证[身份证号],我是代办的叫[姓名]", [Owner.APPLICANT, Owner.APPLICANT, Owner.AGENT]),
        ("[姓名]是我老婆,来跑的人是我,我叫[姓名]", [Owner.OTHER, Owner.AGENT]),
        ("[身份证号]是她的身份证,我[姓名]只是跑腿的", [Owner.OTHER, Owner.AGENT]),
        ("代办的是我,我叫[姓名] [手机号]", [Owner.AGENT, Owner.AGENT]),
        ("代办人是我老公,我叫[姓名]", [Owner.SPEAKER]),
        ("孩子叫[姓名],我是他妈妈,叫[姓名],电话[手机号]", [Owner.OTHER, Owner.SPEAKER, Owner.SPEAKER]),
        ("那个手机是老板的,我的是[手机号]", [Owner.SPEAKER]),
        ("我的身份证是[身份证号]", [Owner.SPEAKER]),
    ],
)
def test_roles_that_are_named(said: str, whose: list[Owner]) -> None:
    assert [owner for _, owner in owners(said)] == whose


def test_the_agent_beside_the_speaker_who_applies() -> None:
    said, taken = redact(
        normalise(f"我叫{HER.name},身份证{HER.id_number},代办人是我弟{ME.name},电话{ME.phone}")
    )
    assert told_apart(said, taken) == BOTH
