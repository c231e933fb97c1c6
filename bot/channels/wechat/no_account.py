"""The callback where no account is set up."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.wire import BadMessage, problem

CALLBACK = "/webhooks/wechat"


def no_account_routes() -> list[Route]:
    """Where no account is set up there is nothing."""

    async def nothing(request: Request) -> Response:
        return problem(
            BadMessage("no_account", "这里没有接入微信公众号。运行 intake doctor 看怎么设置。", 404)
        )

    return [Route(CALLBACK, nothing, methods=["GET", "POST"])]
