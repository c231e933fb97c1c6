"""The parts of the customer service put together, on those of the official account."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.routing import Route

from bot.channels.wechat.assembly import Surroundings
from bot.channels.wechat.links import PageLinks
from bot.channels.wechat.store import WeChatStore
from bot.channels.wecom.channel import CHANNEL, WeComChannel
from bot.channels.wecom.routes import wecom_routes
from bot.channels.wecom.server import Server
from bot.channels.wecom.settings import WeComSettings
from bot.conversation import dialogue_of


@dataclass(frozen=True)
class WeCom:
    """A customer service that is open."""

    channel: WeComChannel
    store: WeChatStore
    server: Server
    routes: list[Route]

    async def close(self) -> None:
        """Finish what is under way, and close the connections."""
        await self.channel.close()
        await self.server.close()
        self.store.close()


def open_wecom(settings: WeComSettings, around: Surroundings) -> WeCom:
    """Open a customer service that is set up."""
    store = WeChatStore(
        around.database,
        around.secrets,
        lambda follower, generation: around.tokens.of(f"{follower}/{generation}"),
        lambda conversation: around.conversation_digest(dialogue_of(conversation, CHANNEL)),
    )
    server = Server(settings, store.tokens, around.transport, around.clock)
    # No links: their tickets open conversations of the official account.
    links = PageLinks("", around.secrets.digest("wecom", "links"), oauth=False)
    channel = WeComChannel(around.conversation, around.transcript, store, links, server, around.clock)
    return WeCom(channel, store, server, wecom_routes(settings, channel, around.clock))
