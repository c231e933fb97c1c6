"""Calls WeChat's server, with its token, and once more where the token is refused."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from bot.channels.wechat.memory.server_tokens import ServerTokens
from bot.channels.wechat.platform.errors import Meaning, PlatformFault
from bot.channels.wechat.platform.tokens import Fetched, SharedToken
from bot.channels.wechat.rendering import MOST_MENU, Outgoing
from bot.channels.wechat.settings import WeChatSettings

TIMEOUT_S = 5.0
MOST_PICTURE_BYTES = 12 * 1024 * 1024

log = logging.getLogger("intake.wechat")


class Platform:
    """WeChat's server, for one account.

    Args:
        transport: In the place of the network, for tests and the stand-in.
    """

    def __init__(
        self,
        settings: WeChatSettings,
        tokens: ServerTokens,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._http = httpx.AsyncClient(
            base_url=settings.api_url, timeout=TIMEOUT_S, transport=transport, follow_redirects=False
        )
        # it would log every address, and tokens stand in them
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._access = SharedToken("access", tokens, self._stable_token, clock)
        self._jsapi = SharedToken("jsapi", tokens, self._jsapi_ticket, clock)

    async def close(self) -> None:
        await self._http.aclose()

    async def send(self, openid: str, message: Outgoing) -> None:
        """Write to somebody of our own accord (客服消息).

        Raises:
            PlatformFault: It was not sent.
        """
        await self.call("POST", "/cgi-bin/message/custom/send", {"touser": openid, **custom_message(message)})

    async def subscription_notice(
        self, openid: str, template: str, data: Mapping[str, str], page: str
    ) -> None:
        """A notice that somebody has subscribed to (订阅通知)."""
        body = {
            "touser": openid,
            "template_id": template,
            "page": page,
            "data": {name: {"value": value} for name, value in data.items()},
        }
        await self.call("POST", "/cgi-bin/message/subscribe/bizsend", body)

    async def template_message(
        self, openid: str, template: str, data: Mapping[str, str], url: str, name: str
    ) -> str:
        """A template message; ``name`` keeps WeChat from sending it twice. Returns WeChat's number of it."""
        body = {
            "touser": openid,
            "template_id": template,
            "url": url,
            "client_msg_id": name[:64],
            "data": {field: {"value": value} for field, value in data.items()},
        }
        return str((await self.call("POST", "/cgi-bin/message/template/send", body)).get("msgid", ""))

    async def media(self, media: str) -> bytes:
        """The bytes of a picture that somebody has sent.

        Raises:
            PlatformFault: It cannot be fetched.
        """
        response = await self._with_token("GET", "/cgi-bin/media/get", None, {"media_id": media})
        if not response.headers.get("content-type", "").startswith("image/"):
            raise PlatformFault(0, "no picture")
        if len(response.content) > MOST_PICTURE_BYTES:
            raise PlatformFault(0, "too large")
        return response.content

    async def menu(self) -> dict[str, Any]:
        """The menu that the account has; empty where it has none."""
        try:
            return dict((await self.call("GET", "/cgi-bin/menu/get")).get("menu") or {})
        except PlatformFault as fault:
            if fault.code == 46003:  # there is no menu
                return {}
            raise

    async def set_menu(self, menu: Mapping[str, Any]) -> None:
        await self.call("POST", "/cgi-bin/menu/create", menu)

    async def templates(self) -> list[dict[str, Any]]:
        """Templates of template messages that the account holds."""
        found = await self.call("GET", "/cgi-bin/template/get_all_private_template")
        return list(found.get("template_list") or [])

    async def subscription_templates(self) -> list[dict[str, Any]]:
        """Templates of subscription notices that the account holds."""
        return list((await self.call("GET", "/wxaapi/newtmpl/gettemplate")).get("data") or [])

    async def scene_code(self, scene: str) -> str:
        """The address behind a code (带参数二维码) that is valid for good."""
        body = {"action_name": "QR_LIMIT_STR_SCENE", "action_info": {"scene": {"scene_str": scene}}}
        return str((await self.call("POST", "/cgi-bin/qrcode/create", body)).get("url", ""))

    async def who_opened(self, code: str) -> str:
        """The openid for a code of the page's authorisation (网页授权)."""
        query = {
            "appid": self._settings.app_id,
            "secret": self._settings.secret.get_secret_value(),
            "code": code,
            "grant_type": "authorization_code",
        }
        return str(
            _checked(await self._request("GET", "/sns/oauth2/access_token", None, query)).get("openid", "")
        )

    async def page_ticket(self) -> str:
        """What signatures of the page (JS-SDK) are made with."""
        return await self._jsapi.get()

    async def token(self) -> str:
        """The token, which shows that address, id and secret are right."""
        return await self._access.get()

    async def call(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Call and read the answer.

        Raises:
            PlatformFault: It says an ``errcode``, or nothing.
        """
        return _checked(await self._with_token(method, path, body, query))

    async def _with_token(
        self, method: str, path: str, body: Mapping[str, Any] | None, query: Mapping[str, str] | None
    ) -> httpx.Response:
        token = await self._access.get()
        response = await self._request(method, path, body, {"access_token": token, **(query or {})})
        fault = _fault_in(response)
        if fault is not None and fault.meaning is Meaning.RENEW:
            token = await self._access.get(refused=token)
            response = await self._request(method, path, body, {"access_token": token, **(query or {})})
            fault = _fault_in(response)
        if fault is not None:
            if fault.meaning is Meaning.MEND:
                log.error("%s: %s", path, fault.says)
            raise fault
        return response

    async def _request(
        self, method: str, path: str, body: Mapping[str, Any] | None, query: Mapping[str, str]
    ) -> httpx.Response:
        try:
            async with asyncio.timeout(TIMEOUT_S * 2):
                # WeChat shows \uXXXX as it stands: the body is UTF-8
                content = None if body is None else _json(body)
                response = await self._http.request(method, path, params=dict(query), content=content)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise PlatformFault(0, type(error).__name__) from (
                None if isinstance(error, TimeoutError) else error
            )
        if response.status_code >= 400:
            raise PlatformFault(0, f"http_{response.status_code}")
        return response

    async def _stable_token(self, force: bool) -> Fetched:
        body = {
            "grant_type": "client_credential",
            "appid": self._settings.app_id,
            "secret": self._settings.secret.get_secret_value(),
            "force_refresh": force,
        }
        found = _checked(await self._request("POST", "/cgi-bin/stable_token", body, {}))
        return Fetched(str(found.get("access_token", "")), float(found.get("expires_in", 0)))

    async def _jsapi_ticket(self, force: bool) -> Fetched:
        found = await self.call("GET", "/cgi-bin/ticket/getticket", query={"type": "jsapi"})
        return Fetched(str(found.get("ticket", "")), float(found.get("expires_in", 0)))


def custom_message(message: Outgoing) -> dict[str, Any]:
    """A message of the account's own accord as WeChat wants it."""
    if message.is_article:
        article = {"title": message.title, "description": message.text, "url": message.url, "picurl": ""}
        return {"msgtype": "news", "news": {"articles": [article]}}
    if message.head and 0 < len(message.options) <= MOST_MENU:
        return _menu(message)
    return {"msgtype": "text", "text": {"content": message.text}}


def _menu(message: Outgoing) -> dict[str, Any]:
    """A menu whose entries are tapped (msgmenu); a tap says the words of the entry."""
    entries = [{"id": number, "content": words} for number, words in message.options]
    return {
        "msgtype": "msgmenu",
        "msgmenu": {"head_content": message.head, "list": entries, "tail_content": ""},
    }


def _json(body: Mapping[str, Any]) -> bytes:
    import json

    return json.dumps(body, ensure_ascii=False).encode()


def _fault_in(response: httpx.Response) -> PlatformFault | None:
    """The fault that an answer names; a picture names none."""
    kind = response.headers.get("content-type", "")
    if kind.startswith(("image/", "video/", "voice/", "audio/")):
        return None
    try:
        found = response.json()
    except ValueError:
        return PlatformFault(0, "no answer")
    code = found.get("errcode", 0) if isinstance(found, dict) else 0
    return PlatformFault(code) if isinstance(code, int) and code else None


def _checked(response: httpx.Response) -> dict[str, Any]:
    fault = _fault_in(response)
    if fault is not None:
        raise fault
    found = response.json()
    return found if isinstance(found, dict) else {}
