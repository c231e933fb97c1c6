"""The page inside WeChat: whose it is, by a ticket or by WeChat's own word, and the signature with which it may scan and choose photos."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from bot.channels.wechat.account import Account
from bot.channels.wechat.answers import CHANNEL
from bot.channels.wechat.links import VALID_S, PageLinks
from bot.channels.wechat.platform.server import Platform
from bot.channels.wechat.settings import WeChatSettings
from bot.channels.wechat.store import WeChatStore
from bot.channels.wire import BadMessage

STATE_S = 600
PARTS = ("", "form", "notice", "materials", "progress", "slots")


class Entrance:
    """Lets followers into their page."""

    def __init__(
        self,
        settings: WeChatSettings,
        account: Account,
        store: WeChatStore,
        links: PageLinks,
        platform: Platform | None,
        public_url: str,
        key: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._account = account
        self._store = store
        self._links = links
        self._platform = platform
        self._page = public_url.rstrip("/")
        self._key = key.encode()
        self._clock = clock

    async def enter(self, body: dict[str, Any]) -> dict[str, Any]:
        """The conversation of whoever holds a ticket.

        Raises:
            BadMessage: It was used, is too old, or was never given out.
        """
        ticket = body.get("ticket")
        follower = None
        if isinstance(ticket, str) and len(ticket) <= 64:
            follower = await self._store.tickets.use(ticket, self._clock(), VALID_S)
        if follower is None:
            raise BadMessage(
                "ticket_gone", "这个链接用过了或者过了半小时。请回到微信的对话里，再点一次最新的链接。", 404
            )
        return {"conversation": follower.conversation, "channel": CHANNEL}

    def asking(self, go: str) -> tuple[str, str]:
        """Where WeChat says who opens the page, and the state that must come back.

        Raises:
            BadMessage: The account does not ask.
        """
        if not (self._settings.oauth and self._platform and self._page):
            raise BadMessage("no_oauth", "这里没有开通微信网页授权。", 404)
        opens = go if go in PARTS else ""
        state = self._state(secrets.token_urlsafe(12), str(int(self._clock())), opens)
        query = {
            "appid": self._settings.app_id,
            "redirect_uri": f"{self._page}/wechat/known",
            "response_type": "code",
            "scope": "snsapi_base",
            "state": state,
        }
        return f"{self._settings.open_url}/connect/oauth2/authorize?{urlencode(query)}#wechat_redirect", state

    async def known(self, code: str, state: str, cookie: str) -> str:
        """The page of whoever WeChat says it is; a state that this browser did not begin with opens nothing.

        Raises:
            BadMessage: The state is not that of this browser, or too old.
            PlatformFault: WeChat does not know the code.
        """
        opens = self._opens_in(state, cookie)
        assert self._platform is not None
        openid = await self._platform.who_opened(code)
        if not openid:
            raise BadMessage("not_known", "微信没有说明是谁打开的，请回到对话里再点一次链接。", 403)
        follower = await self._store.followers.met(openid, self._clock())
        ticket = secrets.token_urlsafe(18)
        await self._store.tickets.keep(ticket, follower, self._clock())
        return self._links.entrance(ticket, opens)

    async def signature(self, body: dict[str, Any]) -> dict[str, Any]:
        """The signature for one address of the page (JS-SDK).

        Raises:
            BadMessage: The address is not the page's, or the account cannot sign.
        """
        address = body.get("url")
        if self._platform is None or not self._page:
            raise BadMessage("no_js_sdk", "这里没有开通微信网页的功能，网页照样能用。", 404)
        if not isinstance(address, str) or not _is_below(address, self._page):
            raise BadMessage("foreign_address", "url 应是这个网页自己的地址，不含 # 后面的部分")
        ticket, nonce, at = await self._platform.page_ticket(), secrets.token_hex(8), int(self._clock())
        signed = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={at}&url={address}"
        return {
            "app_id": self._settings.app_id,
            "timestamp": at,
            "nonce": nonce,
            "signature": hashlib.sha1(signed.encode()).hexdigest(),
            "notices": [self._account.subscription.template] if self._account.subscription else [],
        }

    def _state(self, chance: str, at: str, opens: str) -> str:
        said = f"{chance}.{at}.{opens}"
        check = hmac.digest(self._key, said.encode(), hashlib.sha256).hex()[:24]
        return f"{said}.{check}"

    def _opens_in(self, state: str, cookie: str) -> str:
        chance, _, rest = state.partition(".")
        at, _, rest = rest.partition(".")
        opens = rest.partition(".")[0]
        ours = hmac.compare_digest(self._state(chance, at, opens).encode(), state.encode())
        same = hmac.compare_digest(cookie.encode(), state.encode())
        if not (ours and same and at.isdigit() and self._clock() - int(at) < STATE_S):
            raise BadMessage("state_gone", "这个链接过期了，请回到微信的对话里再点一次。", 403)
        return opens


def _is_below(address: str, page: str) -> bool:
    return "#" not in address and (address == page or address.startswith(f"{page}/"))
