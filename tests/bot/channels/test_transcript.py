"""What the page shows again: kept without names, in order, once; deleted when it is to be."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.transcript import SHOWN, Transcript
from tests.bot.tables import with_tables

pytestmark = pytest.mark.anyio


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "dialogues.db"


@pytest.fixture
def transcript(file: Path) -> Iterator[Transcript]:
    opened = Transcript(with_tables(f"sqlite:///{file}"), "key")
    yield opened
    opened.close()


async def told(transcript: Transcript, conversation: str, message: str, text: str = "你好") -> None:
    assert await transcript.begin(conversation, message, text) is None
    await transcript.finish(
        conversation, message, text, [{"recipient_id": conversation, "text": f"答{message}"}]
    )


class TestTranscript:
    async def test_gives_back_what_was_said_in_order(self, transcript: Transcript) -> None:
        for number in range(3):
            await told(transcript, "one", f"m{number}", f"第{number}句")
        assert [entry.said for entry in await transcript.recent("one")] == ["第0句", "第1句", "第2句"]

    async def test_another_conversation_sees_none_of_it(self, transcript: Transcript) -> None:
        await told(transcript, "one", "m1")
        assert await transcript.recent("two") == []

    async def test_the_last_ones_are_shown(self, transcript: Transcript) -> None:
        for number in range(SHOWN + 5):
            await told(transcript, "one", f"m{number}")
        assert (await transcript.recent("one"))[0].id == "m5"

    async def test_a_message_under_way_is_not_shown(self, transcript: Transcript) -> None:
        await transcript.begin("one", "m1", "你好")
        assert await transcript.recent("one") == []

    async def test_the_second_beginning_finds_the_first(self, transcript: Transcript) -> None:
        await told(transcript, "one", "m1")
        earlier = await transcript.begin("one", "m1", "你好")
        assert earlier is not None and earlier.messages == [{"text": "答m1"}]

    async def test_names_of_conversations_are_not_in_the_file(
        self, transcript: Transcript, file: Path
    ) -> None:
        await told(transcript, "secret-name-of-one", "m1")
        await transcript.link("K7PM-2XQ9", "secret-name-of-one", "intake-id")
        transcript.close()
        kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
        for secret in (b"secret-name-of-one", b"K7PM-2XQ9", b"intake-id"):
            assert secret not in kept

    async def test_forgets_what_is_old(self, transcript: Transcript) -> None:
        await told(transcript, "one", "m1")
        assert await transcript.forget(time.time() - 60) == 0
        assert await transcript.forget(time.time() + 60) == 1

    async def test_forgets_one_conversation(self, transcript: Transcript) -> None:
        await told(transcript, "one", "m1")
        await told(transcript, "two", "m1")
        assert await transcript.forget_conversation("one") == 1
        assert len(await transcript.recent("two")) == 1


class TestCarryOver:
    async def test_earlier_talk_stands_before_what_was_said_here(self, transcript: Transcript) -> None:
        await told(transcript, "phone", "m1", "在手机上")
        await transcript.link("CODE", "phone", "intake")
        await told(transcript, "desk", "m2", "在电脑上")
        assert await transcript.carry_over("CODE", "intake", "desk")
        assert [entry.said for entry in await transcript.recent("desk")] == ["在手机上", "在电脑上"]

    @pytest.mark.parametrize(("code", "intake"), [("OTHER", "intake"), ("CODE", "another intake")])
    async def test_needs_the_code_and_the_intake_it_stands_for(
        self, transcript: Transcript, code: str, intake: str
    ) -> None:
        await told(transcript, "phone", "m1")
        await transcript.link("CODE", "phone", "intake")
        assert not await transcript.carry_over(code, intake, "desk")
        assert await transcript.recent("desk") == []

    async def test_works_once(self, transcript: Transcript) -> None:
        await told(transcript, "phone", "m1")
        await transcript.link("CODE", "phone", "intake")
        assert await transcript.carry_over("CODE", "intake", "desk")
        assert not await transcript.carry_over("CODE", "intake", "third")
