"""At the contact question and at the word to submit: what is about the data goes to whoever takes these, and is no yes."""

from __future__ import annotations

import pytest

from actions.guide.confirmation import _NO, _YES
from actions.pending.model import AnswerOption, Meaning
from actions.pending.submission import Confirmation, ContactRequest, holds_back, holds_data
from actions.pending.utterance import Utterance

WORD = Confirmation(
    act="submit",
    options=(
        AnswerOption(value="yes", label="是", says=_YES),
        AnswerOption(value="no", label="否", says=_NO),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "名字也不对，叫[姓名]",
        "好的，不过名字错了",
        "是，电话打错了一位",
        "对了，手机号不是我的",
        "提交前给我看下都填了啥",
        "先别交，我再想想",
        "可以，安全吗",
        "不对",
        "交了以后能改吗",
    ],
)
def test_what_denies_or_asks_is_no_yes(text: str) -> None:
    reading = WORD.read(Utterance(text))
    assert reading.meaning is Meaning.OWN_WORDS and reading.picked is None
    assert WORD.action_for(reading.meaning) == "action_contact"
    assert holds_back(text)


@pytest.mark.parametrize("text", ["是", "好的", "提交", "没错", "确定"])
def test_a_plain_yes_is_one(text: str) -> None:
    assert WORD.read(Utterance(text)).picked == "yes"
    assert not holds_back(text)


def test_at_another_word_nothing_is_about_the_data() -> None:
    restart = WORD.model_copy(update={"act": "restart"})
    assert restart.read(Utterance("名字不对")).meaning is not Meaning.OWN_WORDS


@pytest.mark.parametrize(
    "text", ["[姓名]", "座机[固定电话]", "为啥要身份证", "我没手机", "名字不对", "[未识别]"]
)
def test_at_the_contact_question_what_is_about_the_data_is_an_answer(text: str) -> None:
    assert ContactRequest().read(Utterance(text)).meaning is Meaning.OWN_WORDS


@pytest.mark.parametrize("text", ["[微笑]", "材料都齐了", "不办了", "要多少钱"])
def test_other_words_are_not(text: str) -> None:
    assert ContactRequest().read(Utterance(text)).meaning is Meaning.NOT_FOR_ME


def test_a_tail_and_a_plate_are_no_contact_data() -> None:
    assert not holds_data("[尾号]") and not holds_data("我的车[车牌号]")
    assert holds_data("[护照号]") and holds_data("[尾号],电话[手机号]")
