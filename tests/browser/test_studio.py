"""The studio: a sentence that nobody understands is found and mended, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from intake.datafolder import DataFolder
from knowledge.base.roles import Role
from tests.browser.office import SMALL, Officer, hire, settle_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

SAID = "火星土豆飞行证弄没了咋整"


@pytest.fixture
def tuner(browser: Browser, prepared: tuple[DataFolder, Path], address: str) -> Iterator[Officer]:
    account = hire(prepared[0].root, "陈知", Role.TUNER)
    settle_in(address, account)
    officer = Officer(browser.new_context(locale="zh-CN", viewport=SMALL), address)
    officer.sign_in(account)
    yield officer
    officer.close()
    officer.assert_in_order()


def test_a_sentence_is_found_and_mended_and_taken_back(tuner: Officer, address: str) -> None:
    with httpx.Client(timeout=60) as http:
        http.post(f"{address}/webhooks/rest/webhook", json={"sender": "studio", "message": SAID})
    page = tuner.page
    page.get_by_role("heading", name="知识库").wait_for()
    page.get_by_label("试一句话").fill(SAID)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="怎么定的").wait_for()
    tuner.assert_accessible()
    page.get_by_role("button", name="这句应该是").click()
    page.get_by_label("都不是：找").fill("居民身份证（补领）")
    page.get_by_role("button", name="找", exact=True).click()
    page.locator(".picker").get_by_role("button", name="居民身份证（补领）").first.click()
    page.get_by_text("就是「火星土豆飞行证弄没了咋整」这种说法").wait_for()
    tuner.picture("studio-test")
    page.get_by_role("link", name="大家说了什么").click()
    page.get_by_text(SAID, exact=True).first.wait_for()
    tuner.assert_accessible()
    page.get_by_role("link", name="改知识库").click()
    page.get_by_label("名称或者说法里的字").fill("居民身份证（补领）")
    page.get_by_role("button", name="找", exact=True).click()
    page.get_by_role("button", name="居民身份证（补领）").first.click()
    page.get_by_role("button", name="退回前一版").click()
    page.get_by_text("退回到前一版了").wait_for()
    tuner.assert_accessible()
    tuner.picture("studio-library")


def test_what_was_edited_is_published_and_taken_back(tuner: Officer) -> None:
    page = tuner.page
    page.get_by_label("试一句话").fill("身份证被我家狗啃了")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="留作回归测试").click()
    page.get_by_label("第1句的回答里要有").fill("身份证")
    page.get_by_role("button", name="留下", exact=True).click()
    page.get_by_text("留下了，以后每次发布").wait_for()
    page.get_by_role("button", name="这句应该是").click()
    page.get_by_label("都不是：找").fill("居民身份证（补领）")
    page.get_by_role("button", name="找", exact=True).click()
    page.locator(".picker").get_by_role("button", name="居民身份证（补领）").first.click()
    page.get_by_text("就是「身份证被我家狗啃了」这种说法").wait_for()
    page.get_by_role("link", name="回归测试").click()
    page.get_by_role("button", name="去掉身份证被我家狗啃了").wait_for()
    tuner.assert_accessible()
    tuner.picture("studio-conversations")
    page.get_by_role("link", name="发布", exact=True).click()
    page.get_by_text("加了说法「身份证被我家狗啃了」").wait_for()
    page.get_by_role("button", name="发布第2版").click()
    page.get_by_role("progressbar").wait_for()
    tuner.assert_accessible()
    page.get_by_text("发布了", exact=True).wait_for(timeout=240_000)
    page.get_by_role("button", name="比一比").click()
    page.get_by_text("第2版比第1版：").wait_for()
    tuner.assert_accessible()
    tuner.picture("studio-releases")
    page.get_by_role("button", name="退回到这一版：第1版").click()
    page.get_by_role("button", name="确定退回").click()
    page.get_by_text("退回到第1版了").wait_for()
    page.get_by_text("和正在用的第3版一样").wait_for()
