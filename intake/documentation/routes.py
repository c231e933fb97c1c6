"""``/docs`` and the document that it shows; nothing is asked of another site."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

DOCUMENT = "/api/v1/openapi.json"

_OWN = Path(__file__).parent
_PACKAGE = "fastapi_offline"
"""Brings Swagger UI as files; nothing of it is imported."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def documentation_routes(make: Callable[[], dict[str, Any]]) -> list[Route]:
    """The routes of the documentation.

    Args:
        make: Makes the document; called once, when somebody first asks for it, and away from the turns.
    """

    @cache
    def made() -> bytes:
        return json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode()

    async def document(request: Request) -> Response:
        return Response(await asyncio.to_thread(made), media_type="application/json")

    async def page(request: Request) -> Response:
        return FileResponse(_OWN / "page.html", headers=_HEADERS)

    async def part(request: Request) -> Response:
        path = _parts().get(request.path_params["name"])
        return FileResponse(path, headers=_HEADERS) if path else PlainTextResponse("没有这个文件", 404)

    return [Route(DOCUMENT, document), Route("/docs", page), Route("/docs/{name}", part)]


@cache
def _parts() -> dict[str, Path]:
    own = {name: _OWN / name for name in ("start.js", "words.json", "page.css")}
    spec = find_spec(_PACKAGE)
    assert spec is not None and spec.submodule_search_locations
    static = Path(spec.submodule_search_locations[0]) / "static"
    return own | {name: static / name for name in ("swagger-ui-bundle.js", "swagger-ui.css")}
