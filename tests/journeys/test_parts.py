"""On the page's channel every reply comes with its parts, from which text and buttons are made; Rasa's channel has only these."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from actions.reply.parts import Reply
from bot.channels.schemas import ShownExchange
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

WAY = (
    "我想开个小饭馆，要办啥",
    "只办食品经营许可（新办）",
    "要多少钱啊",
    "不知道啊",
    "1",
    "谢谢",
    "2",
    "1",
    "1",
    "1",
    "预约",
    "不约了",
    "材料都齐了",
    "转人工",
)


class Page:
    """One conversation of the page."""

    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self._http = http
        self._token = token
        self._said = 0

    async def say(self, text: str) -> dict[str, Any]:
        """Say something; the exchange."""
        self._said += 1
        return await self.post("messages", id=f"message-{self._said}", text=text)

    async def post(self, what: str, **body: str) -> dict[str, Any]:
        response = await self._http.post(f"/chat/{what}", json={"conversation": self._token, **body})
        assert response.status_code == 200, response.text
        told: dict[str, Any] = response.json()
        return told


@pytest.fixture
async def page(http: httpx.AsyncClient) -> Page:
    return Page(http, (await http.post("/chat/conversations")).json()["conversation"])


async def test_text_and_buttons_are_made_of_the_parts(page: Page) -> None:
    for line in WAY:
        for message in ShownExchange.model_validate(await page.say(line)).messages:
            assert message.reply is not None, line
            reply = Reply(blocks=message.reply.blocks, options=message.reply.options)
            assert reply.text == message.text
            assert reply.buttons == [button.model_dump() for button in message.buttons]


async def test_the_parts_are_there_again_after_a_reload(page: Page) -> None:
    said = [await page.say(line) for line in WAY[:4]]
    assert (await page.post("history"))["exchanges"] == said


@pytest.mark.parametrize("text", ["", "！！！"])
async def test_a_refusal_has_parts_too(page: Page, text: str) -> None:
    message = (await page.say(text))["messages"][0]
    assert message["reply"]["blocks"][0]["text"] == message["text"]


async def test_a_client_of_rasa_gets_what_rasa_has(talk: Talk) -> None:
    for line in (*WAY[:5], ""):
        await talk.say(line)
        for message in talk.messages:
            assert message.keys() <= {"recipient_id", "text", "buttons", "custom"}
