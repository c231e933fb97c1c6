"""Who may call a route: declared with the route as a dependency, so that a test walks all routes and none is open by mistake.

``allow(...)`` is the only way in::

    @router.get("/cases/{number}/file")
    async def file(number: str, actor: Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER))], serving: Serving) -> Response: ...

    @router.get("/items", dependencies=[allow(PUBLIC)])

A policy of staff checks who it is, by token or by the cookie of a session, and the role.
Whether the case at hand is theirs is known only when it is loaded: :meth:`Actor.must_reach`.
"""

from __future__ import annotations

import hmac
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from fastapi import Depends
from starlette.requests import Request

from api.access import audit
from api.access.actor import Actor
from api.access.session_cookie import cookie_of
from api.access.sessions import must_have_settled, signed_in
from api.access.tokens import REALM, authenticate, bearer
from api.platform.errors import (
    ChannelClosed,
    CodeSetupDue,
    CsrfWrong,
    PasswordChangeDue,
    RoleMissing,
    SessionEnded,
    TokenMissing,
    TokenWrong,
    TooManyTries,
)
from api.services import Services, Serving
from knowledge.base.roles import ROLE_NAMES, SCOPE_NAMES, STAFF_ROLES, Role, named, scope_of


class Proof(StrEnum):
    """By what somebody shows who they are, as the description names it."""

    TOKEN = "bearer"
    COOKIE = "session"


class Policy(ABC):
    """Base of the kinds of policy.

    Attributes:
        kind: Stable name.
        proofs: By what callers show who they are; one of them is enough.
    """

    kind: ClassVar[str]
    proofs: ClassVar[tuple[Proof, ...]] = ()

    @property
    @abstractmethod
    def says(self) -> str:
        """Who may call, in Chinese."""

    async def check(self, request: Request, serving: Serving) -> Any:
        """Let the request through, or refuse it; what is returned is the value of the dependency."""
        return None


@dataclass(frozen=True)
class Public(Policy):
    """Everybody: what the centre publishes."""

    kind = "public"

    @property
    def says(self) -> str:
        return "任何人"


@dataclass(frozen=True)
class Capability(Policy):
    """Whoever knows a name of at least 128 random bits, which stands in the path: draft, notice, upload.

    The service finds nothing under a wrong name and answers 404.
    """

    parameter: str
    kind = "capability"

    @property
    def says(self) -> str:
        return f"持有地址里的 {self.parameter} 的人"


@dataclass(frozen=True)
class SecondFactor(Policy):
    """The owner of a case, by number and a second factor in the body or from the conversation that submitted it; the service counts wrong tries."""

    kind = "second_factor"

    @property
    def says(self) -> str:
        return "办件的申请人（编号加手机尾号，或者提交它的那个对话）"


class ChannelCaller:
    """Whoever speaks for a conversation."""

    def __init__(self, is_trusted: bool) -> None:
        self.is_trusted = is_trusted

    def must_name(self, channel: str) -> None:
        """Let trusted programs and the web page through, whose names of conversations cannot be guessed.

        Raises:
            ChannelClosed: Another caller names a conversation of another channel.
        """
        if channel not in OPEN_CHANNELS and not self.is_trusted:
            raise ChannelClosed


OPEN_CHANNELS = frozenset({"web", "wechat"})
"""Channels whose conversations have names that the server has issued and nobody can guess; WeChat's are also those of the page inside WeChat."""


@dataclass(frozen=True)
class Channels(Policy):
    """Programs of the channels, by their token; where ``is_open_to_page``, also the web page for its own conversations.

    The value is a :class:`ChannelCaller`, by which the endpoint holds the channel that the body names against the caller.
    """

    is_open_to_page: bool = False
    kind = "channels"
    proofs = (Proof.TOKEN,)

    @property
    def says(self) -> str:
        return "渠道程序（令牌）" + ("，以及网页自己的对话" if self.is_open_to_page else "")

    async def check(self, request: Request, serving: Serving) -> ChannelCaller:
        caller = ChannelCaller(_is_trusted(request, serving))
        if not caller.is_trusted and not self.is_open_to_page:
            raise ChannelClosed
        return caller


def _is_trusted(request: Request, services: Services) -> bool:
    given = bearer(request.headers.get("authorization", ""))
    wanted = services.channels_token
    return not wanted or hmac.compare_digest(given.encode(), wanted.encode())


@dataclass(frozen=True)
class Staff(Policy):
    """Accounts with one of the roles. The value is the :class:`~api.access.actor.Actor`.

    Attributes:
        is_use: A call counts as use of the session that it comes with.
    """

    roles: tuple[Role, ...]
    is_use: bool = True
    kind = "staff"
    proofs: ClassVar[tuple[Proof, ...]] = (Proof.TOKEN, Proof.COOKIE)

    @property
    def says(self) -> str:
        return "、".join(f"{ROLE_NAMES[role]}（{SCOPE_NAMES[scope_of(role)]}）" for role in self.roles)

    async def check(self, request: Request, serving: Serving) -> Actor:
        actor = await _caller(request, serving, is_use=self.is_use)
        if not actor.may(*self.roles):
            needs = {"needs": list(self.roles)}
            await audit.record(
                serving.database, serving.now(), actor.id, "refused", _route_of(request), needs
            )
            raise RoleMissing(
                f"这里要有{named(self.roles)}的身份，您的账号是{named(actor.roles)}。",
                headers={"WWW-Authenticate": f'{REALM}, error="insufficient_scope"'},
            )
        return actor


async def _caller(request: Request, services: Services, *, is_use: bool) -> Actor:
    """Whoever sent a request: a token counts before a cookie, so that a program is judged by what it sends on purpose."""
    authorization = request.headers.get("authorization", "")
    if bearer(authorization) or not cookie_of(request):
        return await authenticate(authorization, address_of(request), services)
    found = await signed_in(request, services, is_use=is_use)
    must_have_settled(found)
    return found.actor


def address_of(request: Request) -> str:
    """The caller's address, as the server knows it."""
    return request.client.host if request.client else ""


@dataclass(frozen=True)
class Partner(Staff):
    """Systems of other bodies that receive results and send feedback (审管联动); likewise an :class:`~api.access.actor.Actor`."""

    roles: tuple[Role, ...] = (Role.PARTNER,)
    kind = "partner"
    proofs: ClassVar[tuple[Proof, ...]] = (Proof.TOKEN,)

    @property
    def says(self) -> str:
        return "对接系统（令牌）"


def _route_of(request: Request) -> str:
    """Method and pattern of the route: its path can hold a name that opens something."""
    return f"{request.method} {getattr(request.scope.get('route'), 'path', '')}"


PUBLIC = Public()
SECOND_FACTOR = SecondFactor()
CHANNELS = Channels()
CHANNELS_AND_PAGE = Channels(is_open_to_page=True)
PARTNER = Partner()


def capability(parameter: str) -> Capability:
    """Whoever knows what stands in the path under this name."""
    return Capability(parameter)


def staff(*roles: Role) -> Staff:
    """Accounts with one of these roles."""
    if not roles:
        raise ValueError("a policy of staff names its roles")
    return Staff(roles)


def by_itself(policy: Staff) -> Staff:
    """The policy for a route that an open page calls by itself: nobody is kept signed in by it."""
    return replace(policy, is_use=False)


STAFF_REFUSALS = (
    TokenMissing,
    TokenWrong,
    SessionEnded,
    RoleMissing,
    CsrfWrong,
    PasswordChangeDue,
    CodeSetupDue,
    TooManyTries,
)
"""What every route of staff and partners can answer, for its description."""

ANY_STAFF = staff(*STAFF_ROLES)


def allow(policy: Policy) -> Any:
    """The policy as a dependency of a route."""
    return Depends(policy.check)


CallingChannel = Annotated[ChannelCaller, allow(CHANNELS_AND_PAGE)]
"""The caller of a route that names a conversation, as a parameter of the endpoint."""
