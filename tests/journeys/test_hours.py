"""那周末呢: what is asked in context after opening hours, wherever those were said."""

from __future__ import annotations

import pytest

from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


class TestWeekend:
    async def test_after_the_answer_of_the_library(self, talk: Talk) -> None:
        assert "9:00-12:00" in await talk.say("你们几点上班")
        assert "没有列出的日子不开放" in await talk.say("那周末呢")

    async def test_after_the_sentence_on_the_centre(self, talk: Talk) -> None:
        assert "开放时间" in await talk.say("开放时间")
        assert "没有列出的日子不开放" in await talk.say("那周末呢")
        assert "法定节假日不开放" in await talk.say("那节假日呢")

    async def test_in_the_middle_of_an_affair_and_of_its_window(self, talk: Talk) -> None:
        await talk.say("驾驶证到期了要换")
        assert "星期一至星期六" in await talk.say("几点开门")
        weekend = await talk.say("那周末呢")
        assert "星期一至星期六" in weekend
        assert "没有列出的日子不开放" in weekend
        assert "接着刚才的问题" in weekend

    async def test_a_new_wish_is_not_taken_for_it(self, talk: Talk) -> None:
        await talk.say("你们几点上班")
        assert "居民身份证" in await talk.say("身份证丢了要补")
