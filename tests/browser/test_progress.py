"""After the submission: what happens shows by itself, and the applicant does what is asked, corrects, complains and rates."""

from __future__ import annotations

from tests.browser import papers
from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.browser.test_journey import APPLICANT, hand_in, submitted, to_the_notice

LEASE = "房屋租赁合同"


def to_the_progress(phone: Phone) -> str:
    number = submitted(phone)
    phone.tap("查看进度")
    phone.page.get_by_role("region", name=f"办件{number}的进度").wait_for()
    return number


def state(phone: Phone, label: str) -> None:
    phone.page.get_by_role("dialog").get_by_role("heading", name=label, exact=True).wait_for()


class TestLive:
    def test_what_the_window_does_shows_by_itself(self, phone: Phone, desk: Desk) -> None:
        number = to_the_progress(phone)
        state(phone, "已提交")
        desk.do("receive", number)
        state(phone, "已收件")
        assert "窗口已收到您的材料" in phone.page.locator(".timeline").inner_text()

    def test_without_a_stream_it_is_asked_for(self, phone: Phone, desk: Desk) -> None:
        phone.is_faulty_on_purpose = True
        phone.page.route("**/cases/live-ticket", lambda route: route.abort())
        phone.page.clock.install()
        number = to_the_progress(phone)
        desk.do("receive", number)
        phone.page.clock.fast_forward(25_000)
        state(phone, "已收件")

    def test_another_device_needs_the_end_of_the_phone(self, phone: Phone, phones) -> None:
        number = submitted(phone)
        other: Phone = phones()
        other.open()
        other.tap("查我的件办到哪了")
        other.page.fill("#case-number", number)
        other.page.fill("#case-tail", APPLICANT.phone_tail)
        other.tap("查进度", exact=True)
        other.page.get_by_role("region", name=f"办件{number}的进度").wait_for()


class TestBundle:
    def test_each_case_of_it_can_be_followed(self, phone: Phone) -> None:
        phone.say("我想开餐饮店一件事")
        for _ in range(14):
            if phone.last_answer().locator(".notice").count():
                break
            phone.last_answer().locator(".options button").first.click()
            phone.answered()
        hand_in(phone)
        parts = phone.page.locator(".case .parts button")
        name = parts.nth(1).inner_text().partition("（2")[0]
        parts.nth(1).click()
        sheet = phone.page.get_by_role("dialog")
        sheet.locator(".progress p", has_text=name).first.wait_for()
        sheet.locator(".rows button").first.click()
        sheet.get_by_role("button", name=name).wait_for()


class TestCorrection:
    def test_a_new_photo_is_sent_and_handed_in(self, phone: Phone, desk: Desk) -> None:
        number = to_the_progress(phone)
        desk.ask_to_correct(number, LEASE, "缺第2页，请补上。")
        state(phone, "补正中")
        assert "下一步由您办" in phone.page.get_by_role("dialog").inner_text()
        phone.picture("correction")
        phone.assert_accessible()
        phone.page.get_by_role("button", name=f"上传{LEASE}").last.click()
        phone.photograph(LEASE, ("第2页.jpg", papers.photo(papers.lease(2))))
        phone.tiles(LEASE, 1)
        phone.reload()
        phone.tiles(LEASE, 1)
        phone.tap("好了，回到办件")
        phone.tap("交补正材料")
        state(phone, "已收件")

    def test_a_better_photo_stands_for_the_one_that_was_handed_in_and_that_one_stays(
        self, phone: Phone, desk: Desk
    ) -> None:
        to_the_notice(phone)
        phone.tap("拍照上传材料")
        phone.photograph(LEASE, ("第1页.jpg", papers.photo(papers.lease(1))))
        phone.tiles(LEASE, 1)
        phone.tap("好了，回到对话")
        number = hand_in(phone)
        phone.tap("查看进度")
        desk.ask_to_correct(number, LEASE, "第1页看不清，还缺第2、3页。")
        state(phone, "补正中")
        phone.page.get_by_role("button", name=f"上传{LEASE}").last.click()
        phone.page.get_by_text("交上去的照片都留在办件里，不会丢，也不会改。").wait_for()
        (old,) = [tile.get_attribute("data-file") for tile in phone.tiles(LEASE, 1).all()]
        phone.tiles(LEASE, 1).first.get_by_role("button").click()
        assert not phone.page.get_by_role("button", name="删除", exact=True).count()
        phone.page.locator("input[data-replaces]").last.set_input_files(
            {"name": "新.jpg", "mimeType": "image/jpeg", "buffer": papers.photo(papers.lease(1))}
        )
        phone.tiles(LEASE, 2)
        phone.photograph(LEASE, ("第2页.jpg", papers.photo(papers.lease(2))))
        phone.tiles(LEASE, 3)
        slot = phone.slot(LEASE)
        slot.get_by_text("已交，有新的").wait_for()
        slot.get_by_text("代替第1张").wait_for()
        phone.tap("调整顺序")
        assert phone.page.get_by_role("button", name="第2张往前移").is_disabled()
        before = [tile.get_attribute("data-file") for tile in phone.tiles(LEASE, 3).all()]
        phone.tap("第3张往前移")
        phone.until(f"document.querySelectorAll('[data-file]')[1].dataset.file === '{before[2]}'")
        assert phone.tiles(LEASE, 3).first.get_attribute("data-file") == old
        phone.assert_accessible()
        phone.tap("好了，回到办件")
        phone.tap("交补正材料")
        state(phone, "已收件")


class TestFeedback:
    def test_a_complaint_says_who_answers_and_by_when(self, phone: Phone) -> None:
        to_the_progress(phone)
        phone.page.get_by_role("dialog").get_by_role("button", name="投诉").click()
        phone.page.fill("#complaint-text", "窗口让我跑了三趟。")
        phone.tap("提交投诉")
        said = phone.page.get_by_label("您的投诉").inner_text()
        assert "窗口让我跑了三趟" in said and "答复您" in said
        phone.page.get_by_role("button", name="投诉（提过1件，正在处理）").wait_for()  # told by the stream
        phone.assert_accessible()

    def test_a_case_that_is_over_is_rated(self, phone: Phone, desk: Desk) -> None:
        number = to_the_progress(phone)
        assert not phone.page.get_by_role("button", name="评价这次服务").count()
        desk.refuse(number)
        state(phone, "不予受理")
        phone.tap("评价这次服务")
        phone.page.get_by_label("不满意", exact=True).check()
        phone.page.get_by_label("没有一次说清").check()
        phone.picture("rating")
        phone.assert_accessible()
        phone.tap("提交评价")
        phone.page.get_by_text("您评了：不满意").wait_for()
        phone.page.get_by_text("正在核实").wait_for()
