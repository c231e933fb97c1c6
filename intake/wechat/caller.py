"""Calls the account's callback as WeChat's servers do, in the real wire format, and shows what a follower would see."""

from __future__ import annotations

import itertools
import json
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from bot.channels.wechat.envelope import Cipher, encrypted_of, fields_of, signature
from bot.channels.wechat.no_account import CALLBACK
from bot.channels.wechat.settings import WeChatSettings

ACCOUNT = "gh_000000000000"
_LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')


def invented_settings(**changed: Any) -> WeChatSettings:
    """An account that exists nowhere, for trying things out."""
    invented = {
        "app_id": "wx0000000000000000",
        "token": secrets.token_hex(8),
        "aes_key": secrets.token_urlsafe(48)[:43].replace("-", "A").replace("_", "B"),
        "secret": secrets.token_hex(16),
    }
    return WeChatSettings(**{**invented, **changed})


@dataclass(frozen=True)
class Answered:
    """What came back.

    Attributes:
        text: The words, with links as a terminal shows them.
        bytes: Of the words as WeChat counts them.
    """

    text: str
    bytes: int
    took_s: float
    status: int


class Caller:
    """WeChat's side of the callback.

    Args:
        http: Where the account is served; None where that is said later, by :meth:`moved`.
    """

    def __init__(self, settings: WeChatSettings, http: httpx.AsyncClient | None = None) -> None:
        self._settings = settings
        self._http = http
        self._token = settings.token.get_secret_value()
        self._cipher = Cipher(settings.app_id, self._token, settings.aes_key.get_secret_value())
        self._numbers = itertools.count(time.time_ns())

    def moved(self, http: httpx.AsyncClient) -> None:
        """The account is served there from now on."""
        self._http = http

    def text(self, user: str, text: str) -> dict[str, str]:
        """A text message with a number of its own."""
        return self.message(user, "text", Content=text)

    def message(self, user: str, kind: str, **fields: str) -> dict[str, str]:
        """A message with a number of its own."""
        return {**self._head(user, kind), **fields, "MsgId": str(next(self._numbers))}

    def event(self, user: str, event: str, **fields: str) -> dict[str, str]:
        return {**self._head(user, "event"), "Event": event, **fields}

    async def deliver(self, message: dict[str, str]) -> Answered:
        """Deliver a message once, encrypted."""
        return await self.post(_xml(message))

    async def post(self, xml: str, cipher: Cipher | None = None) -> Answered:
        """Call the callback with whatever it is, encrypted with the account's key or with another one."""
        timestamp, nonce = str(int(time.time())), secrets.token_hex(8)
        sealed = (cipher or self._cipher).seal(xml, timestamp, nonce)
        signed = signature(self._token, timestamp, nonce, encrypted_of(sealed))
        query = {"timestamp": timestamp, "nonce": nonce, "encrypt_type": "aes", "msg_signature": signed}
        assert self._http is not None
        began = time.perf_counter()
        response = await self._http.post(CALLBACK, params=query, content=sealed.encode())
        took_s = time.perf_counter() - began
        words = self._read(response.text)
        return Answered(shown(words), len(words.encode()), took_s, response.status_code)

    def _read(self, body: str) -> str:
        if body in ("", "success"):
            return ""
        fields = fields_of(self._opened(body))
        if fields.get("MsgType") == "news":
            article = fields["Articles"]["item"]
            return f"[{article['Title']}]\n{article['Description']}\n{article['Url']}"
        return str(fields.get("Content", ""))

    def _opened(self, body: str) -> str:
        import xmltodict

        outer = xmltodict.parse(body)["xml"]
        return self._cipher.open(outer["Encrypt"], outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"])

    def _head(self, user: str, kind: str) -> dict[str, str]:
        at = str(int(time.time()))
        return {"ToUserName": ACCOUNT, "FromUserName": user, "CreateTime": at, "MsgType": kind}


def shown(text: str) -> str:
    """Words with links as a terminal shows them."""
    return _LINK.sub(r"\2：\1", text)


def answering_server(seen: list[str], media: Mapping[str, bytes] | None = None) -> httpx.MockTransport:
    """In the place of WeChat's server: gives a token and pictures, and keeps what is sent of the account's own accord."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/cgi-bin/stable_token":
            return httpx.Response(200, json={"access_token": "simulated", "expires_in": 7200})
        if request.url.path == "/cgi-bin/media/get":
            picture = (media or {}).get(request.url.params["media_id"])
            if picture is None:
                return httpx.Response(200, json={"errcode": 40007})
            return httpx.Response(200, content=picture, headers={"content-type": "image/jpeg"})
        if request.url.path == "/cgi-bin/message/custom/send":
            body = json.loads(request.content)
            part = body[body["msgtype"]]
            seen.append(shown(_words(part)))
        return httpx.Response(200, json={"errcode": 0})

    return httpx.MockTransport(answer)


def _words(part: Mapping[str, Any]) -> str:
    if "articles" in part:
        article = part["articles"][0]
        return f"[{article['title']}]\n{article['description']}\n{article['url']}"
    if "head_content" in part:
        return "\n".join([part["head_content"], *(f"［{one['content']}］" for one in part["list"])])
    return str(part["content"])


def _xml(message: dict[str, str]) -> str:
    inner = "".join(
        f"<{name}><![CDATA[{value.replace(']]>', ']]＞')}]]></{name}>" for name, value in message.items()
    )
    return f"<xml>{inner}</xml>"
