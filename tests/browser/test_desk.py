"""An officer's day: signs in, finds what has just come in, corrects once, accepts; colleagues and the keyboard beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.datafolder import DataFolder
from intake.people import person
from knowledge.base.roles import Role
from tests.browser.desk import Desk
from tests.browser.office import (
    LARGE,
    OWN,
    SMALL,
    Account,
    Officer,
    codes_shown,
    hire,
    settle_in,
    submit,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

APPLICATION = "食品经营许可申请书"
WHAT = f"{APPLICATION}哪里要补正、怎么补"
Opened = Callable[..., Officer]


@pytest.fixture(scope="module")
def clerk(prepared: tuple[DataFolder, Path], address: str) -> Account:
    """A window clerk with a password of her own."""
    account = hire(prepared[0].root, "张敏", Role.WINDOW)
    settle_in(address, account)
    return account


@pytest.fixture
def officers(browser: Browser, address: str) -> Iterator[Opened]:
    """Gives out desks' browsers."""
    given: list[Officer] = []

    def new(viewport: dict[str, int] = SMALL) -> Officer:
        officer = Officer(browser.new_context(locale="zh-CN", viewport=viewport), address)
        given.append(officer)
        return officer

    yield new
    for officer in given:
        officer.close()
    for officer in given:
        officer.assert_in_order()


class TestSignIn:
    def test_a_one_time_password_is_changed_first_and_the_link_opens_then(
        self, officers: Opened, prepared: tuple[DataFolder, Path], address: str
    ) -> None:
        account, number = hire(prepared[0].root, "李静", Role.WINDOW), submit(address, 101)
        officer = officers()
        officer.is_faulty_on_purpose = True
        officer.sign_in(account, f"/desk/cases/{number}")
        page = officer.page
        page.get_by_role("heading", name="先改成自己的密码").wait_for()
        officer.assert_accessible()
        page.fill("[name=old]", account.password)
        page.fill("[name=fresh]", "short")
        page.fill("[name=again]", "short")
        page.keyboard.press("Enter")
        page.get_by_text("密码太短").wait_for()
        page.fill("[name=fresh]", OWN)
        page.fill("[name=again]", OWN)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="食品经营许可（新办）").wait_for()
        assert page.url.endswith(f"/desk/cases/{number}")

    @pytest.mark.slow
    def test_a_wrong_password_is_said_and_nothing_is_lost(self, officers: Opened, clerk: Account) -> None:
        officer = officers()
        officer.sign_in(Account(clerk.id, "not-the-password"))
        officer.page.get_by_text("账号或者密码不对").wait_for()
        officer.assert_accessible()
        assert officer.page.input_value("[name=account]") == clerk.id

    @pytest.mark.slow
    def test_signing_out_leaves_nothing_open(self, officers: Opened, clerk: Account) -> None:
        officer = officers()
        officer.sign_in(clerk)
        officer.page.get_by_role("button", name="张敏").click()
        officer.page.get_by_role("button", name="退出登录").click()
        officer.page.get_by_role("button", name="登录").wait_for()
        officer.open("/desk/")
        officer.page.get_by_role("button", name="登录").wait_for()

    @pytest.mark.slow
    def test_a_phone_is_set_up_and_its_code_is_asked_for(
        self, officers: Opened, prepared: tuple[DataFolder, Path], address: str
    ) -> None:
        account = hire(prepared[0].root, "郑洁", Role.WINDOW)
        settle_in(address, account)
        officer = officers()
        officer.sign_in(account)
        page = officer.page
        page.get_by_role("button", name="郑洁").click()
        page.get_by_role("link", name="设动态验证码").click()
        page.get_by_role("button", name="显示二维码").click()
        page.get_by_role("img", name="给手机验证器扫的二维码").wait_for()
        officer.assert_accessible()
        codes = codes_shown(page.locator(".secret").inner_text(), officer.now())
        page.fill("[name=code]", next(codes))
        page.get_by_role("button", name="设好").click()
        page.get_by_role("button", name="郑洁").click()
        page.get_by_role("button", name="退出登录").click()
        officer.sign_in(account)
        page.get_by_label("动态验证码").fill(next(codes))
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="全部待办").wait_for()


class TestQueue:
    def test_what_comes_in_shows_by_itself_and_is_found(
        self, officers: Opened, clerk: Account, address: str
    ) -> None:
        submit(address, 111)
        officer = officers()
        officer.sign_in(clerk)
        officer.queue()
        number = submit(address, 112)
        officer.row(number).wait_for()
        officer.page.get_by_text("件新提交").wait_for()
        officer.page.keyboard.press("/")
        officer.page.keyboard.type(number[:9])
        officer.page.keyboard.press("Enter")
        officer.page.get_by_role("heading", name=f"查找「{number[:9]}」").wait_for()
        officer.row(number).wait_for()
        officer.picture("queue")

    @pytest.mark.slow
    def test_all_of_it_by_the_keyboard(self, officers: Opened, clerk: Account, address: str) -> None:
        for seed in (121, 122):
            submit(address, seed)
        officer = officers()
        officer.sign_in(clerk)
        officer.queue()
        officer.page.keyboard.press("j")
        chosen = officer.page.locator("[aria-selected=true]")
        number = chosen.get_by_role("gridcell").last.inner_text()
        officer.page.keyboard.press("c")
        officer.row(number).get_by_text("我在办").wait_for()
        officer.page.keyboard.press("c")
        officer.row(number).get_by_text("我在办").wait_for(state="detached")
        officer.page.keyboard.press("Enter")
        officer.page.wait_for_url(f"**/desk/cases/{number}")
        officer.page.get_by_role("heading", name="申请材料").wait_for()
        officer.page.keyboard.press("Escape")
        officer.queue()


class TestCase:
    def test_corrected_once_and_accepted(
        self, officers: Opened, clerk: Account, desk: Desk, address: str
    ) -> None:
        number = submit(address, 131)
        officer = officers()
        officer.sign_in(clerk, f"/desk/cases/{number}")
        page = officer.page
        officer.act("受理").focus()
        page.get_by_text("受理：").wait_for()
        assert officer.act("受理").get_attribute("aria-disabled") == "true"
        officer.do("收件")
        page.keyboard.press("n")
        page.get_by_label(WHAT).fill("没有签名，请补签")
        page.get_by_role("button", name="预览一次告知").click()
        page.get_by_role("dialog").get_by_label("补正通知书的文号").fill("东市监补〔2026〕5号")
        page.get_by_role("dialog").get_by_role("region", name="申请人会收到").wait_for()
        officer.assert_accessible()
        officer.picture("correction")
        page.get_by_role("button", name="发出补正通知").click()
        page.get_by_text("「要求补正」做好了。").wait_for()
        page.get_by_role("tab", name="经过").click()
        page.get_by_role("tabpanel").get_by_text("没有签名，请补签").wait_for()

        desk.do("correct", number, materials=[desk.material(number, APPLICATION)])
        page.get_by_text("别人刚改过这个办件").wait_for()
        officer.do("受理", **{"受理通知书的文号": "东市监受〔2026〕18号"})
        assert desk.look(number)["state"] == "accepted"

    @pytest.mark.slow
    def test_what_is_typed_outlives_the_session(self, officers: Opened, clerk: Account, address: str) -> None:
        number = submit(address, 132)
        officer = officers()
        officer.sign_in(clerk, f"/desk/cases/{number}")
        officer.do("收件")
        officer.material(APPLICATION).get_by_role("button", name="要补正").click()
        officer.page.get_by_label(WHAT).fill("没有签名")
        officer.context.clear_cookies()
        officer.page.get_by_role("button", name="看原文").first.click()
        officer.page.get_by_text("登录已经结束").wait_for()
        officer.page.fill("[name=account]", clerk.id)
        officer.page.fill("[name=password]", clerk.password)
        officer.page.keyboard.press("Enter")
        assert officer.page.get_by_label(WHAT).input_value() == "没有签名"
        assert officer.page.url.endswith(f"/desk/cases/{number}")

    @pytest.mark.slow
    def test_who_comes_late_sees_what_changed_and_keeps_what_was_typed(
        self, officers: Opened, clerk: Account, desk: Desk, address: str
    ) -> None:
        number = submit(address, 133)
        officer = officers()
        officer.is_faulty_on_purpose = True
        officer.page.route("**/desk/events", lambda route: route.abort())
        officer.page.route("**/looking", lambda route: route.abort())
        officer.sign_in(clerk, f"/desk/cases/{number}")
        officer.act("撤回").click()
        officer.page.get_by_role("dialog").get_by_label("原因").fill("不开店了")
        desk.do("receive", number)
        officer.page.get_by_role("dialog").get_by_role("button", name="撤回").click()
        officer.page.get_by_role("dialog").get_by_text("这个办件刚被别人改过").wait_for()
        assert officer.page.get_by_role("dialog").get_by_label("原因").input_value() == "不开店了"
        officer.page.get_by_text("办件从「已提交」变成「已收件」").wait_for()

    @pytest.mark.slow
    def test_the_applicant_in_the_clear_only_when_asked(
        self, officers: Opened, clerk: Account, address: str
    ) -> None:
        officer = officers()
        officer.sign_in(clerk, f"/desk/cases/{submit(address, 134)}")
        facts = officer.page.get_by_role("tabpanel", name="申请人")
        masked = facts.get_by_text("****").first.inner_text()
        facts.get_by_role("button", name="看原文：手机").click()
        facts.get_by_role("button", name="收起").wait_for()
        facts.get_by_role("button", name="收起").click()
        assert facts.get_by_text(masked).count()

    @pytest.mark.slow
    def test_a_paper_is_turned_and_enlarged_by_the_keyboard(
        self, officers: Opened, clerk: Account, address: str
    ) -> None:
        officer = officers(LARGE)
        officer.sign_in(clerk, f"/desk/cases/{submit(address, 135)}")
        picture = officer.page.get_by_role("img", name=f"{APPLICATION}第1张")
        picture.wait_for()
        before = picture.bounding_box()
        officer.page.keyboard.press("r")
        turned = picture.bounding_box()
        officer.page.keyboard.press("r")
        officer.page.keyboard.press("+")
        large = picture.bounding_box()
        assert before and turned and large
        assert turned["width"] > turned["height"] and before["height"] > before["width"]
        assert large["width"] > before["width"]

    @pytest.mark.slow
    def test_a_file_that_does_not_open_says_so(self, officers: Opened, clerk: Account, address: str) -> None:
        officer = officers()
        officer.is_faulty_on_purpose = True
        officer.page.route("**/files/*", lambda route: route.abort())
        officer.sign_in(clerk, f"/desk/cases/{submit(address, 136)}")
        officer.page.get_by_text("这个文件打不开").wait_for()

    @pytest.mark.slow
    def test_a_case_that_is_not_theirs_is_not_there(self, officers: Opened, clerk: Account) -> None:
        officer = officers()
        officer.is_faulty_on_purpose = True
        officer.sign_in(clerk, "/desk/cases/261123999994")
        officer.page.get_by_role("alert").get_by_text("再试一次").wait_for()


class TestCounter:
    def test_from_the_first_word_to_the_result(self, officers: Opened, clerk: Account) -> None:
        who = person(161)
        officer = officers()
        officer.is_faulty_on_purpose = True  # a number that is wrong at first is refused
        officer.sign_in(clerk, "/desk/counter")
        page = officer.page
        page.get_by_label("来办什么").fill("个体工商户设立登记")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="个体工商户登记（设立）").click()
        page.get_by_role("heading", name="情形").wait_for()
        question = page.locator(".asked p")
        while question.count():
            asked = question.inner_text()
            page.locator(".asked .option").first.click()
            page.wait_for_function(
                "asked => document.querySelector('.asked p')?.innerText !== asked", arg=asked
            )
        for kind, value in (("name", who.name), ("id_number", who.id_number), ("phone", who.phone)):
            field = page.locator(f"[name=contact-{kind}]")
            field.fill(value)
            field.press("Tab")
            page.locator(f"label:has([name=contact-{kind}]) .there").wait_for()
        page.get_by_role("button", name="都收了纸质的").click()
        page.get_by_role("heading", name="可以提交").wait_for()
        officer.assert_accessible()
        officer.picture("counter")
        page.get_by_role("button", name="提交并收件").click()
        form = page.get_by_role("form", name="当场办结")
        form.get_by_label("证照编号").fill("92360000MA3EXAMPL1")
        form.get_by_role("button", name="当场办结").click()
        page.get_by_role("link", name="打印送达回证").wait_for()
        officer.assert_accessible()


class TestAccounts:
    @pytest.mark.slow
    def test_an_administrator_makes_an_account_and_takes_it_out_of_use(
        self, officers: Opened, prepared: tuple[DataFolder, Path], address: str
    ) -> None:
        administrator = hire(prepared[0].root, "周敏", Role.ADMINISTRATOR)
        settle_in(address, administrator)
        officer = officers()
        officer.sign_in(administrator)
        page = officer.page
        page.get_by_role("table").wait_for()
        assert page.url.endswith("/desk/accounts")
        page.get_by_role("button", name="建账号").click()
        form = page.get_by_role("dialog")
        form.get_by_label("姓名").fill("吴丽")
        form.get_by_role("button", name="建账号").click()
        form.get_by_text("请选部门。").wait_for()
        form.get_by_role("combobox", name="部门").click()
        page.get_by_role("option", name="河东县市场监督管理局").click()
        form.get_by_text("审查人员").click()
        officer.assert_accessible()
        form.get_by_role("button", name="建账号").click()
        once = page.get_by_role("alert").filter(has_text="只显示这一次")
        once.wait_for()
        account, password = once.locator("strong").all_inner_texts()
        officer.assert_accessible()
        once.get_by_role("button", name="抄好了").click()
        other = officers()
        other.sign_in(Account(account, password))
        other.page.get_by_role("heading", name="先改成自己的密码").wait_for()
        page.get_by_role("button", name="停用：吴丽").click()
        page.get_by_role("dialog").get_by_role("button", name="停用").click()
        page.get_by_role("button", name="恢复：吴丽").wait_for()
        other.sign_in(Account(account, password))
        other.page.get_by_text("账号或者密码不对").wait_for()


class TestEveryScreen:
    @pytest.mark.slow
    @pytest.mark.parametrize("viewport", [SMALL, LARGE])
    def test_is_accessible_and_does_not_scroll_sideways(
        self, officers: Opened, clerk: Account, address: str, viewport: dict[str, int]
    ) -> None:
        number = submit(address, 141 + viewport["width"])
        officer = officers(viewport)
        officer.open()
        officer.page.get_by_role("button", name="登录").wait_for()
        officer.assert_accessible()
        officer.sign_in(clerk)
        officer.queue()
        officer.assert_accessible()
        officer.open(f"/desk/cases/{number}")
        officer.page.get_by_role("img", name=f"{APPLICATION}第1张").wait_for()
        officer.assert_accessible()
        officer.picture(f"case-{viewport['width']}")
        wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert officer.page.evaluate(wide)
