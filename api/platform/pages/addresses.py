"""The address under which applicants reach this service, for what is printed and scanned."""

from __future__ import annotations

from starlette.requests import Request

from api.platform.settings import Settings


def public_url(settings: Settings, request: Request) -> str:
    """The centre's own address where it is set, else where this server listens; without a slash at its end.

    Never what the request says of it: whoever sends a ``Host`` header would lead everybody elsewhere who scans the code.
    """
    if settings.public_url:
        return configured_url(settings)
    host, port = request.scope.get("server") or ("localhost", None)
    where = f"[{host}]" if ":" in host else host
    return f"http://{where}:{port}" if port not in (None, 80) else f"http://{where}"


def case_page(settings: Settings, request: Request, number: str) -> str:
    """Where the progress of a case is looked at; the number stands behind the ``#``, which no server and no log sees."""
    return f"{public_url(settings, request)}/#open=progress&case={number}"


def configured_url(settings: Settings) -> str:
    """The centre's own address for what is made without a request; this machine's where none is set."""
    return settings.public_url.rstrip("/") or "http://localhost"
