"""A dear act that is not surely meant: asked about, and done only on a yes."""

from __future__ import annotations

import pytest

from actions.cases.doubt import SettleDoubt, action_named, ask_act
from actions.dialogue.person import Handover
from actions.pending.doubt import Doubt
from actions.pending.memory import pending_in
from actions.pending.model import Meaning, Reading
from actions.pending.utterance import Utterance
from actions.turn import Turn
from tests.actions.reading.open_questions import PENDING
from tests.actions.turns import pending_next, turn_of

pytestmark = pytest.mark.anyio


def asked(monkeypatch: pytest.MonkeyPatch, other: str | None, value: str | None) -> tuple[Turn, Doubt]:
    turn = turn_of(monkeypatch, "找个人去跑", PENDING["premises"])
    ask_act(turn, "action_handover", other, value)
    doubt = pending_in(pending_next(turn))
    assert isinstance(doubt, Doubt)
    return turn, doubt


def test_both_meanings_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    turn, doubt = asked(monkeypatch, "action_answer", "leased")
    label = next(option.label for option in PENDING["premises"].options if option.value == "leased")
    assert f"您是要找工作人员，还是{label}？" in turn.reply().text
    assert [option.label for option in doubt.options] == ["找工作人员", label]
    assert doubt.said == "找个人去跑" and pending_in(doubt.before) == PENDING["premises"]


def test_without_another_meaning_it_is_a_plain_yes_or_no(monkeypatch: pytest.MonkeyPatch) -> None:
    turn, doubt = asked(monkeypatch, None, None)
    assert "您是要找工作人员吗？" in turn.reply().text
    assert doubt.other is None


async def test_a_yes_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _, doubt = asked(monkeypatch, None, None)
    turn = turn_of(monkeypatch, "是", doubt)
    turn.reading = doubt.read(Utterance("是"))
    await SettleDoubt().act(turn)
    assert "请拨打0000-8600-1000找工作人员" in turn.reply().text
    assert pending_in(pending_next(turn)) == PENDING["premises"]


async def test_a_no_leaves_everything_and_asks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    _, doubt = asked(monkeypatch, None, None)
    turn = turn_of(monkeypatch, "不是", doubt)
    turn.reading = Reading(meaning=Meaning.PICKS, value="neither")
    await SettleDoubt().act(turn)
    text = turn.reply().text
    assert "什么都没有改" in text and "人工电话" not in text
    assert pending_in(pending_next(turn)) == PENDING["premises"]


async def test_the_other_meaning_is_taken_as_if_it_had_been_said(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[str, Reading]] = []

    async def act(self: Handover, turn: Turn) -> None:
        taken.append((turn.text, turn.reading))

    _, doubt = asked(monkeypatch, "action_answer", "leased")
    monkeypatch.setattr(type(action_named("action_answer")), "act", act)
    turn = turn_of(monkeypatch, "后一个", doubt)
    turn.reading = Reading(meaning=Meaning.PICKS, value="other")
    await SettleDoubt().act(turn)
    assert taken == [("找个人去跑", Reading(meaning=Meaning.PICKS, value="leased"))]


async def test_rubbish_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _, doubt = asked(monkeypatch, None, None)
    turn = turn_of(monkeypatch, "呜啦啦", doubt)
    await SettleDoubt().act(turn)
    assert pending_in(pending_next(turn)) == doubt
    assert "免得做错" in turn.reply().text


def test_no_action_of_that_name() -> None:
    with pytest.raises(LookupError):
        action_named("action_explode")
