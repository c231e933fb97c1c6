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


def test_an_item_is_changed_in_its_form_and_the_draft_outlives_the_page(tuner: Officer) -> None:
    page = tuner.page
    page.get_by_role("link", name="改事项").click()
    page.get_by_label("事项、问题、材料名称里的字").fill("食品经营许可（新办）")
    page.get_by_role("button", name="找", exact=True).click()
    page.locator(".entries").get_by_role("button", name="食品经营许可（新办）").first.click()
    page.get_by_role("heading", name="事项：食品经营许可（新办）").wait_for()
    page.get_by_text("检查没有发现错误").wait_for()
    for group in ("情形和材料", "时限和收费"):
        page.get_by_role("heading", name=group).click()
    days = page.get_by_role("group", name="承诺时限").get_by_label("多少")
    days.fill("12")
    page.get_by_text("还有1处要改").wait_for()
    page.locator("summary", has_text="房屋租赁合同").click()
    page.get_by_text("「经营场所是自有还是租赁」回答「租赁」").first.wait_for()
    tuner.assert_accessible()
    page.reload()
    page.get_by_text("还有1处要改").wait_for()
    page.get_by_role("heading", name="时限和收费").click()
    days.fill("6")
    page.get_by_text("比已公布的改了1处").wait_for()
    tuner.picture("studio-items")
    page.get_by_role("button", name="保存，等发布").click()
    page.get_by_text("存好了。发布以后才用").wait_for()
    page.get_by_role("link", name="发布", exact=True).click()
    page.get_by_text("改了承诺时限：「8」换成「6」").wait_for()
    tuner.assert_accessible()
    page.get_by_role("link", name="数字").click()
    page.get_by_role("heading", name="没有人来办的事项").wait_for()
    tuner.assert_accessible()
    tuner.picture("studio-figures")
    page.get_by_role("link", name="改知识库").click()
    page.get_by_text("用 Excel 改很多条").click()
    page.get_by_role("button", name="导出 Excel").wait_for()
    tuner.assert_accessible()
