"""Rasa's REST channel: ``POST /webhooks/rest/webhook {"sender","message"}``, so that any Rasa client works.

The channel takes the caller's word for ``sender``: it is for trusted programs, open on loopback in development and behind a token
in production.
"""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.client.api_client import ApiClient, ApiUnreachable
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from bot.channels.talk import heard, line_after
from bot.channels.wire import MOST_SENDER_CHARACTERS, BadMessage, body_of, object_of, problem
from bot.conversation import Conversation, dialogue_of
from bot.reply import as_rasa_has_it

CHANNEL = "rest"


def rest_routes(conversation: Conversation, client: ApiClient, token: str = "") -> list[Route]:
    """The channel's routes.

    Args:
        client: By which is asked what officers said.
        token: Where set, callers must send it as bearer token.
    """

    async def webhook(request: Request) -> Response:
        try:
            _authorise(request, token)
            sender, message = _message_of(await body_of(request))
        except BadMessage as fault:
            return problem(fault)
        messages = await conversation.take(message, sender, CHANNEL)
        return JSONResponse([as_rasa_has_it(one) for one in messages])

    async def talk(request: Request) -> Response:
        try:
            _authorise(request, token)
            data = object_of(await body_of(request), '{"sender": …, "after": 0}')
            after, faults = line_after(data), _sender_faults(data.get("sender"))
            if faults:
                raise BadMessage("invalid_message", "；".join(faults))
            news = await client.talk_news(CHANNEL, dialogue_of(str(data["sender"]), CHANNEL), after)
        except BadMessage as fault:
            return problem(fault)
        except ApiUnreachable:
            return problem(BadMessage("unreachable", say("fault", phone=CONSULT_PHONE), 503))
        return JSONResponse(heard(news), headers={"Cache-Control": "no-store"})

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    return [
        Route("/webhooks/rest/webhook", webhook, methods=["POST"]),
        Route("/webhooks/rest/talk", talk, methods=["POST"]),
        Route("/webhooks/rest", health, methods=["GET"]),
    ]


def _authorise(request: Request, token: str) -> None:
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and not hmac.compare_digest(given.encode(), token.encode()):
        raise BadMessage("unauthorised", "这个接口需要令牌，请在 Authorization 里带上", 401)


def _message_of(body: bytes) -> tuple[str, str]:
    """Sender and message of a body; every fault of it is named at once."""
    data = object_of(body, '{"sender": …, "message": …}')
    sender, message = data.get("sender"), data.get("message")
    faults = _sender_faults(sender)
    if not isinstance(message, str):
        faults.append("message 应是文字")
    if faults:
        raise BadMessage("invalid_message", "；".join(faults))
    return str(sender), str(message)


def _sender_faults(sender: object) -> list[str]:
    if not isinstance(sender, str) or not sender.strip() or len(sender) > MOST_SENDER_CHARACTERS:
        return [f"sender 应是不超过{MOST_SENDER_CHARACTERS}个字符的文字"]
    return []
