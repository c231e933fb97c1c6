"""The built pages as they are served: the applicant's at ``/``, that of staff at ``/desk/``."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from intake.page_build import CHAT, DESK, Page

WECHAT_SCRIPTS = "https://res.wx.qq.com"
"""Where WeChat's own functions for pages come from (JS-SDK); allowed where the account can sign for them."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(self)",
}
_FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name holds a digest of what is in them."""

mimetypes.add_type("application/manifest+json", ".webmanifest")
_COMPRESSIBLE = {".js", ".css", ".html", ".svg", ".json", ".webmanifest"}

_MISSING = (
    "<!doctype html><html lang='zh-CN'><meta charset='utf-8'><title>网页还没有生成</title>"
    "<p>网页还没有生成。请在有 npm 的机器上重新运行 intake serve，或先用 intake chat 办理。</p>"
)


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file of the built page, ready to be sent."""

    body: bytes
    packed: bytes | None
    kind: str
    etag: str
    caching: str


def chat_routes(*, in_wechat: bool = False) -> list[Route]:
    """The routes of the applicant's page; where it is not built, a sentence that says so.

    Args:
        in_wechat: The page may use WeChat's own functions.
    """
    files = _files(CHAT)
    allowed = (
        POLICY.replace("script-src 'self'", f"script-src 'self' {WECHAT_SCRIPTS}") if in_wechat else POLICY
    )

    async def page(request: Request) -> Response:
        answer = _front(request, files)
        answer.headers["Content-Security-Policy"] = allowed
        return answer

    async def asset(request: Request) -> Response:
        file = files.get(request.url.path.lstrip("/"))
        return _reply(request, file) if file else _no_file()

    return [
        Route("/", page),
        Route("/assets/{path:path}", asset),
        *(Route(f"/{name}", asset) for name in files if "/" not in name and name != "index.html"),
    ]


def desk_routes() -> list[Route]:
    """The routes of the page of staff. An address that names no file is one of its screens, which the page opens by itself."""
    files = _files(DESK)

    async def screen(request: Request) -> Response:
        name = request.path_params.get("path", "")
        if file := files.get(name):
            return _reply(request, file)
        return _no_file() if name.startswith("assets/") else _front(request, files)

    return [Route("/desk", screen), Route("/desk/{path:path}", screen)]


def _front(request: Request, files: dict[str, PageFile]) -> Response:
    if "index.html" not in files:
        return HTMLResponse(_MISSING, 503, headers=_HEADERS)
    return _reply(request, files["index.html"])


def _no_file() -> Response:
    return PlainTextResponse("没有这个文件", 404)


def _files(page: Page) -> dict[str, PageFile]:
    names = {path.relative_to(page.dist).as_posix(): path for path in page.files()}
    return {name: _file(name, path.read_bytes()) for name, path in names.items()}


def _file(name: str, body: bytes) -> PageFile:
    suffix = Path(name).suffix
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return PageFile(
        body=body,
        packed=gzip.compress(body, 9, mtime=0) if suffix in _COMPRESSIBLE else None,
        kind=f"{kind}; charset=utf-8" if suffix in _COMPRESSIBLE else kind,
        etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        caching=_FOR_EVER if name.startswith("assets/") else "no-cache",
    )


def _reply(request: Request, file: PageFile) -> Response:
    headers = {**_HEADERS, "ETag": file.etag, "Cache-Control": file.caching, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    if file.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            file.packed, headers={**headers, "Content-Encoding": "gzip", "Content-Type": file.kind}
        )
    return Response(file.body, headers={**headers, "Content-Type": file.kind})
