"""The interactive documentation: in Chinese, with what can be tried, and nothing of it from another site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

DESK = {"width": 1200, "height": 1400}


@pytest.fixture(scope="module")
def docs(browser: Browser, address: str) -> Iterator[Phone]:
    """A desk's screen with the documentation open, visited once: drawing all of it takes seconds.

    At the end nothing was asked of another site, and nothing failed but the call that was to be answered with 404.
    """
    phone = Phone(browser.new_context(locale="zh-CN", service_workers="block", viewport=DESK), address)
    phone.page.goto(f"{phone.address}/docs")
    phone.page.locator(".opblock-tag").first.wait_for()
    yield phone
    phone.close()
    phone.faults = [fault for fault in phone.faults if "404" not in fault]
    phone.assert_in_order()


@pytest.fixture(scope="module")
def loaded(docs: Phone) -> set[str]:
    """What the documentation consists of: asked before anything is tried."""
    return {url.partition("?")[0].removeprefix(docs.address) for url in docs.urls if "data:" not in url}


def tried(docs: Phone, tag: str, path: str) -> Locator:
    """The description of one address, ready to be filled in, whoever has opened it before."""
    section = docs.page.locator(".opblock-tag-section", has=docs.page.get_by_text(tag, exact=True))
    block = section.locator(".opblock", has=docs.page.locator(f'[data-path="{path}"]')).first
    if not is_open(section):
        section.locator(".opblock-tag").click()
    if not is_open(block):
        block.locator(".opblock-summary-control").click()
    button = block.locator(".try-out__btn")
    if button.inner_text() == "试一试":
        button.click()
    return block


def is_open(part: Locator) -> bool:
    return "is-open" in (part.get_attribute("class") or "").split()


def answer_of(block: Locator) -> str:
    """What the service answers to the filled-in example."""
    block.get_by_role("button", name="发送").click()
    answer = block.locator(".live-responses-table .response").first
    answer.wait_for()
    return answer.inner_text()


def test_both_parts_are_shown(docs: Phone, loaded: set[str]) -> None:
    tags = docs.page.locator(".opblock-tag").all_inner_texts()
    assert {"问办接口", "对话", "草稿", "办件", "窗口工作台", "对接"} <= {tag.strip() for tag in tags}
    assert loaded == {
        "/docs", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/page.css", "/docs/start.js",
        "/docs/words.json", "/api/v1/openapi.json",
    }  # fmt: skip


def test_its_own_words_are_chinese(docs: Phone, loaded: set[str]) -> None:
    tried(docs, "办件", "/api/v1/cases/status").get_by_role("button", name="发送").wait_for()
    words = docs.page.locator("#docs").inner_text().splitlines()
    assert not [line for line in words if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*\.?", line.strip())]


def test_a_call_can_be_tried(docs: Phone, loaded: set[str]) -> None:
    block = tried(docs, "办件", "/api/v1/cases/status")
    assert "phone_tail" in block.locator("textarea").input_value()
    assert "case_not_found" in answer_of(block)


def test_the_webhook_can_be_tried(docs: Phone, loaded: set[str]) -> None:
    assert "您要办" in answer_of(tried(docs, "问办接口", "/webhooks/rest/webhook"))
