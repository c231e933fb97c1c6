"""When the words alone settle what a message means, so that nobody is asked what it may be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from actions import respond
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide, is_settled
from tests.actions.reading.open_questions import remembered
from tests.actions.turns import turn_of

CONTACT = remembered({"kind": "contact", "options": []})


class _AskedError(Exception):
    pass


async def _refuses(*words: Any, **more: Any) -> Any:
    raise _AskedError


class TestSettled:
    @pytest.mark.parametrize(
        ("text", "intent", "pending"),
        [
            ("谢谢", "thanks", None),
            ("我叫[姓名]，身份证[身份证号]，手机[手机号]", "give_contact", CONTACT),
            ("261128000077 尾号[尾号]", "find_item", None),
        ],
    )
    def test_by_its_words(self, text: str, intent: str, pending: Any) -> None:
        said = Utterance(text, intent, 0.99)
        assert is_settled(decide(said, Context(pending)), said)

    @pytest.mark.parametrize(
        ("text", "intent"),
        [
            ("身份证丢了", "find_item"),
            ("谢谢，那身份证丢了呢", "thanks"),
            ("老房子漏雨快塌了，想重新起两层", "out_of_scope"),
            ("我上礼拜交的材料批下来没", "ask_status"),
            ("我弄错了，我是要办延续", "correct_answer"),
        ],
    )
    def test_not_by_the_classifier_alone(self, text: str, intent: str) -> None:
        said = Utterance(text, intent, 1.0)
        assert not is_settled(decide(said, Context()), said)


class TestRead:
    def test_what_is_settled_asks_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        turn = turn_of(monkeypatch, "谢谢", understand=_refuses)
        turn.intent, turn.confidence = "thanks", 1.0
        assert asyncio.run(respond.read(turn)).action == "action_thanks"

    def test_what_is_not_does(self, monkeypatch: pytest.MonkeyPatch) -> None:
        turn = turn_of(monkeypatch, "身份证丢了", understand=_refuses)
        with pytest.raises(_AskedError):
            asyncio.run(respond.read(turn))
