"""A message whose process was killed: what the dialogue had not taken is done now, what it had taken is only told again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from bot.channels import once
from bot.channels.once import AGAIN, Once
from bot.channels.transcript import Transcript
from bot.conversation import Conversation
from tests.bot.channels.conversing import Counting
from tests.bot.tables import with_tables

pytestmark = pytest.mark.anyio

SAID = "提交，我的电话13800001234"


@pytest.fixture
def transcript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Transcript]:
    monkeypatch.setattr(once, "WAIT_S", 0.2)
    kept = Transcript(with_tables(f"sqlite:///{tmp_path / 'dialogues.db'}"), "key")
    yield kept
    kept.close()


def process(dialogue: Counting, transcript: Transcript) -> Once:
    """A process that begins now."""
    return Once(cast(Conversation, dialogue), transcript, "wechat")


async def test_what_the_dialogue_had_not_taken_is_done_now_and_once(transcript: Transcript) -> None:
    await transcript.begin("c", "m-1", SAID)
    dialogue = Counting()
    new = process(dialogue, transcript)
    answers = [await new.take("c", "m-1", SAID) for _ in range(2)]
    assert dialogue.heard == [SAID]
    assert [one.messages for one in answers] == [[{"text": "第1句"}]] * 2


async def test_what_it_had_taken_is_not_done_again(transcript: Transcript) -> None:
    await transcript.begin("c", "m-1", SAID)
    dialogue = Counting()
    dialogue.taken.add("m-1")
    answer = await process(dialogue, transcript).take("c", "m-1", SAID)
    assert dialogue.heard == [AGAIN]
    assert answer.messages is not None and "已经收到" in answer.messages[0]["text"]
    assert "13800001234" not in answer.said


async def test_what_another_process_is_at_is_not_done_again(transcript: Transcript) -> None:
    dialogue = Counting()
    beside = process(dialogue, transcript)
    await transcript.begin("c", "m-1", SAID)
    answer = await beside.take("c", "m-1", SAID)
    assert dialogue.heard == []
    assert answer.messages is not None and "继续" in answer.messages[0]["text"]
