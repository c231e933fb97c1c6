"""An account that exists nowhere, and the server of WeChat that it calls."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.wechat.settings import WeChatSettings
from intake.bench.service import free_port
from intake.wechat.caller import Caller, invented_settings


@dataclass
class Account:
    """The account, and what was sent of its own accord.

    Attributes:
        sent: How many customer-service messages arrived.
    """

    settings: WeChatSettings
    caller: Caller
    sent: int = 0


def environment(account: Account) -> Mapping[str, str]:
    """With what the service is started."""
    settings = account.settings
    return {
        "INTAKE_WECHAT_APP_ID": settings.app_id,
        "INTAKE_WECHAT_TOKEN": settings.token.get_secret_value(),
        "INTAKE_WECHAT_AES_KEY": settings.aes_key.get_secret_value(),
        "INTAKE_WECHAT_SECRET": settings.secret.get_secret_value(),
        "INTAKE_WECHAT_API_URL": settings.api_url,
    }


@asynccontextmanager
async def open_platform() -> AsyncIterator[Account]:
    """WeChat's server on a free port of this machine."""
    port = free_port()
    settings = invented_settings(api_url=f"http://127.0.0.1:{port}")
    account = Account(settings, Caller(settings))

    async def token(request: Request) -> Response:
        return JSONResponse({"access_token": "bench", "expires_in": 7200})

    async def send(request: Request) -> Response:
        account.sent += 1
        return JSONResponse({"errcode": 0})

    app = Starlette(
        routes=[
            Route("/cgi-bin/stable_token", token, methods=["POST"]),
            Route("/cgi-bin/message/custom/send", send, methods=["POST"]),
        ]
    )
    server = uvicorn.Server(
        uvicorn.Config(app, "127.0.0.1", port, log_level="error", lifespan="off", ws="none")
    )
    serving = asyncio.create_task(server.serve())
    try:
        while not server.started and not serving.done():
            await asyncio.sleep(0.01)
        yield account
    finally:
        server.should_exit = True
        await serving
