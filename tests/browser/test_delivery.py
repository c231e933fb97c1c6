"""How the page comes to the browser: small, kept where it may be, and able to load nothing but itself."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from tests.browser.phone import Phone

MOST_SCRIPT = 150_000
"""Bytes of compressed script before the first screen."""

MOST_OF_DESK = 350_000
"""Bytes of compressed script and style before the screen of signing in."""

MOST_MOVED = 0.05
"""Layout shift (CLS); up to 0.1 counts as good."""


@pytest.fixture
def site(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, headers={"Accept-Encoding": "gzip"})


class TestDelivery:
    def test_first_load_is_small(self, phone: Phone, site: httpx.Client) -> None:
        scripts = {url.removeprefix(phone.address) for url in phone.urls if url.endswith(".js")}
        assert scripts
        sizes = {path: int(site.head(path).headers["content-length"]) for path in scripts}
        assert sum(sizes.values()) <= MOST_SCRIPT, sizes

    def test_nothing_moves_while_it_loads(self, phones: Any) -> None:
        phone: Phone = phones()
        phone.context.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => { for (const shift of list.getEntries()) "
            "if (!shift.hadRecentInput) window.moved += shift.value }).observe({type: 'layout-shift', buffered: true})"
        )
        phone.open()
        phone.page.get_by_text("人工电话").wait_for()
        assert phone.page.evaluate("window.moved") < MOST_MOVED

    def test_named_files_are_kept_and_the_page_is_asked_for_again(self, site: httpx.Client) -> None:
        page = site.get("/")
        assert page.headers["cache-control"] == "no-cache"
        script = re.search(r'src="(/assets/[^"]+\.js)"', page.text)
        assert script and "immutable" in site.get(script[1]).headers["cache-control"]
        again = site.get("/", headers={"If-None-Match": page.headers["etag"]})
        assert again.status_code == 304 and not again.content

    def test_policy_lets_nothing_else_in(self, site: httpx.Client) -> None:
        policy = site.get("/").headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy

    @pytest.mark.parametrize(
        "path", ["/assets/../../pyproject.toml", "/assets/..%2f..%2fpyproject.toml", "/assets/none.js"]
    )
    def test_other_files_are_not_to_be_had(self, site: httpx.Client, path: str) -> None:
        assert site.get(path).status_code == 404

    def test_a_client_without_compression_is_served(self, site: httpx.Client) -> None:
        plain = site.get("/", headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers and '<div id="app">' in plain.text


class TestDesk:
    def test_first_load_is_small(self, phones: Any, site: httpx.Client) -> None:
        desk: Phone = phones(viewport={"width": 1366, "height": 768})
        desk.is_faulty_on_purpose = True  # nobody is signed in, which the browser notes
        desk.page.goto(f"{desk.address}/desk/")
        desk.page.get_by_role("button", name="登录").wait_for()
        loaded = {url.removeprefix(desk.address) for url in desk.urls if url.endswith((".js", ".css"))}
        sizes = {path: int(site.head(path).headers["content-length"]) for path in loaded}
        assert loaded and sum(sizes.values()) <= MOST_OF_DESK, sizes

    def test_policy_lets_nothing_else_in(self, site: httpx.Client) -> None:
        policy = site.get("/desk/cases/261123000018").headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
