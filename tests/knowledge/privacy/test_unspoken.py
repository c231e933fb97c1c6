"""Words that were not recognised are not kept while data are given; what people say to us stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.people import people
from knowledge.base.text import normalise
from knowledge.privacy.kinds import UNIDENTIFIED, Personal, Taken
from knowledge.privacy.redaction import redact
from knowledge.privacy.unspoken import is_ordinary, unspoken


def kept(text: str) -> str:
    said, taken = redact(normalise(text), expecting_name=True)
    return unspoken(said, taken, asked=True)


@pytest.mark.parametrize(
    "text",
    [
        "要我身份证号干什么，安全吗",
        "我不想在手机上留身份证号，到窗口填可以吗",
        "申请表没有怎么弄",
        "先别交，我再想想",
        "交之前让我看看都填了什么",
        "我没有手机",
        "我爱人还没看过呢",
        "手机打错",
        "名字不对",
        "那个手机不是我的",
        "换成我哥去",
        "让我弟去办",
        "点解要身份证",
        "会唔会泄露架",
        "填完了能不能删掉",
        "我想办食品经营许可证",
        "慢着",
        "去银行卡网点可以吗",
        "租的房子，一百二十平",
        "身份证最后一位是X",
        "材料都齐了",
        "转人工",
        "ok",
    ],
)
def test_what_people_say_stays(text: str) -> None:
    assert kept(text) == normalise(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("周大爷，身份证110101199003071233", f"{UNIDENTIFIED},身份证[身份证号]"),
        ("阿依古丽", UNIDENTIFIED),
        ("老王", UNIDENTIFIED),
        ("叫我老王就行", UNIDENTIFIED),
        ("王建国王建军", UNIDENTIFIED),
        ("翠花", UNIDENTIFIED),
        ("zhangsan", UNIDENTIFIED),
        ("微信号是zhang88", UNIDENTIFIED),
        ("编号12345678", UNIDENTIFIED),
    ],
)
def test_what_may_be_a_name_or_a_number_goes(text: str, left: str) -> None:
    assert kept(text) == left


def test_where_nothing_personal_is_asked_or_given_nothing_goes() -> None:
    assert unspoken("我要去找老王", (), asked=False) == "我要去找老王"


def test_beside_a_name_it_goes_though_nothing_was_asked() -> None:
    taken = (Taken(Personal.NAME, "王芳"),)
    assert unspoken("我叫[姓名],老赵的邻居", taken, asked=False) == f"我叫[姓名],{UNIDENTIFIED}"


@pytest.mark.parametrize("seed", range(3))
def test_no_invented_person_is_kept_however_the_name_is_typed(seed: int) -> None:
    for one in people(60, seed=seed):
        for text in (
            one.name,
            f"叫{one.name}",
            f"就写{one.name}吧",
            f"{one.name}{one.phone}",
            f"填{one.name}呀",
        ):
            assert one.name not in kept(text), text


@given(
    st.text(
        alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x323AF, categories=("Lo",)),
        min_size=2,
        max_size=6,
    )
)
def test_letters_that_make_no_word_are_never_kept(text: str) -> None:
    rare = [letter for letter in normalise(text) if "\u3400" <= letter <= "\u4dbf" or letter >= "\U00020000"]
    assert not set(rare) & set(kept(text))


@given(
    st.lists(
        st.sampled_from(
            ["我叫", "[姓名]", "老王", "名字不对", "，", "周墙", "㐀𠮷", "13812345678", "要身份证干啥"]
        ),
        max_size=8,
    )
)
def test_again_changes_nothing(pieces: list[str]) -> None:
    once = kept("".join(pieces))
    assert unspoken(once, (), asked=True) == once


@given(st.text(max_size=80))
def test_any_text_ends(text: str) -> None:
    assert is_ordinary(unspoken(normalise(text), (), asked=True))
