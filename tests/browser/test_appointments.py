"""预约: pick a time, show the code, move it, give it up; somebody else may be quicker."""

from __future__ import annotations

from typing import Any

from tests.browser.phone import Phone
from tests.browser.test_journey import submitted, to_the_notice


def pick(phone: Phone, day: int, time: int) -> None:
    phone.page.locator(".days button:not([disabled])").nth(day).click()
    phone.page.locator(".times button:not([disabled])").nth(time).click()


class TestAppointment:
    def test_is_made_moved_and_given_up(self, phone: Phone) -> None:
        submitted(phone)
        phone.tap("预约窗口", exact=True)
        phone.page.get_by_role("heading", name="选日期").wait_for()
        pick(phone, 1, 0)
        assert phone.page.locator(".times button").first.inner_text().startswith("9:00-9:30")
        phone.picture("slots")
        phone.assert_accessible()
        phone.tap("预约", exact=True)
        code = phone.page.locator(".appointment strong")
        code.wait_for()
        when = phone.page.locator(".appointment").inner_text()
        phone.until(
            "[...document.querySelectorAll('.appointment img')].every(image => image.naturalWidth > 0)"
        )
        phone.picture("appointment")
        phone.assert_accessible()
        phone.reload()
        code.wait_for()

        phone.tap("改时间", exact=True)
        pick(phone, 2, 1)
        phone.tap("改到这个时间")
        phone.page.get_by_role("button", name="取消预约", exact=True).wait_for()
        assert phone.page.locator(".appointment").inner_text() != when

        phone.tap("取消预约", exact=True)
        assert "让给别人" in phone.page.get_by_label("确认取消预约").inner_text()
        phone.tap("取消预约", exact=True)
        phone.page.get_by_role("heading", name="已取消").wait_for()

    def test_before_the_submission_from_the_notice(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.tap("预约窗口", exact=True)
        phone.page.get_by_role("heading", name="选日期").wait_for()
        pick(phone, 0, 0)
        phone.tap("预约", exact=True)
        phone.page.locator(".appointment strong").wait_for()

    def test_in_the_talk_with_the_day_that_was_tapped(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.say("预约")
        days = phone.last_answer().locator(".options button")
        day = days.last.inner_text().split("\n")[-1]
        days.last.click()
        phone.answered()
        phone.last_answer().locator(".options button").first.click()
        phone.answered()
        assert day in phone.last_answer().locator(".appointment").inner_text()

    def test_a_slot_that_is_gone_is_said_and_another_can_be_picked(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        to_the_notice(phone)
        phone.tap("预约窗口", exact=True)
        phone.page.get_by_role("heading", name="选日期").wait_for()
        lost: list[bool] = []

        def full(route: Any) -> None:
            if lost:
                route.continue_()
                return
            lost.append(True)
            problem = '{"code": "slot_full", "detail": "这个时间刚刚约满了，请选别的时间。"}'
            route.fulfill(status=409, content_type="application/problem+json", body=problem)

        phone.page.route("**/api/v1/appointments", full)
        pick(phone, 0, 0)
        phone.tap("预约", exact=True)
        phone.page.get_by_text("刚刚约满了").wait_for()
        pick(phone, 1, 0)
        phone.tap("预约", exact=True)
        phone.page.locator(".appointment strong").wait_for()
