"""Contact data that are kept as somebody else's."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.persons.misplaced import Misplaced, Move, misplaced_in, move_of
from knowledge.persons.parties import SELF, Parties
from knowledge.privacy.kinds import Personal

ID, AGENT_ID = Personal.ID_NUMBER, Personal.AGENT_ID_NUMBER
PHONE, AGENT_PHONE = Personal.PHONE, Personal.AGENT_PHONE
MINE_BY_DAUGHTER = Parties(SELF, "daughter")
MOTHERS_BY_ME = Parties("mother", SELF)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("闺女的身份证不是这个，这个是我的。闺女的我不记得，先交了", Misplaced(ID, "daughter", SELF)),
        ("俺爹的身份证不是那个，那个是俺的", Misplaced(ID, "father", SELF)),
        ("我的身份证不是这个，那个是我妈的", Misplaced(ID, SELF, "mother")),
        ("那个身份证不是她的，是我的", Misplaced(ID, "other", SELF)),
        ("这个不是我的，是我闺女的", Misplaced(ID, SELF, "daughter")),
        ("刚才那个身份证是我儿子的", Misplaced(ID, "", "son")),
        ("等等 手机号是我的，不是闺女的", Misplaced(PHONE, "", SELF)),
        ("这个电话是我妈的", Misplaced(PHONE, "", "mother")),
        ("等下那个手机号不是我的", Misplaced(PHONE, SELF)),
        ("我爸的手机号填错了", Misplaced(PHONE, "father")),
        ("填的名字是我弟的", Misplaced(Personal.NAME, "", "brother")),
    ],
)
def test_whose_it_is(text: str, told: Misplaced) -> None:
    assert misplaced_in(normalise(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "身份证号是我的吗",
        "这个手机号是不是我的",
        "手机号写我闺女的行不行",
        "房产证名字是我爸的",
        "户口本上名字是我妈",
        "我妈的身份证丢了",
        "这个是我的",
        "那个不是她的",
        "名字打错了",
        "我妈叫[姓名]，身份证[身份证号]",
        "房子不是我的，是我爸的",
        "你们要身份证号干啥",
    ],
)
def test_other_words_say_nothing_of_it(text: str) -> None:
    assert misplaced_in(normalise(text)) is None


@pytest.mark.parametrize(
    ("told", "parties", "there", "move"),
    [
        (Misplaced(ID, "daughter", SELF), MINE_BY_DAUGHTER, {AGENT_ID}, Move(AGENT_ID, ID)),
        (Misplaced(ID, "other", SELF), MINE_BY_DAUGHTER, {AGENT_ID}, Move(AGENT_ID, ID)),
        (Misplaced(PHONE, "", SELF), MINE_BY_DAUGHTER, {AGENT_PHONE}, Move(AGENT_PHONE, PHONE)),
        (Misplaced(ID, "", "mother"), MOTHERS_BY_ME, {AGENT_ID}, Move(AGENT_ID, ID)),
        (Misplaced(PHONE, "", SELF), MOTHERS_BY_ME, {PHONE}, Move(PHONE, AGENT_PHONE)),
        (Misplaced(PHONE, SELF), MOTHERS_BY_ME, {AGENT_PHONE}, Move(AGENT_PHONE, None)),
    ],
)
def test_it_goes_to_whom_it_belongs(
    told: Misplaced, parties: Parties, there: set[Personal], move: Move
) -> None:
    assert move_of(told, parties, there) == move


@pytest.mark.parametrize(
    ("told", "parties", "there"),
    [
        (Misplaced(ID, "daughter", SELF), MINE_BY_DAUGHTER, {ID}),
        (Misplaced(ID, "daughter", SELF), MINE_BY_DAUGHTER, set[Personal]()),
        (Misplaced(PHONE, "", "daughter"), MINE_BY_DAUGHTER, {AGENT_PHONE}),
        (Misplaced(PHONE, SELF), MOTHERS_BY_ME, {PHONE}),
    ],
)
def test_what_is_right_already_or_not_there_stays(
    told: Misplaced, parties: Parties, there: set[Personal]
) -> None:
    assert move_of(told, parties, there) is None
