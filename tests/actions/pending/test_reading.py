"""What a message means to each kind of open question, and which option it picks."""

from __future__ import annotations

import pytest

from actions.pending.model import Meaning, Reading
from actions.pending.utterance import Utterance
from tests.actions.reading.open_questions import PENDING


def read(pending: str, text: str, intent: str | None = None) -> Reading:
    return PENDING[pending].read(Utterance(text, intent, 0.9 if intent else 0.0))


@pytest.mark.parametrize(
    ("pending", "text", "meaning", "value"),
    [
        ("premises", "租的", Meaning.PICKS, "leased"),
        ("area", "一百来平", Meaning.PICKS, "small"),
        ("area", "不确定", Meaning.UNSURE, "unsure"),
        ("area", "不知道", Meaning.ASKS_FOR_HELP, "unsure"),
        ("premises", "不对，我是要办护照", Meaning.OTHER_WISH, None),
        ("premises", "有什么区别", Meaning.ASKS_FOR_HELP, None),
        ("premises", "今天天气好", Meaning.NOT_FOR_ME, None),
        ("items", "变更", Meaning.PICKS, "b"),
        ("items", "3", Meaning.UNSURE, "unsure"),
        ("items", "食品经营许可(变更),要带些啥子", Meaning.PICKS, "b"),
        ("items", "食品经营许可(注销),要带些啥子", Meaning.NOT_FOR_ME, None),
        ("items", "都不是", Meaning.NONE_OF_THESE, None),
        ("departments", "民政", Meaning.PICKS, "v1"),
        ("departments", "我想给我家的狗办一个养犬证，公安管吗", Meaning.NOT_FOR_ME, None),
        ("next", "流程", Meaning.PICKS, "v2"),
        ("confirm", "好的", Meaning.PICKS, "yes"),
        ("confirm", "先不", Meaning.PICKS, "no"),
        ("contact", "好的", Meaning.NOT_FOR_ME, None),
        ("case", "261123000017 [尾号]", Meaning.NAMES_CASE, None),
        ("case", "编号丢了", Meaning.NAMES_CASE, None),
        ("case", "好的", Meaning.NOT_FOR_ME, None),
        ("appointment", "2", Meaning.PICKS, "2026-11-25"),
        ("appointment", "12月1号", Meaning.ANSWERS, None),
        ("rating", "满意", Meaning.PICKS, "v1"),
        ("rating", "不知道", Meaning.ASKS_FOR_HELP, "unsure"),
        ("rating_reason", "态度不好", Meaning.OWN_WORDS, "v0"),
        ("rating_reason", "窗口让我跑了三趟", Meaning.OWN_WORDS, None),
        ("complaint", "我不投诉了谁来管", Meaning.OWN_WORDS, None),
        ("complaint", "不投诉了。", Meaning.OWN_WORDS, "no"),
        ("complaint", "1", Meaning.PICKS, "no"),
        ("complaint", "261123000017 [尾号]", Meaning.NOT_FOR_ME, None),
    ],
)
def test_meaning_and_value(pending: str, text: str, meaning: Meaning, value: str | None) -> None:
    assert read(pending, text) == Reading(meaning=meaning, value=value)


def test_not_to_know_picks_nothing() -> None:
    assert read("rating", "不知道").picked is None
    assert read("rating", "满意").picked == "v1"


def test_a_question_about_the_item_answers_nothing() -> None:
    assert read("premises", "租的要带什么材料", "ask_materials").meaning is Meaning.NOT_FOR_ME


def test_a_correction_is_known_by_the_classifier() -> None:
    assert read("cold", "不对，房子是我自己的", "correct_answer").meaning is Meaning.CORRECTS
    assert read("cold", "不对", "correct_answer") == Reading(meaning=Meaning.PICKS, value="no")


def test_own_words_end_where_a_human_is_asked_for() -> None:
    assert read("complaint", "转人工", "handover").meaning is Meaning.NOT_FOR_ME
