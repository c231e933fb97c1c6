"""Supervision's day, and the supervising department's: from a figure to its cases, a card to its end, a letter to its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intake.datafolder import DataFolder
from knowledge.base.roles import Role
from tests.browser import papers
from tests.browser.desk import Desk
from tests.browser.desk import hire as token_of
from tests.browser.office import LARGE, SMALL, Account, Officer, hire, settle_in, submit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Opened = Callable[..., Officer]
Hired = Callable[..., Account]


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


@pytest.fixture
def hired(prepared: tuple[DataFolder, Path], address: str) -> Hired:
    """Makes accounts with passwords of their own."""

    def new(name: str, *roles: Role) -> Account:
        account = hire(prepared[0].root, name, *roles)
        settle_in(address, account)
        return account

    return new


def grant(data: Path, address: str, number: str) -> None:
    """The case is granted, and its result delivered."""
    clerk = Desk(address, token_of(data, Role.WINDOW, Role.REVIEWER))
    head = Desk(address, token_of(data, Role.APPROVER))
    clerk.do("receive", number)
    clerk.do("accept", number, document="受字〔2026〕1号")
    clerk.do("review", number, outcome="grant", opinion="齐全", without_examination="上次核查在有效期内")
    head.do("approve", number, opinion="同意")
    head.do("decide", number, outcome="grant", document="准字〔2026〕1号")
    clerk.do("issue", number, name="食品经营许可证", number="JY20261123", valid_until="2031-11-22")
    clerk.close()
    head.close()


def test_a_figure_leads_to_its_cases(officers: Opened, hired: Hired, desk: Desk, address: str) -> None:
    supervisor = hired("赵静", Role.SUPERVISOR)
    number = submit(address, 151)
    assert desk.is_refused("accept", number)
    officer = officers()
    officer.sign_in(supervisor)
    page = officer.page
    page.get_by_role("link", name="监察", exact=True).click()
    page.get_by_role("img", name="没有做成的操作的图").wait_for()
    officer.assert_accessible()
    officer.picture("supervision")
    page.get_by_role("region", name="没有做成的操作的表").get_by_role("link", name="受理").first.click()
    page.get_by_role("row").filter(has_text=number).filter(has_text="状态不对").wait_for()
    officer.assert_accessible()
    page.get_by_role("link", name=number).first.click()
    page.get_by_role("heading", name="申请材料").wait_for()
    officer.act("督办").wait_for()


@pytest.mark.slow
def test_a_sheet_and_the_report_are_kept(officers: Opened, hired: Hired, address: str) -> None:
    supervisor = hired("赵静", Role.SUPERVISOR)
    submit(address, 152)
    officer = officers(LARGE)
    officer.sign_in(supervisor, "/desk/supervision")
    page = officer.page
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Excel：每天的件数").click()
        page.get_by_label("为什么导出").last.fill("季度考核")
        page.get_by_role("button", name="导出", exact=True).click()
    assert sheet.value.suggested_filename.endswith(".xlsx")
    with page.expect_download() as report:
        page.get_by_role("button", name="月报 PDF").click()
    assert Path(report.value.path()).read_bytes().startswith(b"%PDF")
    officer.open("/desk/cards")
    page.get_by_text("发牌的规则（10条）").wait_for()
    officer.assert_accessible()
    officer.picture("cards")
    officer.open("/desk/outbox")
    page.get_by_text("没有。送不到的消息会列在这里").wait_for()
    officer.assert_accessible()


@pytest.mark.slow
def test_a_supervising_department_writes_and_is_answered(
    officers: Opened, hired: Hired, prepared: tuple[DataFolder, Path], address: str, tmp_path: Path
) -> None:
    number = submit(address, 153)
    grant(prepared[0].root, address, number)
    head = hired("刘军", Role.APPROVER)
    regulator = officers()
    regulator.sign_in(hired("孙莉", Role.REGULATOR))
    page = regulator.page
    page.get_by_role("row").filter(has_text=number).first.wait_for()
    regulator.assert_accessible()
    regulator.picture("regulation")
    page.get_by_label("全选").check()
    page.get_by_role("button", name="认领（").click()
    page.get_by_text("没有等认领的结果").wait_for()
    page.get_by_role("tab", name="要求变更或者撤销").click()
    page.get_by_label("办件编号").fill(number)
    page.get_by_label("来函文号").fill("河市监函〔2026〕8号")
    page.get_by_label("问题和要求").fill("现场检查发现场所和合同不符，请核实后撤销。")
    letter = tmp_path / "letter.jpg"
    letter.write_bytes(papers.photo(papers.lease()))
    page.get_by_label("盖章的来函").set_input_files(letter)
    page.get_by_role("button", name="送给中心").click()
    page.get_by_text("送出了，中心会在这里答复").wait_for()
    regulator.assert_accessible()
    centre = officers(LARGE)
    centre.sign_in(head, "/desk/letters")
    centre.page.get_by_label("的答复").fill("已经核实，依法撤销。")
    centre.page.get_by_label("哪一天办好").fill("2026-12-20")
    centre.assert_accessible()
    centre.page.get_by_role("button", name="答复").click()
    centre.page.get_by_text("来函的部门看得到").wait_for()
    regulator.open("/desk/regulation")
    page.get_by_role("tab", name="要求变更或者撤销").click()
    page.get_by_text("采纳，依法办理").wait_for()


@pytest.mark.slow
def test_supervision_is_not_for_the_window(officers: Opened, hired: Hired) -> None:
    officer = officers()
    officer.sign_in(hired("张敏", Role.WINDOW), "/desk/supervision")
    officer.page.get_by_text("您的账号没有「监察」的身份").wait_for()
