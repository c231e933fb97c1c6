"""The channel of the applicant's page: conversations that the server issues, messages that are handled once, history.

No token stands in an address: all of them travel in bodies. ``text`` goes the same way as on every channel, personal data are
taken out of it before anybody else sees it, and what is kept and given back is what remains.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.client.api_client import ApiClient, ApiProblem, ApiUnreachable
from actions.client.caller import asking_for
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from bot.channels.once import Once
from bot.channels.pace import Pace
from bot.channels.talk import heard, line_after, show_the_desk
from bot.channels.tokens import ConversationTokens
from bot.channels.transcript import Transcript
from bot.channels.wire import MESSAGE_ID, BadMessage, TooFast, body_of, object_of, problem
from bot.conversation import Conversation, dialogue_of

CHANNEL = "web"
GO_ON_WITH = "继续 {code}"
"""What an applicant would say to go on with a code; the dialogue knows it by its shape."""

_MESSAGE_ID = re.compile(MESSAGE_ID)
_CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")
_COMPRESSED = [Middleware(GZipMiddleware, minimum_size=2000)]
"""A notice is 20 kB of JSON, on a slow phone the difference is a second."""

Body = dict[str, Any]
Handler = Callable[[Body], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Paces:
    """How fast the page may be used.

    Attributes:
        conversation: Messages of one conversation: more than anybody types, also with buttons.
        address: Requests of one address, behind which a whole office or a mobile network may be.
    """

    conversation: Pace = field(default_factory=lambda: Pace(at_once=30, a_minute=60))
    address: Pace = field(default_factory=lambda: Pace(at_once=300, a_minute=1200))


class WebChannel:
    """What the page can ask of the dialogue."""

    def __init__(
        self,
        conversation: Conversation,
        client: ApiClient,
        transcript: Transcript,
        tokens: ConversationTokens,
        paces: Paces | None = None,
        others: Mapping[str, ConversationTokens] | None = None,
    ) -> None:
        """Open the page's channel.

        Args:
            tokens: Issue the names of the page's own conversations.
            others: Channels whose conversations go on in the page, and what knows their names.
        """
        self._client = client
        self._transcript = transcript
        self._tokens = tokens
        self._paces = paces or Paces()
        self._known = {CHANNEL: tokens, **(others or {})}
        self._once = {channel: Once(conversation, transcript, channel) for channel in self._known}

    def admit(self, address: str) -> None:
        """Count a request of an address.

        Raises:
            TooFast: There were too many.
        """
        _hold_to(self._paces.address, address)

    async def begin(self, body: Body) -> dict[str, Any]:
        """A new conversation."""
        return {"conversation": self._tokens.issue()}

    async def take(self, body: Body) -> dict[str, Any]:
        """One message and its answer."""
        token, channel = self._conversation(body)
        message, text = _message_of(body)
        once = self._once[channel]
        if not once.is_under_way(token, message):
            _hold_to(self._paces.conversation, token)
        entry = await once.take(token, message, text)
        await show_the_desk(self._client, self._transcript, token, channel, entry)
        return entry.view

    async def talk(self, body: Body) -> dict[str, Any]:
        """What officers said since a line."""
        (token, channel), after = self._conversation(body), line_after(body)
        found = await self._client.talk_news(channel, dialogue_of(token, channel), after)
        return heard(found)

    async def history(self, body: Body) -> dict[str, Any]:
        """What was said so far."""
        return {"exchanges": [entry.view for entry in await self._transcript.recent(self._token(body))]}

    async def forget(self, body: Body) -> dict[str, Any]:
        """Delete what is kept of the conversation; what was submitted stays."""
        token, channel = self._conversation(body)
        await self._client.forget_talks(channel, dialogue_of(token, channel))
        return {"forgotten": await self._transcript.forget_conversation(token)}

    async def resume_code(self, body: Body) -> dict[str, Any]:
        """A one-time code by which another device goes on with this conversation."""
        token, channel = self._conversation(body)
        intake = await self._client.current_intake(channel, dialogue_of(token, channel))
        code = await self._client.resume_code(intake.id)
        await self._transcript.link(code.code, token, intake.id)
        return code.model_dump(mode="json")

    async def resume(self, body: Body) -> dict[str, Any]:
        """Go on here with what a code stands for; earlier talk comes along where the code was issued by this channel."""
        (token, channel), code = self._conversation(body), _code(body)
        message, _ = _message_of({**body, "text": code})
        entry = await self._once[channel].take(token, message, GO_ON_WITH.format(code=code))
        intake = await self._client.current_intake(channel, dialogue_of(token, channel))
        carried = await self._transcript.carry_over(code, intake.id, token)
        return {**entry.view, "carried_over": carried}

    def _token(self, body: Body) -> str:
        return self._conversation(body)[0]

    def _conversation(self, body: Body) -> tuple[str, str]:
        """The conversation that is meant, and its channel."""
        token = body.get("conversation")
        for channel, tokens in self._known.items():
            if tokens.is_ours(token):
                return str(token), channel
        raise BadMessage("conversation_unknown", "这个对话不存在或已经失效，请刷新页面重新开始", 404)


def web_routes(channel: WebChannel) -> list[Route]:
    """The channel's routes."""
    return [
        _route("/chat/conversations", channel, channel.begin, 201),
        _route("/chat/messages", channel, channel.take),
        _route("/chat/history", channel, channel.history),
        _route("/chat/talk", channel, channel.talk),
        _route("/chat/forget", channel, channel.forget),
        _route("/chat/resume-code", channel, channel.resume_code),
        _route("/chat/resume", channel, channel.resume),
    ]


def _hold_to(pace: Pace, key: str) -> None:
    if seconds := pace.take(key):
        raise TooFast(seconds)


def _route(path: str, channel: WebChannel, handle: Handler, status: int = 200) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            address = request.client.host if request.client else ""
            channel.admit(address)
            body = object_of(await body_of(request) or b"{}", '{"conversation": …, "id": …, "text": …}')
            with asking_for(address):
                answer = await handle(body)
            return JSONResponse(answer, status, headers={"Cache-Control": "no-store"})
        except BadMessage as fault:
            return problem(fault)
        except ApiProblem as refusal:
            return problem(BadMessage(refusal.code, refusal.detail, refusal.status))
        except (ApiUnreachable, SQLAlchemyError):
            return problem(BadMessage("unreachable", say("fault", phone=CONSULT_PHONE), 503))

    return Route(path, endpoint, methods=["POST"], middleware=_COMPRESSED)


def _message_of(body: Body) -> tuple[str, str]:
    """Name and text of a message; every fault of it is named at once."""
    message, text = body.get("id"), body.get("text")
    faults = []
    if not isinstance(message, str) or not _MESSAGE_ID.fullmatch(message):
        faults.append("id 应是8到64个字母、数字，每句话一个，重发时不变")
    if not isinstance(text, str):
        faults.append("text 应是文字")
    if faults:
        raise BadMessage("invalid_message", "；".join(faults))
    return str(message), str(text).encode("utf-8", "replace").decode()


def _code(body: Body) -> str:
    code = body.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code.strip().upper()):
        raise BadMessage("invalid_code", "续办码应是8位字母和数字，中间有一条短横，例如 K7PM-2XQ9")
    return code.strip().upper()
