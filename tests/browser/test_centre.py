"""The centre's own matters: every part and every form can be used by whoever has the page read to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.datafolder import DataFolder
from knowledge.base.roles import Role
from tests.browser.office import SMALL, Officer, hire, settle_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

FORMS = {
    "closures": ("录入停办或通告",),
    "holidays": ("录入一年", "录入本中心自己的一天"),
    "duty": ("派人到窗口", "开临时窗口", "窗口换地方、换电话"),
    "transfers": ("录入事项划转",),
    "register": ("录入没有进驻的事项", "录入窗口授权"),
}


@pytest.fixture
def officer(browser: Browser, prepared: tuple[DataFolder, Path], address: str) -> Iterator[Officer]:
    account = hire(prepared[0].root, "李管", Role.ADMINISTRATOR)
    settle_in(address, account)
    officer = Officer(browser.new_context(locale="zh-CN", viewport=SMALL), address)
    officer.sign_in(account, "/desk/centre")
    officer.page.get_by_role("heading", name="中心事务").wait_for()
    yield officer
    officer.close()
    officer.assert_in_order()


@pytest.mark.parametrize("part", FORMS)
def test_a_part_and_its_forms_are_accessible(officer: Officer, part: str) -> None:
    for form in FORMS[part]:
        officer.open(f"/desk/centre/{part}")
        button = officer.page.get_by_role("button", name=form, exact=True)
        button.wait_for()
        officer.assert_accessible()
        button.click()
        officer.page.locator("form.form").wait_for()
        officer.assert_accessible()
