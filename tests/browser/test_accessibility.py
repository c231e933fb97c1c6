"""axe-core finds nothing serious on any screen; the keyboard reaches everything; 适老化 is large and of high contrast."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser import papers
from tests.browser.phone import Phone
from tests.browser.test_journey import hand_in, submitted, to_the_notice


class TestAxe:
    @pytest.mark.parametrize("mode", ["标准", pytest.param("大字", marks=pytest.mark.slow)])
    def test_every_screen(self, phone: Phone, mode: str) -> None:
        tags = ("wcag2aaa",) if mode == "大字" else ()
        if mode == "大字":
            phone.tap("大字版")
        phone.assert_accessible(*tags)
        phone.say("我租了个门面想开个小饭馆，要办啥")
        phone.assert_accessible(*tags)
        phone.choose("食品经营许可（新办）")
        phone.assert_accessible(*tags)
        phone.say("一百来平，我弟去帮我办")
        phone.choose("2 否")
        phone.assert_accessible(*tags)
        for label in ("的要求和依据", "办理流程、条件和依据"):
            phone.page.locator("summary", has_text=label.removeprefix("的")).first.click()
        phone.assert_accessible(*tags)
        if mode == "大字":
            phone.picture("large")
        phone.choose("提交申请")
        phone.assert_accessible(*tags)
        phone.tap("填写")
        phone.page.fill("#field-agent_phone", "12")
        phone.page.keyboard.press("Tab")
        phone.assert_accessible(*tags)
        phone.page.keyboard.press("Escape")
        phone.page.locator(".stepper").click()
        phone.assert_accessible(*tags)

    def test_pages_without_script(self, phone: Phone) -> None:
        """告知单 and 预约 as pages of their own, at the narrowest phone and at a desk."""
        to_the_notice(phone)
        notice = phone.page.locator("a[href^='/n/']").first.get_attribute("href")
        phone.tap("预约窗口", exact=True)
        phone.page.locator(".days button:not([disabled])").first.click()
        phone.page.locator(".times button:not([disabled])").first.click()
        phone.tap("预约", exact=True)
        appointment = phone.page.locator("a[href^='/a/']").first
        appointment.wait_for()
        for address in (notice, appointment.get_attribute("href")):
            assert address
            phone.page.goto(phone.address + address.removeprefix(phone.address))
            for width in (320, 360, 1920):
                phone.page.set_viewport_size({"width": width, "height": 800})
                phone.assert_accessible()
                assert phone.page.evaluate("document.documentElement.scrollWidth") <= width

    def test_the_receipt(self, phone: Phone) -> None:
        submitted(phone)
        phone.assert_accessible()

    @pytest.mark.parametrize("mode", ["标准", pytest.param("大字", marks=pytest.mark.slow)])
    def test_papers_appointment_and_progress(self, phones: Any, mode: str) -> None:
        phone: Phone = phones(viewport={"width": 360, "height": 780})
        phone.open()
        tags = ("wcag2aaa",) if mode == "大字" else ()
        if mode == "大字":
            phone.tap("大字版")
        to_the_notice(phone)
        phone.tap("拍照上传材料")
        phone.photograph("房屋租赁合同", *((f"{n}.jpg", papers.photo(papers.lease(n))) for n in (1, 2)))
        tiles = phone.tiles("房屋租赁合同", 2)
        phone.tap("调整顺序")
        assert_fits(phone, *tags)
        phone.tap("排好了")
        tiles.first.get_by_role("button").click()
        assert_fits(phone, *tags)
        if mode == "大字":
            phone.picture("large-papers")
        phone.page.keyboard.press("Escape")
        phone.page.keyboard.press("Escape")
        phone.tap("预约窗口", exact=True)
        phone.page.get_by_role("heading", name="选日期").wait_for()
        assert_fits(phone, *tags)
        phone.page.keyboard.press("Escape")
        hand_in(phone)
        phone.tap("查看进度")
        phone.page.get_by_text("您现在可以").wait_for()
        phone.page.get_by_role("dialog").get_by_role("button", name="投诉").click()
        phone.page.locator("#complaint-text").wait_for()
        assert_fits(phone, *tags)


def assert_fits(phone: Phone, *tags: str) -> None:
    """The sheet is accessible and nothing on it is wider than the screen."""
    phone.assert_accessible(*tags)
    assert phone.page.evaluate(
        "[...document.querySelectorAll('.content')].every(box => box.scrollWidth <= box.clientWidth)"
    )


class TestKeyboard:
    def test_goes_from_the_wish_to_an_answer_without_a_pointer(self, phone: Phone) -> None:
        page = phone.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "跳到输入框"
        page.keyboard.press("Enter")
        page.keyboard.type("我想开个小饭馆")
        page.keyboard.press("Enter")
        phone.answered()
        assert page.evaluate("document.activeElement.id") == "say"
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        phone.answered()
        assert phone.step() == "问题"

    def test_goes_on_at_the_answer_after_an_option(self, phone: Phone) -> None:
        page = phone.page
        phone.say("我租了个门面想开个小饭馆，要办啥")
        page.get_by_role("button", name="食品经营许可（新办）").focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="1 不超过200平方米").wait_for()
        phone.answered()
        page.keyboard.press("Tab")
        assert "不超过200平方米" in page.evaluate("document.activeElement.textContent")

    def test_a_sheet_keeps_the_focus_and_gives_it_back(self, phone: Phone) -> None:
        page = phone.page
        stepper = page.locator(".stepper")
        stepper.focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        for _ in range(20):
            page.keyboard.press("Tab")
            assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
        assert page.evaluate("document.activeElement.className").startswith("stepper")

    def test_back_closes_a_sheet_and_leaves_the_talk(self, phone: Phone) -> None:
        phone.page.locator(".stepper").click()
        phone.page.get_by_role("dialog").wait_for()
        phone.page.go_back()
        phone.page.get_by_role("dialog").wait_for(state="detached")
        assert phone.page.url.startswith(phone.address)


class TestLargeType:
    def test_is_twenty_pixels_and_kept(self, phone: Phone) -> None:
        phone.tap("大字版")
        for _ in range(2):
            assert phone.page.evaluate("getComputedStyle(document.body).fontSize") == "20px"
            phone.reload()

    def test_uses_plain_words(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.tap("大字版")
        assert "可以以后再交" in phone.page.locator(".notice").inner_text()


class TestSizes:
    @pytest.mark.parametrize("width", [320, 360, 768, 1920])
    @pytest.mark.parametrize("large", [False, True])
    def test_nothing_is_wider_than_the_screen(self, phones: Any, width: int, large: bool) -> None:
        phone: Phone = phones(viewport={"width": width, "height": 800}, device_scale_factor=1)
        phone.open()
        if large:
            phone.tap("大字版")
        to_the_notice(phone)
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= width
        assert phone.page.evaluate(
            "document.querySelector('.list').scrollWidth <= document.querySelector('.list').clientWidth"
        )
        if width == 1920 and not large:
            phone.picture("desk")

    def test_what_is_tapped_is_large_enough(self, phone: Phone) -> None:
        to_the_notice(phone)
        heights = phone.page.locator(".options button").evaluate_all(
            "rows => rows.map(row => row.offsetHeight)"
        )
        assert heights and min(heights) >= 48
