"""The cookie of a session: read from a request, and sent with whatever answers it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.platform.settings import Settings

COOKIE = "intake_session"

CSRF_HEADER = "X-CSRF-Token"

BACKGROUND_HEADER = "X-Background"
"""With any value: the page asks by itself, nobody has touched it; the session is not used by that."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110 § 9.2.1): with a cookie they need no :data:`CSRF_HEADER`."""

_LONGEST = 200
"""Characters of a cookie that are looked at; ours have 43."""

_STATE = "cookies_to_send"


def cookie_of(request: Request) -> str:
    """The value that was sent; empty where there is none."""
    return request.cookies.get(COOKIE, "")[:_LONGEST]


def hand_out(request: Request, settings: Settings, value: str) -> None:
    """Send this value with the answer, whatever the answer is; empty: the browser forgets it.

    It lasts as long as the browser is open: at a counter several people use one machine.
    """
    send_with_answer(request, SetCookie(COOKIE, value, is_secure(request, settings)))


def is_secure(request: Request, settings: Settings) -> bool:
    """Whether the browser is to send a cookie over https only: the request came that way, or the setting says so."""
    return settings.session_secure or request.url.scheme == "https"


@dataclass(frozen=True)
class SetCookie:
    """A ``Set-Cookie`` header.

    Attributes:
        value: Empty: the browser forgets the cookie.
        path: Under which it is sent.
        lasts_s: Seconds; None: as long as the browser is open.
    """

    name: str
    value: str
    secure: bool
    path: str = "/"
    lasts_s: int | None = None

    def header(self) -> bytes:
        age = 0 if not self.value else self.lasts_s
        parts = [f"{self.name}={self.value}", f"Path={self.path}", "HttpOnly", "SameSite=Lax"]
        parts += [f"Max-Age={age}"] if age is not None else []
        parts += ["Secure"] if self.secure else []
        return "; ".join(parts).encode("latin-1")


def send_with_answer(request: Request, cookie: SetCookie) -> None:
    """Keep a cookie for :class:`CookieSender`; of one name the last is sent."""
    request.scope["state"].setdefault(_STATE, {})[cookie.name] = cookie


class CookieSender:
    """Puts the cookies on the answer. A dependency cannot: endpoints answer with responses of their own, and refusals are made elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def with_cookies(message: Message) -> None:
            if message["type"] == "http.response.start" and (cookies := state.get(_STATE)):
                kept = [(b"set-cookie", cookie.header()) for cookie in cookies.values()]
                message["headers"] = [*message.get("headers", ()), *kept, (b"cache-control", b"no-store")]
            await send(message)

        await self._app(scope, receive, with_cookies)
