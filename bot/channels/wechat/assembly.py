"""The parts of one account put together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
from starlette.routing import Route

from actions.client.api_client import ApiClient
from bot.channels.tokens import ConversationTokens
from bot.channels.transcript import Transcript
from bot.channels.wechat.account import Account
from bot.channels.wechat.answers import CHANNEL, Answers
from bot.channels.wechat.channel import WeChatChannel
from bot.channels.wechat.courier import Courier
from bot.channels.wechat.entrance import Entrance
from bot.channels.wechat.envelope import load
from bot.channels.wechat.gate import Gate
from bot.channels.wechat.links import PageLinks
from bot.channels.wechat.memory.followers import Secrets
from bot.channels.wechat.photos import Photos
from bot.channels.wechat.places import Places
from bot.channels.wechat.platform.server import Platform
from bot.channels.wechat.progress import Progress
from bot.channels.wechat.routes import callback_routes, courier_routes, page_routes
from bot.channels.wechat.scenes import Scenes
from bot.channels.wechat.settings import WeChatSettings
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.subscriptions import Subscriptions
from bot.conversation import Conversation, dialogue_of


@dataclass(frozen=True)
class Surroundings:
    """What the account works with.

    Attributes:
        database: Address of the dialogues' database.
        conversation_digest: The name by which the api tells of a conversation.
        tokens: Make the names of the followers' conversations, and know them again in the page.
        public_url: Where the service is reached; empty where that is not set.
        api_token: By which an api that runs elsewhere shows who it is.
        transport: In the place of the network to WeChat's server.
        patience: Waits as long as WeChat does.
    """

    conversation: Conversation
    client: ApiClient
    transcript: Transcript
    secrets: Secrets
    conversation_digest: Callable[[str], str]
    tokens: ConversationTokens
    database: str
    public_url: str = ""
    api_token: str = ""
    transport: httpx.AsyncBaseTransport | None = None
    clock: Callable[[], float] = time.time
    patience: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True)
class WeChat:
    """An account that is open."""

    channel: WeChatChannel
    store: WeChatStore
    platform: Platform | None
    courier: Courier
    routes: list[Route]

    async def close(self) -> None:
        """Finish what is under way, and close the connections."""
        await self.channel.close()
        if self.platform is not None:
            await self.platform.close()
        self.store.close()


def open_wechat(settings: WeChatSettings, account: Account, around: Surroundings) -> WeChat:
    """Open an account that is set up."""
    load()
    store = WeChatStore(
        around.database,
        around.secrets,
        lambda follower, generation: around.tokens.of(f"{follower}/{generation}"),
        lambda conversation: around.conversation_digest(dialogue_of(conversation, CHANNEL)),
    )
    platform = Platform(settings, store.tokens, around.transport, around.clock) if settings.can_send else None
    links = PageLinks(around.public_url, around.secrets.digest("wechat", "links"), oauth=settings.oauth)
    answers = Answers(
        around.conversation,
        store,
        Photos(around.client, store, platform, CHANNEL),
        Places(around.client),
        Scenes(around.conversation, around.client, CHANNEL),
        Subscriptions(store, account),
    )
    channel = WeChatChannel(
        around.conversation,
        around.client,
        around.transcript,
        store,
        answers,
        links,
        platform,
        within_s=settings.answer_within_s,
        patience=around.patience,
        clock=around.clock,
    )
    progress = Progress(account, store, channel, links, platform, around.clock)
    courier = Courier(progress, channel, store, around.clock)
    key = around.secrets.digest("wechat", "entrance")
    entrance = Entrance(settings, account, store, links, platform, around.public_url, key, around.clock)
    routes = [
        *callback_routes(Gate(settings, store.nonces, around.clock), channel),
        *page_routes(entrance),
        *courier_routes(courier, around.api_token),
    ]
    return WeChat(channel, store, platform, courier, routes)
