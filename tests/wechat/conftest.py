"""An account beside a counting dialogue, and the platform that calls it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from starlette.applications import Starlette

from actions.client.api_client import ApiClient
from api.platform.security import Vault
from bot.channels.tokens import ConversationTokens
from bot.channels.transcript import Transcript
from bot.channels.wechat.account import Account
from bot.channels.wechat.assembly import Surroundings, WeChat, open_wechat
from bot.channels.wechat.settings import WeChatSettings
from bot.conversation import Conversation
from tests.bot.tables import with_tables
from tests.wechat.standin import AES_KEY, APP_ID, SECRET, TOKEN, Clock
from tests.wechat.standin import WeChat as Standin
from tests.wechat.talking import Dialogue


class Setup:
    """One account, opened as often as a test has processes."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.url, self.clock = url, clock
        self.dialogue = Dialogue()
        self.app = Starlette()
        self.platform = Standin(self.app, clock)
        self.settings: dict[str, Any] = {
            "app_id": APP_ID,
            "token": TOKEN,
            "aes_key": AES_KEY,
            "secret": SECRET,
        }
        self.account = Account()
        self.public_url = "https://centre.example"
        self.opened: list[WeChat] = []
        self.transcript = Transcript(url, "key")
        self.client: ApiClient = ApiClient.in_process(Starlette())

    def open(self, app: Starlette | None = None) -> WeChat:
        """A process of the account; its routes answer at ``app``."""
        around = Surroundings(
            conversation=cast(Conversation, self.dialogue),
            client=self.client,
            transcript=self.transcript,
            secrets=Vault("k" * 32),
            conversation_digest=lambda name: Vault("k" * 32).digest("conversation", name),
            tokens=ConversationTokens("key"),
            database=self.url,
            public_url=self.public_url,
            api_token="api-token",
            transport=self.platform.transport,
            clock=self.clock,
            patience=self.dialogue.is_stuck,
        )
        one = open_wechat(WeChatSettings(**self.settings), self.account, around)
        (app or self.app).router.routes[:] = one.routes
        self.opened.append(one)
        return one


@pytest.fixture
async def setup(tmp_path: Path) -> AsyncIterator[Setup]:
    made = Setup(with_tables(f"sqlite:///{tmp_path / 'dialogues.db'}"), Clock())
    yield made
    for one in made.opened:
        await one.close()
    made.transcript.close()
    await made.platform.callback.aclose()


@pytest.fixture
def wechat(setup: Setup) -> Standin:
    """The platform, with the account open."""
    setup.open()
    return setup.platform


def second(setup: Setup) -> Standin:
    """The platform as it calls another process of the same account."""
    app = Starlette()
    setup.open(app)
    setup.platform.callback = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://two")
    return setup.platform
