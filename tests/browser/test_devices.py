"""Another device, two tabs, no network, a slow service, a lost answer: nothing is lost and nothing is done twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.phone import Phone
from tests.browser.test_journey import fill_form, to_the_notice

if TYPE_CHECKING:
    from playwright.sync_api import Route

MESSAGES = "**/chat/messages"


class TestAnotherDevice:
    def test_goes_on_by_a_one_time_link(self, phone: Phone, phones: Any) -> None:
        from playwright.sync_api import expect  # not there on a machine without a browser

        to_the_notice(phone)
        phone.tap("换设备接着办")
        code = phone.page.locator(".move strong").inner_text()
        phone.picture("move")
        desk: Phone = phones(viewport={"width": 1280, "height": 800})
        desk.open(f"/#resume={code}")
        desk.tap("接着办", exact=True)
        desk.page.get_by_role("region", name="一次性告知单 第1版").wait_for()
        desk.answered()
        expect(desk.page.locator(".notice")).to_have_count(1)  # drawn anew while the talk before it arrives
        assert desk.said()[: len(phone.said())] == phone.said()
        assert desk.step() == "材料"
        assert code not in desk.page.url
        desk.reload()

    def test_a_used_link_says_so(self, phone: Phone, phones: Any) -> None:
        to_the_notice(phone)
        phone.tap("换设备接着办")
        code = phone.page.locator(".move strong").inner_text()
        for expected in ("接着办「", "已经用过"):
            other: Phone = phones()
            other.open(f"/#resume={code}")
            other.tap("接着办", exact=True)
            other.page.get_by_text(expected).first.wait_for()


class TestTwoTabs:
    def test_both_show_what_was_said_in_either(self, phone: Phone) -> None:
        phone.say("我想开个小饭馆")
        second = phone.context.new_page()
        second.goto(phone.address)
        second.locator(".mine").wait_for()
        second.fill("#say", "要多少钱")
        second.keyboard.press("Enter")
        phone.until_in(
            second,
            "document.querySelectorAll('.exchange').length === 2 && !document.querySelector('.waiting')",
        )
        phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        phone.until("document.querySelectorAll('.mine').length === 2")

    def test_the_word_to_submit_in_both_makes_one_case_and_says_so(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.choose("提交申请")
        phone.tap("项都备齐了")
        phone.tap("填写")
        fill_form(phone)
        phone.page.get_by_text("现在提交吗").wait_for()
        phone.answered()
        second = phone.context.new_page()
        second.goto(phone.address)
        second.get_by_role("button", name="1 确认提交").last.wait_for()
        # Held back until both are on their way: else the one tab may hear of the other's receipt first, and has no button any more.
        held: list[Route] = []
        for page in (second, phone.page):
            page.route(MESSAGES, lambda route: held.append(route))
            with page.expect_request(MESSAGES):
                page.get_by_role("button", name="1 确认提交").last.evaluate("button => button.click()")
        while len(held) < 2:
            phone.page.wait_for_timeout(10)
        for route in held:
            route.continue_()
        for page in (second, phone.page):
            page.get_by_text("没有重复提交").wait_for()
            # A tab may hear of the other's receipt only after its own answer.
            page.locator(".case strong").first.wait_for()
            assert page.locator(".case strong").count() == 1
            page.locator(".stepper .now", has_text="进度").wait_for()


class TestNetwork:
    def test_without_one_the_sentence_is_kept_and_sent_later(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        phone.say("我想开个小饭馆")
        phone.context.set_offline(True)
        phone.page.get_by_text("网络断开了。已经说过的内容都留着").wait_for()
        phone.page.fill("#say", "食品经营许可（新办）")
        phone.page.keyboard.press("Enter")
        phone.page.get_by_role("button", name="再发一次").wait_for()
        phone.picture("offline")
        phone.context.set_offline(False)
        phone.until(
            "document.querySelectorAll('.exchange').length === 2 && !document.querySelector('.problem')"
        )
        phone.answered()
        assert phone.step() == "问题"

    def test_a_lost_answer_is_fetched_without_doing_it_twice(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        phone.say("我想开个小饭馆")
        lost: list[str] = []

        def lose(route: Any) -> None:
            if lost:
                route.continue_()
                return
            lost.append(route.fetch().text())  # the service has answered; the answer does not arrive
            route.abort()

        phone.page.route(MESSAGES, lose)
        phone.page.fill("#say", "食品经营许可（新办）")
        phone.page.keyboard.press("Enter")
        phone.tap("再发一次")
        phone.until(
            "document.querySelectorAll('.exchange').length === 2 && !document.querySelector('.problem')"
        )
        phone.answered()
        assert len(phone.said()) == 2
        assert phone.step() == "问题"

    def test_a_slow_service_is_announced(self, phone: Phone) -> None:
        held: list[Any] = []
        phone.page.route("**/chat/messages", lambda route: held.append(route))
        phone.page.fill("#say", "我想开个小饭馆")
        phone.page.keyboard.press("Enter")
        phone.page.get_by_text("还在处理，请再等一会儿").wait_for()
        assert phone.page.get_by_role("button", name="发送").is_disabled()
        held[0].continue_()
        phone.answered()
        assert len(phone.said()) == 1

    def test_a_fault_of_the_service_is_said_and_the_sentence_can_be_mended(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        phone.page.route("**/chat/messages", lambda route: route.fulfill(status=502, body="bad gateway"))
        phone.page.fill("#say", "我想开个小饭馆")
        phone.page.keyboard.press("Enter")
        phone.page.get_by_text("没有发出去").wait_for()
        phone.tap("改一改")
        assert phone.page.input_value("#say") == "我想开个小饭馆"
        assert phone.said() == []


class TestTyping:
    def test_what_is_typed_survives_a_reload(self, phone: Phone) -> None:
        phone.page.fill("#say", "我想开个小")
        phone.reload()
        assert phone.page.input_value("#say") == "我想开个小"
