"""The address under which applicants reach this service, for what is printed and scanned."""

from __future__ import annotations

from starlette.requests import Request

from api.platform.settings import Settings


def public_url(settings: Settings, request: Request) -> str:
    """The centre's own address where it is set, else the one that was called; without a slash at its end."""
    return settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
