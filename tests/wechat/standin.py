"""WeChat's servers as the account sees them: they call the callback in the real wire format and answer its calls.

Time, order and duplication are driven by the test: nothing here waits for a clock. What followers see is kept, in order.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import re
import secrets
import struct
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

APP_ID = "wx0123456789abcdef"
TOKEN = "standintoken"
AES_KEY = base64.b64encode(bytes(range(32))).decode().rstrip("=")
ACCOUNT = "gh_0123456789ab"
SECRET = "s" * 32

_WINDOW_S, _MOST = 48 * 3600, 5
_ACT_WINDOW_S, _MOST_ACT = 60, 3


@dataclass
class Clock:
    """Seconds since the epoch, as the test says."""

    now: float = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Shown:
    """What a follower sees: ``kind`` as WeChat names it, ``how`` it came."""

    how: str
    kind: str
    text: str
    data: dict[str, Any] = field(default_factory=dict)


class WeChat:
    """The platform, with one account.

    Attributes:
        faults: Path to errcodes that it answers next, before it does anything.
        tokens: How often a token was asked for, and by force.
    """

    def __init__(self, app: Any, clock: Clock, *, aes_key: str = AES_KEY, app_id: str = APP_ID) -> None:
        self.clock = clock
        self.app_id, self.aes_key = app_id, aes_key
        self.callback = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://account")
        self.seen: dict[str, list[Shown]] = defaultdict(list)
        self.faults: dict[str, list[int]] = defaultdict(list)
        self.media: dict[str, bytes] = {}
        self.menu: dict[str, Any] | None = None
        self.templates: list[dict[str, Any]] = []
        self.codes: dict[str, str] = {}
        self.calls: list[str] = []
        self.tokens = {False: 0, True: 0}
        self._token, self._token_until = "", 0.0
        self._numbers = itertools.count(23_000_000_000_000_000)
        self._nonces = itertools.count(secrets.randbelow(10**15))
        self._spoke: dict[str, float] = defaultdict(lambda: -1e18)
        self._acted: dict[str, float] = defaultdict(lambda: -1e18)
        self._sent: dict[str, int] = defaultdict(int)
        self._acted_sent: dict[str, int] = defaultdict(int)
        self._gone: set[str] = set()

    # --- what followers do ---

    async def say(self, user: str, text: str, **how: Any) -> Shown | None:
        """A follower writes; what they see at once."""
        return await self.deliver(self.text(user, text), **how)

    def text(self, user: str, text: str) -> dict[str, str]:
        return self.message(user, "text", Content=text)

    def message(self, user: str, kind: str, **fields: str) -> dict[str, str]:
        """A message as WeChat makes it, with a number of its own."""
        self._spoke[user], self._sent[user] = self.clock(), 0
        return {**self._head(user, kind), **fields, "MsgId": str(next(self._numbers))}

    def event(self, user: str, event: str, **fields: Any) -> dict[str, Any]:
        """An event as WeChat makes it: without a number."""
        if event in ("CLICK", "subscribe", "SCAN"):
            self._acted[user], self._acted_sent[user] = self.clock(), 0
        if event == "unsubscribe":
            self._gone.add(user)
        if event == "subscribe":
            self._gone.discard(user)
        return {**self._head(user, "event"), "Event": event, **fields}

    async def deliver(self, message: dict[str, Any], *, mode: str = "aes", **how: Any) -> Shown | None:
        """Deliver once; what the follower sees of it."""
        response = await self.post(message, mode=mode, **how)
        assert response.status_code == 200, (response.status_code, response.text)
        shown = self.read(response, mode)
        if shown is not None:
            self.seen[message["FromUserName"]].append(shown)
        return shown

    async def insist(self, message: dict[str, Any], *, mode: str = "aes") -> Shown | None:
        """Deliver as WeChat does: again after five seconds where there is no answer, three times in all."""
        for _ in range(3):
            response = await self.post(message, mode=mode)
            if response.status_code == 200:
                shown = self.read(response, mode)
                if shown is not None:
                    self.seen[message["FromUserName"]].append(shown)
                return shown
            self.clock.now += 5
        self.seen[message["FromUserName"]].append(Shown("platform", "text", "该公众号暂时无法提供服务"))
        return None

    async def post(
        self, message: dict[str, Any] | str, *, mode: str = "aes", query: dict[str, str] | None = None
    ) -> httpx.Response:
        """Call the callback; ``mode`` is ``aes``, ``compatible`` or ``plain``."""
        xml = message if isinstance(message, str) else xml_of(message)
        timestamp, nonce = str(int(self.clock())), str(next(self._nonces))
        asked = {"timestamp": timestamp, "nonce": nonce, "signature": signature(TOKEN, timestamp, nonce)}
        body = xml
        if mode != "plain":
            encrypted = self.encrypted(xml)
            asked |= {"encrypt_type": "aes", "msg_signature": signature(TOKEN, timestamp, nonce, encrypted)}
            hidden = f"<Encrypt><![CDATA[{encrypted}]]></Encrypt>"
            body = (
                xml.replace("</xml>", f"{hidden}</xml>")
                if mode == "compatible"
                else f"<xml><ToUserName><![CDATA[{ACCOUNT}]]></ToUserName>{hidden}</xml>"
            )
        return await self.callback.post(
            "/webhooks/wechat", params={**asked, **(query or {})}, content=body.encode()
        )

    def read(self, response: httpx.Response, mode: str = "aes") -> Shown | None:
        """An answer as WeChat reads it; a malformed one would show 该公众号暂时无法提供服务."""
        text = response.text
        if text in ("", "success"):
            return None
        tree = ElementTree.fromstring(text)
        if mode != "plain":
            encrypted = tree.findtext("Encrypt") or ""
            signed = signature(
                TOKEN, tree.findtext("TimeStamp") or "", tree.findtext("Nonce") or "", encrypted
            )
            assert signed == tree.findtext("MsgSignature")
            tree = ElementTree.fromstring(self.decrypted(encrypted))
        kind = tree.findtext("MsgType") or ""
        if kind == "news":
            item = tree.find("Articles/item")
            assert item is not None and tree.findtext("ArticleCount") == "1"
            data = {one.tag: one.text or "" for one in item}
            return Shown("passive", kind, f"{data['Title']}\n{data['Description']}", data)
        text = tree.findtext("Content") or ""
        assert kind == "text" and 0 < len(text.encode()) <= 2047
        return Shown("passive", kind, text)

    # --- what the account calls ---

    @property
    def transport(self) -> httpx.AsyncBaseTransport:
        return httpx.MockTransport(self._answer)

    def refresh_elsewhere(self) -> None:
        """Another program fetches a token by force: the one that is known here is refused from now on."""
        self._token = hashlib.sha256(os.urandom(8)).hexdigest()

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.calls.append(path)
        if self.faults[path]:
            return _errcode(self.faults[path].pop(0))
        body = json.loads(request.content) if request.content else {}
        if path == "/cgi-bin/stable_token":
            return self._stable_token(body)
        if path == "/sns/oauth2/access_token":
            openid = self.codes.pop(request.url.params["code"], "")
            return httpx.Response(200, json={"openid": openid} if openid else {"errcode": 40029})
        if request.url.params.get("access_token") != self._token or self.clock() >= self._token_until:
            return _errcode(40001 if self.clock() < self._token_until else 42001)
        if path == "/cgi-bin/media/get":
            data = self.media.get(request.url.params["media_id"])
            return (
                httpx.Response(200, content=data, headers={"content-type": "image/jpeg"})
                if data
                else _errcode(40007)
            )
        handler = {
            "/cgi-bin/message/custom/send": self._custom,
            "/cgi-bin/message/template/send": self._template,
            "/cgi-bin/message/subscribe/bizsend": self._subscription,
            "/cgi-bin/qrcode/create": self._code,
            "/cgi-bin/menu/create": self._set_menu,
            "/cgi-bin/menu/get": lambda _: {"menu": self.menu} if self.menu else {"errcode": 46003},
            "/cgi-bin/ticket/getticket": lambda _: {"errcode": 0, "ticket": "jsticket", "expires_in": 7200},
            "/cgi-bin/template/get_all_private_template": lambda _: {"template_list": self.templates},
            "/wxaapi/newtmpl/gettemplate": lambda _: {"errcode": 0, "data": self.templates},
        }[path]
        found: dict[str, Any] = handler(body)
        return httpx.Response(200, json=found)

    def _stable_token(self, body: dict[str, Any]) -> httpx.Response:
        if body["appid"] != APP_ID:
            return _errcode(40013)
        if body["secret"] != SECRET:
            return _errcode(40125)
        force = bool(body.get("force_refresh"))
        self.tokens[force] += 1
        if force or not self._token or self.clock() >= self._token_until - 300:
            self._token = hashlib.sha256(os.urandom(8)).hexdigest()
            self._token_until = self.clock() + 7200
        return httpx.Response(
            200, json={"access_token": self._token, "expires_in": int(self._token_until - self.clock())}
        )

    def _custom(self, body: dict[str, Any]) -> dict[str, Any]:
        user, kind = body["touser"], body["msgtype"]
        now = self.clock()
        if user in self._gone:
            return {"errcode": 45015}
        if now - self._acted[user] < _ACT_WINDOW_S and self._acted_sent[user] < _MOST_ACT:
            self._acted_sent[user] += 1
        elif now - self._spoke[user] >= _WINDOW_S:
            return {"errcode": 45015}
        elif self._sent[user] >= _MOST:
            return {"errcode": 45047}
        else:
            self._sent[user] += 1
        text = {
            "text": lambda data: data["content"],
            "news": lambda data: f"{data['articles'][0]['title']}\n{data['articles'][0]['description']}",
            "msgmenu": lambda data: "\n".join(
                [data["head_content"], *(one["content"] for one in data["list"])]
            ),
        }[kind](body[kind])
        if len(text.encode()) > 2047:
            return {"errcode": 45002}
        self.seen[user].append(Shown("custom", kind, text, body[kind]))
        return {"errcode": 0}

    def _template(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._noticed(body, "template")

    def _subscription(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._noticed(body, "subscription")

    def _noticed(self, body: dict[str, Any], how: str) -> dict[str, Any]:
        if body["template_id"] not in {one["template_id"] for one in self.templates}:
            return {"errcode": 40037}
        values = [one["value"] for one in body["data"].values()]
        if any(
            len(value) > 20
            for name, one in body["data"].items()
            for value in [one["value"]]
            if name.startswith("thing")
        ):
            return {"errcode": 47003}
        self.seen[body["touser"]].append(Shown(how, "template", "\n".join(values), body))
        return {"errcode": 0, "msgid": next(self._numbers)}

    def _code(self, body: dict[str, Any]) -> dict[str, Any]:
        scene = body["action_info"]["scene"]["scene_str"]
        if body["action_name"] != "QR_LIMIT_STR_SCENE" or not 0 < len(scene) <= 64:
            return {"errcode": 40053}
        return {"ticket": "t", "url": f"http://weixin.qq.com/q/{scene}"}

    def _set_menu(self, body: dict[str, Any]) -> dict[str, Any]:
        self.menu = body
        return {"errcode": 0}

    # --- the wire ---

    def encrypted(self, xml: str, app_id: str = "") -> str:
        raw = xml.encode()
        text = os.urandom(16) + struct.pack(">I", len(raw)) + raw + (app_id or self.app_id).encode()
        pad = 32 - len(text) % 32
        text += bytes([pad]) * pad
        encryptor = self._cipher().encryptor()
        return base64.b64encode(encryptor.update(text) + encryptor.finalize()).decode()

    def decrypted(self, encrypted: str) -> str:
        decryptor = self._cipher().decryptor()
        text = decryptor.update(base64.b64decode(encrypted)) + decryptor.finalize()
        length = struct.unpack(">I", text[16:20])[0]
        assert text[20 + length : -text[-1]].decode() == self.app_id
        return text[20 : 20 + length].decode()

    def _cipher(self) -> Cipher[modes.CBC]:
        key = base64.b64decode(self.aes_key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def _head(self, user: str, kind: str) -> dict[str, str]:
        return {
            "ToUserName": ACCOUNT,
            "FromUserName": user,
            "CreateTime": str(int(self.clock())),
            "MsgType": kind,
        }


def signature(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def xml_of(fields: dict[str, Any]) -> str:
    """As WeChat writes it: words in CDATA, numbers bare, lists by repeated names."""
    return f"<xml>{''.join(_element(name, value) for name, value in fields.items())}</xml>"


def ticket_in(text: str) -> str:
    """The one-time ticket of a link in a text."""
    found = re.search(r"#t=([A-Za-z0-9_-]+)", text)
    assert found is not None, text
    return found[1]


def _element(name: str, value: Any) -> str:
    if isinstance(value, dict):
        inner = "".join(_element(one, two) for one, two in value.items())
        return f"<{name}>{inner}</{name}>"
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    text = str(value)
    return (
        f"<{name}>{text}</{name}>"
        if name in ("CreateTime", "MsgId")
        else f"<{name}><![CDATA[{text}]]></{name}>"
    )


def _errcode(code: int) -> httpx.Response:
    return httpx.Response(200, json={"errcode": code, "errmsg": "as the stand-in was told"})
