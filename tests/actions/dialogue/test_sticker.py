"""Without words nothing is agreed to and nothing wished."""

from __future__ import annotations

import itertools

import pytest

from actions.dialogue.sticker import TakeSticker
from actions.pending.heard import Heard
from actions.pending.memory import pending_in
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide
from tests.actions.reading.open_questions import PENDING
from tests.actions.turns import heard_next, pending_next, turn_of

pytestmark = pytest.mark.anyio

SENT = ["[微笑]", "[强]", "[OK]", "[图片]", "[动画表情]", "[语音]", "👍", "？", "。。。"]


@pytest.mark.parametrize("pending", [None, *sorted(PENDING)])
@pytest.mark.parametrize("text", SENT)
def test_it_is_heard_wherever_it_comes(pending: str | None, text: str) -> None:
    context = Context(PENDING[pending] if pending else None)
    for intent in (None, "affirm", "find_item", "submit", "withdraw"):
        assert decide(Utterance(text, intent, 0.99), context).action == "action_sticker"


@pytest.mark.parametrize(
    ("text", "words"),
    [("[图片]", "看不了"), ("[语音]", "请打字"), ("[红包]", "不收钱"), ("[微笑]", "看到您的表情")],
)
async def test_what_can_be_done_with_it(monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    turn = turn_of(monkeypatch, text, PENDING["confirm"])
    await TakeSticker().act(turn)
    assert words in turn.reply().text and "提交申请吗" in turn.reply().text
    assert pending_in(pending_next(turn)) == PENDING["confirm"]


async def test_ten_pictures_get_no_two_equal_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    heard, said = Heard(), []
    for _ in range(10):
        turn = turn_of(monkeypatch, "[图片]", PENDING["premises"], heard)
        await TakeSticker().act(turn)
        heard = heard_next(turn)
        said.append(turn.reply().text)
    assert all(first != second for first, second in itertools.pairwise(said))
