"""The page's channel over HTTP: issued conversations, each message once, refusals that say what to do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.client.api_client import ApiClient
from bot.channels.pace import Pace
from bot.channels.tokens import ConversationTokens
from bot.channels.transcript import Transcript
from bot.channels.web import Paces, WebChannel, web_routes
from bot.conversation import Conversation
from tests.bot.channels.conversing import Counting
from tests.bot.tables import with_tables

pytestmark = pytest.mark.anyio


class Page:
    """The page's side of the channel."""

    def __init__(self, http: httpx.AsyncClient, dialogue: Counting, transcript: Transcript) -> None:
        self.http = http
        self.dialogue = dialogue
        self.transcript = transcript
        self.token = ""

    async def post(self, what: str, **body: Any) -> httpx.Response:
        return await self.http.post(f"/chat/{what}", json={"conversation": self.token, **body})

    async def say(self, text: str, message: str = "message-1") -> dict[str, Any]:
        response = await self.post("messages", id=message, text=text)
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer


async def _no_talks(_: Request) -> Response:
    return JSONResponse({"forgotten": 0})


@pytest.fixture
def paces() -> Paces:
    return Paces()


@pytest.fixture
async def page(tmp_path: Path, paces: Paces) -> AsyncIterator[Page]:
    dialogue = Counting()
    transcript = Transcript(with_tables(f"sqlite:///{tmp_path / 'dialogues.db'}"), "key")
    nowhere = ApiClient.in_process(
        Starlette(routes=[Route("/api/v1/talks/forget", _no_talks, methods=["POST"])])
    )
    tokens = ConversationTokens("key")
    channel = WebChannel(cast(Conversation, dialogue), nowhere, transcript, tokens, paces)
    app = httpx.ASGITransport(app=Starlette(routes=web_routes(channel)))
    async with httpx.AsyncClient(transport=app, base_url="http://site") as http:
        page = Page(http, dialogue, transcript)
        page.token = (await http.post("/chat/conversations")).json()["conversation"]
        yield page
    transcript.close()


class TestConversations:
    async def test_every_one_is_new(self, page: Page) -> None:
        assert (await page.http.post("/chat/conversations")).json()["conversation"] != page.token

    @pytest.mark.parametrize("what", ["messages", "history", "resume", "resume-code", "forget"])
    async def test_a_chosen_one_is_refused_everywhere(self, page: Page, what: str) -> None:
        page.token = "alice"
        response = await page.post(what, id="message-1", text="你好", code="K7PM-2XQ9")
        assert response.status_code == 404
        assert response.json()["code"] == "conversation_unknown"
        assert page.dialogue.heard == []

    async def test_no_token_in_any_answer_but_the_first(self, page: Page) -> None:
        answer = await page.say("你好")
        history = (await page.post("history")).text
        assert page.token not in str(answer) and page.token not in history


class TestMessages:
    async def test_an_answer_comes_with_what_was_said_without_personal_data(self, page: Page) -> None:
        answer = await page.say("我的电话13800001234")
        assert answer["said"] == "我的电话[手机号]"
        assert answer["messages"] == [{"text": "第1句"}]
        assert "13800001234" not in (await page.post("history")).text

    async def test_the_same_message_fifty_times_at_once_is_handled_once(self, page: Page) -> None:
        page.dialogue.delay = 0.05
        answers = await asyncio.gather(*(page.say("提交") for _ in range(50)))
        assert page.dialogue.heard == ["提交"]
        assert all(answer == answers[0] for answer in answers)

    async def test_a_retry_after_the_answer_gets_the_same_answer(self, page: Page) -> None:
        assert await page.say("提交") == await page.say("提交")
        assert len(page.dialogue.heard) == 1

    async def test_a_message_of_another_process_is_waited_for(self, page: Page) -> None:
        await page.transcript.begin(page.token, "message-1", "提交")
        saying = asyncio.create_task(page.say("提交"))
        await asyncio.sleep(0.1)
        await page.transcript.finish(page.token, "message-1", "提交", [{"text": "办好了"}])
        assert (await saying)["messages"] == [{"text": "办好了"}]

    async def test_the_same_name_for_another_text_is_refused(self, page: Page) -> None:
        await page.say("提交")
        response = await page.post("messages", id="message-1", text="不提交")
        assert response.status_code == 409 and response.json()["code"] == "message_id_reused"

    async def test_faults_are_named_together(self, page: Page) -> None:
        response = await page.post("messages", id="x", text=7)
        assert response.status_code == 422
        assert "id 应是" in response.json()["detail"] and "text 应是" in response.json()["detail"]

    @pytest.mark.parametrize(
        ("body", "code"), [(b"{", "not_json"), (b"[]", "not_json"), (b" " * 70_000, "too_large")]
    )
    async def test_bodies_that_are_no_message(self, page: Page, body: bytes, code: str) -> None:
        response = await page.http.post("/chat/messages", content=body)
        assert response.json()["code"] == code

    async def test_half_a_character_does_no_harm(self, page: Page) -> None:
        body = f'{{"conversation": "{page.token}", "id": "message-1", "text": "你好\\ud83d"}}'
        assert (await page.http.post("/chat/messages", content=body.encode())).status_code == 200


class TestHistory:
    async def test_is_there_again(self, page: Page) -> None:
        await page.say("一", "message-1")
        await page.say("二", "message-2")
        exchanges = (await page.post("history")).json()["exchanges"]
        assert [exchange["said"] for exchange in exchanges] == ["一", "二"]

    async def test_is_gone_after_forgetting(self, page: Page) -> None:
        await page.say("一")
        assert (await page.post("forget")).json() == {"forgotten": 1}
        assert (await page.post("history")).json() == {"exchanges": []}


class TestResume:
    async def test_a_code_of_another_shape_is_refused(self, page: Page) -> None:
        response = await page.post("resume", id="message-1", code="12")
        assert response.status_code == 422 and "K7PM-2XQ9" in response.json()["detail"]

    async def test_an_api_that_does_not_answer_is_said_to(self, page: Page) -> None:
        response = await page.post("resume-code")
        assert response.status_code == 503 and response.json()["code"] == "unreachable"


class TestPace:
    """More than anybody types is refused with the time to wait; time stands still in these tests."""

    @pytest.fixture
    def paces(self) -> Paces:
        return Paces(Pace(3, 60, lambda: 0.0), Pace(10, 60, lambda: 0.0))

    async def test_a_flood_in_one_conversation(self, page: Page) -> None:
        answers = [await page.post("messages", id=f"message-{number}", text="你好") for number in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[-1].json()["code"] == "too_fast"
        assert answers[-1].json()["detail"] == "发得太快了，请1秒后再发"
        assert answers[-1].headers["Retry-After"] == "1"
        assert page.dialogue.heard == ["你好"] * 3

    async def test_another_conversation_goes_on(self, page: Page) -> None:
        for number in range(4):
            await page.post("messages", id=f"message-{number}", text="你好")
        page.token = (await page.http.post("/chat/conversations")).json()["conversation"]
        assert (await page.say("你好"))["messages"]

    async def test_a_flood_from_one_address(self, page: Page) -> None:
        answers = [
            await page.http.post("/chat/conversations") for _ in range(10)
        ]  # and one by the page itself
        assert [answer.status_code for answer in answers] == [201] * 9 + [429]
