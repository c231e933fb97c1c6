"""The site: the apps that run in this process behind one port, opened and closed together."""

from __future__ import annotations

import asyncio
import gc
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from actions.client import api_client as actions_client
from actions.client.api_client import ApiClient
from api.platform.clock import Clock, centre_time
from api.platform.security import open_vault
from api.platform.settings import Settings
from bot.channels.wechat.settings import WeChatSettings
from bot.channels.wecom.settings import WeComSettings
from intake import contract
from intake.answers import Answers
from intake.datafolder import DataFolder
from intake.documentation.routes import documentation_routes
from intake.layout import dialogue_url
from intake.pages import chat_routes, desk_routes
from intake.retention import Forgetful, forgetting
from intake.settings import Role, SiteSettings

if TYPE_CHECKING:
    import httpx
    from fastapi import FastAPI

    from api.published.load import Loading
    from api.services import Services
    from bot.channels.tokens import ConversationTokens
    from bot.channels.transcript import Transcript
    from bot.channels.web import WebChannel
    from bot.channels.wechat.assembly import Surroundings, WeChat
    from bot.conversation import Conversation
    from bot.engine import Engine


class Site:
    """An ASGI app; its lifespan opens the parts that the role asks for.

    Attributes:
        conversation: Takes messages to the dialogue; only while the site is open, and not in the role ``api``.
        wechat: The official account, where one is set up; only while the site is open.
        failure: What kept the site from opening.
    """

    def __init__(
        self,
        folder: DataFolder,
        api: Settings,
        site: SiteSettings,
        role: Role = Role.ALL,
        model: Path | None = None,
        clock: Clock = centre_time,
        loading: Loading | None = None,
        wechat: WeChatSettings | None = None,
        wechat_transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._folder = folder
        self._api_settings = api
        self._settings = site
        self._role = role
        self._model = model
        self._clock = clock
        self._loading = loading
        self._wechat_settings = wechat or WeChatSettings()
        self._wechat_transport = wechat_transport
        self._wecom_settings = WeComSettings()
        self._wecom_routes: list[Route] = []
        # Where one process is all there is, nobody else needs to know the token.
        own = secrets.token_urlsafe(32) if role is Role.ALL else ""
        self._token = site.api_token.get_secret_value() or own
        self._app: ASGIApp | None = None
        self._engine: Engine | None = None
        self._web: WebChannel | None = None
        self.wechat: WeChat | None = None
        self._services: Services | None = None
        self.conversation: Conversation | None = None
        self.failure: Exception | None = None

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Site]:
        """The site with everything loaded; closed at the end, the last opened first."""
        async with AsyncExitStack() as stack:
            api = await self._open_api(stack) if self._role.has_api else None
            client = self._client(api)
            stack.push_async_callback(client.close)
            if self._role.has_bot:
                await self._open_bot(stack, client)
            self._app = self._routes(api)
            _settle_memory()
            yield self

    def end_streams(self) -> None:
        """Have what is sent for as long as somebody listens come to its end."""
        if self._services is not None:
            self._services.live.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif self._app is not None:
            await self._app(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        opening = self.opened()
        try:
            await opening.__aenter__()
        except Exception as error:  # said by the command that started the site
            self.failure = error
            await send({"type": "lifespan.startup.failed", "message": ""})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await opening.__aexit__(None, None, None)
        await send({"type": "lifespan.shutdown.complete"})

    async def _open_api(self, stack: AsyncExitStack) -> FastAPI:
        from api.app import create_app

        app = create_app(
            self._api_settings, channels_token=self._token, clock=self._clock, loading=self._loading
        )
        await stack.enter_async_context(app.router.lifespan_context(app))
        self._services = app.state.services
        return app

    def _client(self, api: ASGIApp | None) -> ApiClient:
        """The way from the dialogue to the api: within this process, or over the network where it runs elsewhere."""
        if api is not None and not self._settings.api_url:
            return ApiClient.in_process(api, self._token)
        return ApiClient.over_network(self._settings.api_url, self._token)

    async def _open_bot(self, stack: AsyncExitStack, client: ApiClient) -> None:
        from bot.channels.tokens import ConversationTokens
        from bot.conversation import Conversation
        from bot.engine import Engine
        from intake.rehearsing.stage import Stage

        assert self._model is not None
        actions_client.use(client)
        self._caller = client
        key = open_vault(self._api_settings).digest("dialogue", "store")
        self._engine = await Engine.load(
            self._model, dialogue_url(self._folder, self._api_settings), store_key=key
        )
        stack.callback(self._engine.close)
        self.conversation = Conversation(self._engine, client)
        if self._services is not None:
            stage = Stage(self._engine, self._services)
            stack.push_async_callback(stage.close)
            self._services.rehearse = stage.rehearse
        transcript = self._open_transcript(stack)
        followers = ConversationTokens(open_vault(self._api_settings).digest("wechat", "conversations"))
        self._web = self._open_web(client, transcript, followers)
        days: dict[Forgetful, int] = {
            self._engine.store: self._settings.dialogue_days,
            transcript: self._settings.transcript_days,
        }
        if self._wechat_settings.is_on:
            self.wechat = self._open_wechat(stack, client, transcript, followers)
            days[self.wechat.store] = self._settings.follower_days
        if self._wecom_settings.is_on:
            days[await self._open_wecom(stack, client, transcript)] = self._settings.follower_days
        stack.push_async_callback(_begun(days))

    def _open_transcript(self, stack: AsyncExitStack) -> Transcript:
        from bot.channels.transcript import Transcript

        key = open_vault(self._api_settings).digest("web", "transcript")
        transcript = Transcript(dialogue_url(self._folder, self._api_settings), key)
        stack.callback(transcript.close)
        return transcript

    def _open_wechat(
        self, stack: AsyncExitStack, client: ApiClient, transcript: Transcript, followers: ConversationTokens
    ) -> WeChat:
        from bot.channels.wechat.account import read_account
        from bot.channels.wechat.assembly import open_wechat

        around = self._surroundings(client, transcript, followers)
        opened = open_wechat(self._wechat_settings, read_account(self._api_settings.local_file), around)
        stack.push_async_callback(opened.close)
        if self._services is not None:
            self._services.couriers["wechat"] = opened.courier.take
        return opened

    async def _open_wecom(
        self, stack: AsyncExitStack, client: ApiClient, transcript: Transcript
    ) -> Forgetful:
        from bot.channels.tokens import ConversationTokens
        from bot.channels.wecom.assembly import open_wecom

        tokens = ConversationTokens(open_vault(self._api_settings).digest("wecom", "conversations"))
        opened = open_wecom(self._wecom_settings, self._surroundings(client, transcript, tokens))
        stack.push_async_callback(opened.close)
        self._wecom_routes = opened.routes
        return opened.store

    def _surroundings(
        self, client: ApiClient, transcript: Transcript, tokens: ConversationTokens
    ) -> Surroundings:
        """What an account of WeChat works with."""
        from bot.channels.wechat.assembly import Surroundings

        assert self.conversation is not None
        vault = open_vault(self._api_settings)
        return Surroundings(
            self.conversation,
            client,
            transcript,
            vault,
            lambda conversation: vault.digest("conversation", conversation),
            tokens,
            dialogue_url(self._folder, self._api_settings),
            self._api_settings.public_url,
            self._settings.api_token.get_secret_value(),
            self._wechat_transport,
        )

    def _open_web(
        self, client: ApiClient, transcript: Transcript, followers: ConversationTokens
    ) -> WebChannel:
        from bot.channels.tokens import ConversationTokens
        from bot.channels.web import WebChannel

        assert self.conversation is not None
        tokens = ConversationTokens(open_vault(self._api_settings).digest("web", "conversations"))
        return WebChannel(self.conversation, client, transcript, tokens, others={"wechat": followers})

    def _routes(self, api: FastAPI | None) -> ASGIApp:
        routes: list[Route | Mount] = [Route("/healthz", _alive)]
        if self.conversation is not None:
            from bot.channels.rest import rest_routes

            routes += rest_routes(
                self.conversation, self._caller, self._settings.rest_token.get_secret_value()
            )
        if self._web is not None:
            from bot.channels.web import web_routes

            signs = self.wechat is not None and self.wechat.platform is not None
            routes += [*self._account_routes(), *web_routes(self._web), *chat_routes(in_wechat=signs)]
        routes += documentation_routes(lambda: contract.document(self._role, api))
        if api is not None:
            routes += desk_routes()
            routes.append(Mount("/", app=api))
        else:
            routes.append(Route("/readyz", self._ready))
        return Answers(Starlette(routes=routes))

    def _account_routes(self) -> list[Route]:
        if self.wechat is not None:
            return [*self.wechat.routes, *self._wecom_routes]
        from bot.channels.wechat.no_account import no_account_routes

        return [*no_account_routes(), *self._wecom_routes]

    async def _ready(self, request: Request) -> Response:
        return JSONResponse({"status": "ready", "model": self._engine.model_name if self._engine else None})


def _begun(days: Mapping[Forgetful, int]) -> Callable[[], Awaitable[None]]:
    """Begin to delete old conversations; what is returned ends it, and waits for a deletion that is under way."""
    stopping = asyncio.Event()
    job = asyncio.create_task(forgetting(days, stopping))

    async def end() -> None:
        stopping.set()
        await job

    return end


def _settle_memory() -> None:
    """Take what was loaded for good out of the collector's sight.

    Catalogue, matchers and model are some million objects that never go; a full collection would walk them all while turns wait.
    """
    gc.collect()
    gc.freeze()


async def _alive(request: Request) -> Response:
    return JSONResponse({"status": "ok"})
