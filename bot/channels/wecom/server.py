"""企业微信's server: what came in is fetched from it, and answers are sent through it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from bot.channels.wechat.memory.server_tokens import ServerTokens
from bot.channels.wechat.platform.errors import Meaning, PlatformFault
from bot.channels.wechat.platform.tokens import Fetched, SharedToken
from bot.channels.wechat.rendering import MOST_MENU, Outgoing
from bot.channels.wecom.settings import WeComSettings

TIMEOUT_S = 5.0
MOST_MESSAGES = 1000
"""A call, the most that may be asked for."""


class Server:
    """Calls with the account's token, and once more where the token is refused."""

    def __init__(
        self,
        settings: WeComSettings,
        tokens: ServerTokens,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._http = httpx.AsyncClient(base_url=settings.api_url, timeout=TIMEOUT_S, transport=transport)
        self._token = SharedToken("wecom", tokens, self._fetch, clock)

    async def close(self) -> None:
        await self._http.aclose()

    async def messages(self, cursor: str, token: str, account: str) -> tuple[list[dict[str, Any]], str, bool]:
        """Messages after a cursor, the next cursor, and whether there are more."""
        body = {"cursor": cursor, "token": token, "limit": MOST_MESSAGES, "open_kfid": account}
        found = await self._call("/cgi-bin/kf/sync_msg", body)
        return (
            list(found.get("msg_list") or []),
            str(found.get("next_cursor", "")),
            bool(found.get("has_more")),
        )

    async def send(self, user: str, account: str, name: str, message: Outgoing) -> None:
        """Send an answer; under the same name it is sent once.

        Raises:
            PlatformFault: It was not sent.
        """
        body = {"touser": user, "open_kfid": account, "msgid": name, **_sent(message)}
        await self._call("/cgi-bin/kf/send_msg", body)

    async def _call(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        token = await self._token.get()
        try:
            return await self._asked("POST", path, body, {"access_token": token})
        except PlatformFault as fault:
            if fault.meaning is not Meaning.RENEW:
                raise
        return await self._asked("POST", path, body, {"access_token": await self._token.get(refused=token)})

    async def _fetch(self, force: bool) -> Fetched:
        query = {"corpid": self._settings.corp_id, "corpsecret": self._settings.secret.get_secret_value()}
        found = await self._asked("GET", "/cgi-bin/gettoken", None, query)
        return Fetched(str(found.get("access_token", "")), float(found.get("expires_in", 0)))

    async def _asked(
        self, method: str, path: str, body: Mapping[str, Any] | None, query: dict[str, str]
    ) -> dict[str, Any]:
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        try:
            response = await self._http.request(method, path, params=query, content=content)
            found = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise PlatformFault(0, type(error).__name__) from error
        if not isinstance(found, dict) or found.get("errcode"):
            raise PlatformFault(int(found.get("errcode", 0)) if isinstance(found, dict) else 0)
        return found


def _sent(message: Outgoing) -> dict[str, Any]:
    if message.head and 0 < len(message.options) <= MOST_MENU:
        entries = [
            {"type": "click", "click": {"id": number, "content": words}} for number, words in message.options
        ]
        return {"msgtype": "msgmenu", "msgmenu": {"head_content": message.head, "list": entries}}
    return {"msgtype": "text", "text": {"content": message.as_text}}
