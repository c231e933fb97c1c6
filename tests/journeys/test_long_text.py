"""A text too long to be looked at in full is cut, answered, and the applicant told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.reply.wording import say
from bot.conversation import MOST_CHARACTERS
from intake.people import people
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

WISH = "我要办食品经营许可（新办）。"


class TestLongText:
    async def test_is_answered_with_a_notice(self, talk: Talk) -> None:
        reply = await talk.say(WISH + "事情是这样的，说来话长，" * 420)
        assert reply.count(say("cut")) == 1
        assert "食品经营许可" in reply

    async def test_a_sentence_gets_no_notice(self, talk: Talk) -> None:
        assert say("cut") not in await talk.say(WISH)

    async def test_a_number_at_the_edge_is_not_torn_and_kept(self, talk: Talk, data_folder: Path) -> None:
        (one,) = people(1, seed=5)
        beginning = (WISH + "说来话长，" * 300)[: MOST_CHARACTERS - 10] + "，"
        await talk.say(beginning + one.id_number + "，就这些")
        stored = b"".join(path.read_bytes() for path in data_folder.rglob("*") if path.is_file())
        assert one.id_number[:8].encode() not in stored
