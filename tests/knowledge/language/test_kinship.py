"""Relatives in a reply, and who goes to the window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.kinship import (
    is_about_who_goes,
    relative_named,
    relative_not_offered,
    who_goes,
    without_the_absent,
)

GOING = ("本人办理", "委托他人")
FOLLOW = ("随母亲", "随父亲")
RELATION = ("配偶", "父母", "子女")
RELATIVES = st.sampled_from(
    ["我弟", "我老公", "孩子他爸", "我妹夫", "我女婿", "我堂哥", "会计", "我同事", "我闺女", "代账公司"]
)


@given(
    st.sampled_from(["让", "叫", "喊", "请"]),
    RELATIVES,
    st.sampled_from(["去", "去跑", "去办", "跑一趟", "弄"]),
)
def test_who_is_sent_goes(sending: str, somebody: str, errand: str) -> None:
    assert who_goes(sending + somebody + errand, GOING) == 1


@given(RELATIVES, st.sampled_from(["去", "去办", "过去", "替我跑", "帮我办"]))
def test_who_is_said_to_go_goes(somebody: str, errand: str) -> None:
    assert who_goes(somebody + errand, GOING) == 1


@pytest.mark.parametrize(
    "text",
    [
        "我自己去",
        "我明天过来办",
        "我去办",
        "不用别人，我自己弄",
        "没人能帮我",
        "本人亲自去",
        "我自己跑一趟就行",
    ],
)
def test_the_applicant_goes(text: str) -> None:
    assert who_goes(text, GOING) == 0


@pytest.mark.parametrize("text", ["我去不了", "我不能亲自去", "我在外面回不来", "给我妈办", "我帮我爸办"])
def test_somebody_else_goes(text: str) -> None:
    assert who_goes(text, GOING) == 1


@pytest.mark.parametrize(
    "text",
    [
        "让我跑这么多趟",
        "我跑了三趟了",
        "我弟放弃",
        "我同事在上班",
        "我想办营业执照",
        "帮我办",
        "你好",
        "我不去",
    ],
)
def test_nobody_is_said_to_go(text: str) -> None:
    assert who_goes(text, GOING) is None


def test_only_where_it_is_asked() -> None:
    assert who_goes("让我弟去", ("自有", "租赁")) is None
    assert is_about_who_goes(("本人申请", "法定代理人或近亲属代为申请"))
    assert not is_about_who_goes(("家里人申请", "委托村（居）委会"))


@pytest.mark.parametrize(
    ("text", "labels", "place"),
    [
        ("妈妈", FOLLOW, 0),
        ("跟我老婆", FOLLOW, 0),
        ("上孩子妈那边", FOLLOW, 0),
        ("跟他爹", FOLLOW, 1),
        ("我老公那边", FOLLOW, 1),
        ("跟我男人", RELATION, 0),
        ("回我爸妈那", RELATION, None),
        ("投靠我妈", RELATION, 1),
        ("去女儿家养老", RELATION, 2),
        ("爸爸妈妈都行", FOLLOW, None),
        ("你好", FOLLOW, None),
        ("妈妈", ("自有", "租赁"), None),
    ],
)
def test_the_relative_that_is_named(text: str, labels: tuple[str, ...], place: int | None) -> None:
    assert relative_named(text, labels) == place


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("没有爹妈了投靠姑姑", "姑姑"),
        ("爹妈都过世了,投靠我大伯", "大伯"),
        ("双亲都没得了,跟我舅舅过", "舅舅"),
        ("只有个侄女可以投靠", "侄女"),
        ("投靠岳母家", "岳母"),
        ("不是父母,我是姑姑", "姑姑"),
        ("投靠我哥", "哥"),
    ],
)
def test_a_relative_that_is_not_offered(text: str, relative: str) -> None:
    assert relative_not_offered(text, RELATION) == relative
    assert relative_named(text, RELATION) is None


@pytest.mark.parametrize(
    "text", ["投靠我爸", "我妈的妹妹跟我妈", "老婆那边", "看不出", "不投靠舅舅", "没有儿女,投靠老伴"]
)
def test_no_other_relative_is_named(text: str) -> None:
    assert relative_not_offered(text, RELATION) is None


def test_where_no_relatives_are_offered_none_is_missing() -> None:
    assert relative_not_offered("我姑姑去", GOING) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("老伴前年走了,现在跟女儿住", 2),
        ("爸爸不在了,跟妈妈", 1),
        ("我妈还在,投靠我妈", 1),
        ("不是投靠老婆,是投靠我爸", 1),
        ("没有爹妈了", None),
    ],
)
def test_who_is_no_more_or_denied_is_not_named(text: str, place: int | None) -> None:
    assert relative_named(text, RELATION) == place


def test_the_absent_are_blank() -> None:
    assert without_the_absent("没有爹妈了投靠姑姑") == "没有__了投靠姑姑"
    assert without_the_absent("投靠爹妈") == "投靠爹妈"
