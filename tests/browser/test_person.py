"""A person in the talk, between a phone and a desk: asked for, accepted, spoken, handed back; and what else may come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.datafolder import DataFolder
from knowledge.base.roles import Role
from tests.browser.office import SMALL, Account, Officer, hire, settle_in
from tests.browser.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Opened = Callable[..., Officer]
FOOD = "食品经营许可（新办）"


@pytest.fixture(scope="module")
def clerks(prepared: tuple[DataFolder, Path], address: str) -> list[Account]:
    """Two window clerks with passwords of their own."""
    accounts = [hire(prepared[0].root, name, Role.WINDOW) for name in ("王芳", "赵强")]
    for account in accounts:
        settle_in(address, account)
    return accounts


@pytest.fixture
def officers(browser: Browser, address: str) -> Iterator[Opened]:
    """Gives out desks' browsers."""
    given: list[Officer] = []

    def new(account: Account) -> Officer:
        officer = Officer(browser.new_context(locale="zh-CN", viewport=SMALL), address)
        given.append(officer)
        officer.sign_in(account, "/desk/talks")
        officer.page.get_by_role("heading", name="对话", exact=True).wait_for()
        return officer

    yield new
    for officer in given:
        officer.close()
    for officer in given:
        officer.assert_in_order()


def speak(officer: Officer, text: str) -> None:
    officer.page.get_by_label("对办事人说").fill(text)
    officer.page.keyboard.press("Enter")
    officer.page.get_by_role("log").get_by_text(text).wait_for()


def test_an_officer_takes_over_by_keyboard_and_hands_back(
    phone: Phone, officers: Opened, clerks: list[Account]
) -> None:
    officer = officers(clerks[0])
    phone.say("办食品经营许可（新办）")
    phone.say("转人工")
    phone.page.get_by_text("正在为您找工作人员").first.wait_for()
    officer.page.get_by_role("button", name=f"接：{FOOD}").wait_for()
    officer.picture("talks-waiting")
    officer.page.keyboard.press("a")
    officer.page.get_by_label("对办事人说").wait_for()
    officer.page.get_by_role("log").get_by_text("转人工").wait_for()
    phone.page.get_by_text("工作人员来了").wait_for()
    phone.say("我电话13812345678")
    phone.say("公摊算不算面积")
    officer.page.get_by_role("log").get_by_text("公摊算不算面积").wait_for()
    assert "13812345678" not in officer.page.content()
    speak(officer, "公摊不算，按实际使用的面积写。")
    phone.page.get_by_text("公摊不算，按实际使用的面积写。").wait_for()
    officer.assert_accessible()
    officer.picture("talk")
    phone.picture("person")
    phone.reload()
    assert phone.page.get_by_text("公摊不算，按实际使用的面积写。").count() == 1
    officer.page.get_by_role("button", name="交回办事助手").click()
    officer.page.get_by_label("小结").fill("面积按实际使用的写。")
    officer.page.get_by_role("button", name="交回", exact=True).click()
    phone.page.get_by_text("工作人员小结：面积按实际使用的写。").wait_for()
    phone.say("租的")
    assert "面积" in phone.last_answer().inner_text()


@pytest.mark.slow
class TestBeside:
    def test_a_colleague_is_told_who_was_first_and_a_draft_outlives_a_reload(
        self, phone: Phone, officers: Opened, clerks: list[Account]
    ) -> None:
        first, second = officers(clerks[0]), officers(clerks[1])
        second.is_faulty_on_purpose = True
        phone.say("转人工")
        button = second.page.get_by_role("button", name="接：还没有说办什么")
        button.wait_for()
        first.page.get_by_role("button", name="接：还没有说办什么").wait_for()
        second.page.route("**/desk/events", lambda route: route.abort())
        first.page.keyboard.press("a")
        first.page.get_by_label("对办事人说").wait_for()
        if button.count():
            button.click()
            second.page.get_by_text("王芳在").wait_for()
        first.page.get_by_label("对办事人说").fill("还没写完")
        first.page.reload()
        first.page.get_by_label("对办事人说").wait_for()
        assert first.page.get_by_label("对办事人说").input_value() == "还没写完"
        first.page.get_by_role("button", name="请同事接").click()
        phone.page.get_by_text("已经转给另一位工作人员").wait_for()
        second.page.unroute("**/desk/events")
        phone.tap("不等了")
        phone.page.get_by_text("不找工作人员了").wait_for()

    def test_a_call_back_is_worked_off(self, phone: Phone, officers: Opened, clerks: list[Account]) -> None:
        officer = officers(clerks[1])
        phone.say("办食品经营许可（新办）")
        phone.say("请给我回电话")
        phone.say("13812345678")
        officer.page.get_by_role("link", name="回电").click()
        row = officer.page.get_by_role("row").filter(has_text=FOOD)
        row.get_by_text("138****5678").wait_for()
        row.get_by_role("button", name="看HD").click()
        row.get_by_text("13812345678").wait_for()
        officer.assert_accessible()
        officer.picture("callbacks")
        row.get_by_label("的结果").fill("已经说清，明天来窗口。")
        row.get_by_role("button", name="打通了，办完").click()
        officer.page.get_by_text("办完了。").wait_for()
