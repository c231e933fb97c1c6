"""The interactive documentation: in Chinese, with what can be tried, and nothing of it from another site."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.phone import Phone

DESK = {"width": 1200, "height": 1400}


@pytest.fixture
def docs(phones: Any) -> Phone:
    """A desk's screen with the documentation open; at the end it is checked that nothing was asked of another site."""
    phone: Phone = phones(viewport=DESK, device_scale_factor=1, has_touch=False)
    phone.page.goto(f"{phone.address}/docs")
    phone.page.locator(".opblock-tag").first.wait_for()
    return phone


def opened(docs: Phone, tag: str, path: str) -> Any:
    """The description of one address."""
    docs.page.locator(".opblock-tag", has=docs.page.get_by_text(tag, exact=True)).click()
    block = docs.page.locator(".opblock", has=docs.page.locator(f'[data-path="{path}"]')).first
    block.locator(".opblock-summary-control").click()
    return block


def test_both_parts_are_shown(docs: Phone) -> None:
    tags = docs.page.locator(".opblock-tag").all_inner_texts()
    assert {"问办接口", "对话", "草稿", "办件", "窗口工作台", "对接"} <= {tag.strip() for tag in tags}
    assert {url.partition("?")[0].removeprefix(docs.address) for url in docs.urls if "data:" not in url} == {
        "/docs", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/page.css", "/docs/start.js",
        "/docs/words.json", "/api/v1/openapi.json",
    }  # fmt: skip


def test_its_own_words_are_chinese(docs: Phone) -> None:
    block = opened(docs, "办件", "/api/v1/cases/status")
    block.get_by_role("button", name="试一试").click()
    assert block.get_by_role("button", name="发送").is_visible()
    words = docs.page.locator("#docs").inner_text().splitlines()
    assert not [line for line in words if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*\.?", line.strip())]


def test_a_call_can_be_tried(docs: Phone) -> None:
    docs.is_faulty_on_purpose = True  # the browser reports the 404
    block = opened(docs, "办件", "/api/v1/cases/status")
    block.get_by_role("button", name="试一试").click()
    assert "phone_tail" in block.locator("textarea").input_value()
    block.get_by_role("button", name="发送").click()
    answer = block.locator(".live-responses-table .response").first
    answer.wait_for()
    assert "case_not_found" in answer.inner_text()


def test_the_webhook_can_be_tried(docs: Phone) -> None:
    block = opened(docs, "问办接口", "/webhooks/rest/webhook")
    block.get_by_role("button", name="试一试").click()
    block.get_by_role("button", name="发送").click()
    answer = block.locator(".live-responses-table .response").first
    answer.wait_for()
    assert "您要办" in answer.inner_text()
