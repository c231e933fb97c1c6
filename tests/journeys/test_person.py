"""A person in the talk, from 转人工 to the assistant that goes on: over the REST contract and on the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.platform.clock import Clock
from intake.datafolder import DataFolder
from knowledge.base.centre_time import CENTRE_ZONE
from tests.clocks import MONDAY
from tests.journeys.officers import Officer, officer_at
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


@pytest.fixture
async def officer(
    http: httpx.AsyncClient, installed: tuple[DataFolder, Path], clock: Clock
) -> AsyncIterator[Officer]:
    async with officer_at(http, installed[0], clock) as one:
        yield one


class TestOverRest:
    async def test_an_officer_takes_over_and_the_assistant_goes_on(
        self, talk: Talk, officer: Officer
    ) -> None:
        await talk.say("办食品经营许可（新办）")
        asked = await talk.say("转人工")
        assert "正在为您找工作人员" in asked and "0000-8600-1000" in asked
        assert talk.messages[0]["custom"]["state"] == "waiting"
        assert "费用" in await talk.say("要多少钱")
        number = await officer.waiting_talk()
        held = await officer.accept(number)
        said = [(line["speaker"], line["text"]) for line in held["lines"]]
        assert ("applicant", "要多少钱") in said and any(
            "费用" in text for who, text in said if who == "assistant"
        )
        assert "已经转给工作人员" in await talk.say("我电话13812345678，公摊算不算")
        await officer.say(number, "公摊不算。")
        relayed = await talk.say("好的，那第二个呢")
        assert relayed == "工作人员：公摊不算。" and talk.messages[0]["custom"]["kind"] == "talk"
        lines = (await officer.look(number))["lines"]
        assert "13812345678" not in str(lines) and "[手机号]" in str(lines)
        await officer.hand_back(number, "公摊不算面积。")
        gone_on = await talk.say("租的")
        assert "小结：公摊不算面积。" in gone_on and "面积" in gone_on.split("小结", 1)[1]
        polled = await talk._http.post("/webhooks/rest/talk", json={"sender": talk.sender, "after": 0})
        heard = [line["text"] for line in polled.json()["lines"]]
        assert polled.json()["state"] == "back" and len(heard) == 3 and heard[1] == "公摊不算。"

    async def test_not_waiting_any_more(self, talk: Talk, officer: Officer) -> None:
        await talk.say("转人工")
        number = await officer.waiting_talk()
        assert "不找工作人员了" in await talk.say("不等了")
        assert number not in [one["id"] for one in (await officer.queue())["waiting"]]

    async def test_a_danger_is_answered_also_while_an_officer_holds_the_talk(
        self, talk: Talk, officer: Officer
    ) -> None:
        await talk.say("转人工")
        await officer.accept(await officer.waiting_talk())
        assert "119" in await talk.say("我家着火了")

    async def test_only_the_phone_is_asked_for(self, talk: Talk, officer: Officer) -> None:
        before = len((await officer.queue())["waiting"])
        assert "回复「转人工」" in await talk.say("人工电话是多少")
        assert len((await officer.queue())["waiting"]) == before


class TestOnThePage:
    async def test_the_officer_sees_the_whole_talk_and_the_page_fetches_the_words(
        self, http: httpx.AsyncClient, officer: Officer
    ) -> None:
        token = (await http.post("/chat/conversations")).json()["conversation"]

        async def post(what: str, **body: object) -> dict[str, Any]:
            answer: dict[str, Any] = (
                await http.post(f"/chat/{what}", json={"conversation": token, **body})
            ).json()
            return answer

        await post("messages", id="message-1", text="办食品经营许可（新办）")
        await post("messages", id="message-2", text="转人工")
        number = await officer.waiting_talk()
        lines = (await officer.accept(number))["lines"]
        assert [line["speaker"] for line in lines] == ["applicant", "assistant"] * 2 + ["notice"]
        await officer.say(number, "您好，请说。")
        answer = await post("messages", id="message-3", text="公摊算不算")
        assert "已经转给工作人员" in str(answer) and "您好，请说" not in str(answer)
        news = await post("talk", after=0)
        assert news["state"] == "held" and "您好，请说。" in str(news["lines"])
        again = await post("talk", after=0)
        assert [line["id"] for line in again["lines"]] == [line["id"] for line in news["lines"]]
        assert (await post("talk", after=news["next"]))["lines"] == []
        assert (await http.post("/chat/talk", json={"conversation": token, "after": "x"})).status_code == 422
        await post("forget")
        assert (await post("talk", after=0))["state"] == "none"


class TestOutOfHours:
    @pytest.fixture(scope="class")
    def clock(self) -> Clock:
        evening = datetime(MONDAY.year, MONDAY.month, 27, 20, 0, tzinfo=CENTRE_ZONE)
        return lambda: evening

    async def test_a_call_back_is_agreed_on_and_the_talk_goes_on(self, talk: Talk, officer: Officer) -> None:
        await talk.say("办食品经营许可（新办）")
        closed = await talk.say("转人工")
        assert "请给我回电话" in closed and "11月30日" in closed
        assert "手机号" in await talk.say("请给我回电话")
        kept = await talk.say("13812345678")
        assert "HD20261127-" in kept and "13812345678" not in kept
        assert "最晚2026年11月30日" in kept and "自有还是租赁" in kept
        assert "面积" in await talk.say("租的")
        callbacks = (await officer.client.get("/desk/callbacks")).json()["callbacks"]
        assert callbacks[-1]["item"] == "食品经营许可（新办）" and callbacks[-1]["due_day"] == "2026-11-30"

    async def test_none_is_wanted(self, talk: Talk) -> None:
        await talk.say("请给我回电话")
        assert "不约回电" in await talk.say("不用回电了")
