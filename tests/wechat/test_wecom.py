"""企业微信 customer service on the parts of the official account: fetched in order, answered once, nothing lost."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any, cast

import httpx
import pytest
from starlette.applications import Starlette

from api.platform.security import Vault
from bot.channels.tokens import ConversationTokens
from bot.channels.wechat.assembly import Surroundings
from bot.channels.wechat.envelope import Cipher, encrypted_of, signature
from bot.channels.wecom.assembly import WeCom, open_wecom
from bot.channels.wecom.settings import WeComSettings
from bot.conversation import Conversation
from tests.wechat.conftest import Setup
from tests.wechat.standin import AES_KEY, TOKEN, xml_of

pytestmark = pytest.mark.anyio

CORP, KF = "ww0123456789abcdef", "wk0123456789"


class Server:
    """企业微信's server: keeps what came, gives it out after a cursor, and shows what is sent; a name is sent once."""

    def __init__(self) -> None:
        self.came: list[dict[str, Any]] = []
        self.sent: dict[str, dict[str, Any]] = {}
        self.refuse = 0

    def write(self, user: str, text: str, **how: Any) -> None:
        message = {"msgid": f"m{len(self.came)}", "open_kfid": KF, "external_userid": user, "origin": 3}
        self.came.append({**message, "msgtype": "text", "text": {"content": text}, **how})

    def answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content) if request.content else {}
        if request.url.path.endswith("gettoken"):
            return httpx.Response(
                200, json={"errcode": 0, "access_token": f"t{self.refuse}", "expires_in": 7200}
            )
        if self.refuse:
            self.refuse -= 1
            return httpx.Response(200, json={"errcode": 42001})
        if request.url.path.endswith("sync_msg"):
            start = int(body["cursor"] or 0)
            some = self.came[start : start + 2]
            more = start + 2 < len(self.came)
            return httpx.Response(
                200, json={"msg_list": some, "next_cursor": str(start + len(some)), "has_more": more}
            )
        self.sent.setdefault(body["msgid"], body)
        return httpx.Response(200, json={"errcode": 0})


class Kf:
    def __init__(self, setup: Setup, server: Server) -> None:
        self.setup, self.server = setup, server
        settings = WeComSettings(corp_id=CORP, secret="s", token=TOKEN, aes_key=AES_KEY)  # type: ignore[arg-type]
        around = Surroundings(
            cast(Conversation, setup.dialogue),
            setup.client,
            setup.transcript,
            Vault("k" * 32),
            lambda name: name,
            ConversationTokens("kf"),
            setup.url,
            transport=httpx.MockTransport(server.answer),
            clock=setup.clock,
        )
        self.opened: WeCom = open_wecom(settings, around)
        app = Starlette(routes=self.opened.routes)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://kf")

    async def ring(self, **query: str) -> httpx.Response:
        """The callback: something came."""
        at = str(int(self.setup.clock()))
        event = {"MsgType": "event", "Event": "kf_msg_or_event", "Token": "ring", "OpenKfId": KF}
        sealed = Cipher(CORP, TOKEN, AES_KEY).seal(xml_of(event), at, "1")
        signed = signature(TOKEN, at, "1", encrypted_of(sealed))
        asked = {"timestamp": at, "nonce": "1", "msg_signature": signed, **query}
        response = await self.http.post("/webhooks/wecom", params=asked, content=sealed)
        await self.opened.channel.close()
        return response

    @property
    def said(self) -> list[str]:
        return [one["text"]["content"] for one in self.server.sent.values()]


@pytest.fixture
async def kf(setup: Setup) -> AsyncIterator[Kf]:
    made = Kf(setup, Server())
    yield made
    await made.opened.close()
    await made.http.aclose()


class TestCustomerService:
    async def test_everything_that_came_is_answered_once_in_order(self, kf: Kf) -> None:
        for number in range(5):
            kf.server.write("u-1", f"第{number}件")
        for _ in range(3):
            assert (await kf.ring()).text == "success"
        assert kf.setup.dialogue.heard == [f"第{number}件" for number in range(5)]
        assert kf.said == [f"第{number + 1}句：第{number}件" for number in range(5)]

    async def test_a_process_that_begins_anew_goes_on_behind_the_cursor(self, kf: Kf) -> None:
        kf.server.write("u-1", "一")
        await kf.ring()
        again = Kf(kf.setup, kf.server)
        kf.server.write("u-1", "二")
        await again.ring()
        assert kf.setup.dialogue.heard == ["一", "二"]
        await again.opened.close()
        await again.http.aclose()

    async def test_what_officers_and_the_system_write_is_not_answered(self, kf: Kf) -> None:
        kf.server.write("u-1", "我来接待", origin=5)
        kf.server.write("u-1", "", msgtype="image")
        await kf.ring()
        assert kf.setup.dialogue.heard == [] and len(kf.said) == 1

    async def test_a_refused_token_is_fetched_again(self, kf: Kf) -> None:
        kf.server.write("u-1", "一")
        kf.server.refuse = 1
        await kf.ring()
        assert kf.said == ["第1句：一"]

    async def test_a_forged_ring_fetches_nothing(self, kf: Kf) -> None:
        kf.server.write("u-1", "一")
        assert (await kf.ring(msg_signature="0" * 40)).status_code == 403
        assert kf.setup.dialogue.heard == []
