"""Every request is held against how often its route may be asked, before anything else is done for it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address
from typing import Any

from starlette.requests import Request

from api.access.policies import address_of
from api.access.session_cookie import cookie_of
from api.access.tokens import bearer
from api.platform.asking import asks_from
from api.platform.errors import TooFast
from api.platform.rate_limiter import CHANNEL_PROGRAM, UNNAMED, Rate, Rates
from api.services import Services

CLIENT_HEADER = "x-intake-client"
"""By which a program of a channel, and nobody else, says for whose address it asks."""


async def admit(request: Request) -> None:
    """Let a request through that does not come too often.

    Raises:
        TooFast: It does; nothing was done.
    """
    services: Services | None = getattr(request.app.state, "services", None)
    if services is None:
        return
    asks_from(caller_address(request, services))
    endpoint = request.scope["endpoint"]
    rates = request.app.state.rates.get(endpoint, UNNAMED)
    for rate, key in _counted(request, rates, services):
        if seconds := await services.limiter.take(rate, endpoint.__module__, endpoint.__name__, key):
            raise TooFast(seconds)


def _counted(request: Request, rates: Rates, services: Services) -> Iterator[tuple[Rate, str]]:
    if is_program(request, services):
        yield CHANNEL_PROGRAM, "program"
        if address := request.headers.get(CLIENT_HEADER, ""):
            yield rates.address, f"address {network_of(address)}"
        return
    yield rates.address, f"address {network_of(address_of(request))}"
    if person := _person(request):
        yield rates.person, f"person {person}"
    yield rates.overall, "overall"


def is_program(request: Request, services: Services) -> bool:
    """Whether a program of a channel asks: it has the token; where there is none, it is in this process and has no address."""
    wanted = services.channels_token
    if not wanted:
        return request.client is None
    given = bearer(request.headers.get("authorization", ""))
    return hmac.compare_digest(given.encode(), wanted.encode())


def caller_address(request: Request, services: Services) -> str:
    """The network from which somebody asks, also through a program of a channel; empty where it is not known."""
    if is_program(request, services):
        return network_of(request.headers.get(CLIENT_HEADER, ""))
    return network_of(address_of(request))


def network_of(address: str) -> str:
    """What counts as one address: of IPv6 the first 64 bits, since anybody has all the others."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if not isinstance(parsed, IPv6Address):
        return address
    return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))


def _person(request: Request) -> str:
    """Who asks, as far as the request says it; never a number that others may know too."""
    if shown := bearer(request.headers.get("authorization", "")) or cookie_of(request):
        return hashlib.sha256(shown.encode()).hexdigest()[:24]
    for name in ("intake_id", "access", "ticket"):
        if given := request.path_params.get(name):
            return str(given)[:64]
    return _named_in_body(getattr(request, "_json", None))


def _named_in_body(body: Any) -> str:
    if not isinstance(body, dict):
        return ""
    for name in ("intake", "conversation"):
        if isinstance(given := body.get(name), str) and given:
            return given[:64]
    return ""
