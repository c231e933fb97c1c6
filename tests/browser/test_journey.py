"""The whole way on a phone, with a reload in every step: wish, questions, notice, materials, form, submission, progress."""

from __future__ import annotations

import re

from intake.people import person
from tests.browser import papers
from tests.browser.phone import Phone

APPLICANT, AGENT = person(11), person(12)


def to_the_notice(phone: Phone) -> None:
    phone.say("我租了个门面想开个小饭馆，要办啥")
    phone.choose("食品经营许可（新办）")
    phone.say("一百来平，我弟去帮我办")
    phone.choose("2 否")


def fill_form(phone: Phone) -> None:
    """Whoever acts for the applicant gives name and phone; the applicant's own phone is then not asked for."""
    values = {
        "name": APPLICANT.name,
        "id_number": APPLICANT.id_number,
        "phone": APPLICANT.phone,
        "agent_name": AGENT.name,
        "agent_phone": APPLICANT.phone,
    }
    phone.page.locator("#field-name").wait_for()
    for field, value in values.items():
        if phone.page.locator(f"#field-{field}").count():
            phone.page.fill(f"#field-{field}", value)
    phone.tap("保存", exact=True)


def submitted(phone: Phone) -> str:
    to_the_notice(phone)
    return hand_in(phone)


def hand_in(phone: Phone) -> str:
    """From the notice to the receipt; the number on it."""
    phone.choose("提交申请")
    phone.tap("项都备齐了")
    phone.tap("填写")
    fill_form(phone)
    phone.page.get_by_text("现在提交吗").wait_for()
    phone.choose("1 确认提交")
    return phone.page.locator(".case strong").inner_text()


class TestJourney:
    def test_from_the_wish_to_the_progress(self, phone: Phone) -> None:
        page = phone.page
        assert phone.step() == "事项"
        phone.picture("welcome")

        phone.say("我租了个门面想开个小饭馆，要办啥")
        phone.picture("items")
        phone.reload()
        phone.choose("食品经营许可（新办）")
        assert phone.step() == "问题"
        phone.picture("question")
        phone.reload()

        phone.say("一百来平，我弟去帮我办")
        phone.choose("2 否")
        notice = page.get_by_role("region", name="一次性告知单 第1版")
        assert "房屋租赁合同" in notice.inner_text() and "不收费" in notice.inner_text()
        assert phone.step() == "材料"
        phone.picture("notice")
        phone.reload()

        page.get_by_label("食品安全规章制度目录清单，备齐了").check()
        page.get_by_text("已备齐").first.wait_for()
        phone.reload()
        phone.until("document.querySelectorAll('.material input:checked').length === 1")
        hand_in_photos(phone)

        phone.choose("提交申请")
        assert "还差7处" in phone.last_answer().inner_text()
        phone.picture("gaps")
        phone.reload()
        phone.tap("这3项都备齐了")
        phone.tap("在安全表单里填写")

        page.fill("#field-id_number", APPLICANT.id_number[:-2])
        page.fill("#field-name", APPLICANT.name)
        page.get_by_text("还差2位").wait_for()
        phone.picture("form")
        page.fill("#field-agent_phone", APPLICANT.phone)
        page.get_by_text("已保存").first.wait_for()
        phone.reload()
        page.get_by_role("dialog").get_by_text("已保存").first.wait_for()
        fill_form(phone)
        page.get_by_text("现在提交吗").wait_for()
        assert phone.step() == "提交"
        phone.reload()

        phone.choose("1 确认提交")
        number = page.locator(".case strong").inner_text()
        assert re.fullmatch(r"\d{12}", number)
        assert phone.step() == "进度"
        phone.picture("case")
        phone.reload()

        phone.tap("查看进度")
        page.get_by_role("region", name=f"办件{number}的进度").wait_for()
        phone.reload()
        page.get_by_role("region", name=f"办件{number}的进度").wait_for()
        phone.picture("progress")
        assert_nothing_personal(phone)


def hand_in_photos(phone: Phone) -> None:
    """The form and two pages of the lease, with the pre-check's word on them."""
    phone.tap("拍照上传材料")
    phone.photograph("食品经营许可申请书", ("申请书.jpg", papers.photo(papers.application())))
    phone.photograph("房屋租赁合同", *((f"合同{n}.jpg", papers.photo(papers.lease(n))) for n in (1, 2)))
    phone.tiles("房屋租赁合同", 2)
    phone.reload()
    tiles = phone.tiles("房屋租赁合同", 2)
    form = phone.slot("食品经营许可申请书")
    form.get_by_text("预审通过").or_(form.get_by_text("请核对")).first.wait_for(timeout=90_000)
    phone.picture("materials")
    tiles.first.get_by_role("button").click()
    phone.page.get_by_role("img", name="房屋租赁合同 第1张").wait_for()
    phone.tap("收起")
    phone.tap("好了，回到对话")
    phone.page.get_by_text("看照片（2）").wait_for()


def assert_nothing_personal(phone: Phone) -> None:
    """Neither in addresses nor in what the browser keeps."""
    kept = phone.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    for value in (APPLICANT.name, APPLICANT.id_number, APPLICANT.phone):
        assert value not in kept
        assert not any(value in url for url in phone.urls)
    token = phone.page.evaluate("JSON.parse(localStorage['intake.conversation'])")
    assert not any(token in url for url in phone.urls)


class TestByDepartment:
    def test_an_item_is_found_by_its_office(self, phone: Phone) -> None:
        phone.tap("公安局")
        items = phone.page.get_by_role("list", name="事项")
        items.get_by_role("button").first.wait_for()
        phone.assert_accessible()
        name = items.get_by_role("button").first.inner_text().strip()
        items.get_by_role("button").first.click()
        phone.answered()
        assert phone.said() == [name]
        assert phone.page.locator(".options, .card").count()


class TestChangeOfMind:
    def test_an_answer_is_changed_from_the_overview(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.page.locator(".stepper").click()
        phone.page.get_by_role("dialog").wait_for()
        phone.picture("overview")
        phone.tap("改：经营场所是自有还是租赁")
        phone.page.get_by_text("经营场所是自有还是租赁？").last.wait_for()
        phone.answered()
        phone.choose("1 自有")
        changed = phone.last_answer().inner_text()
        assert "不再需要：房屋租赁合同" in changed and "不动产权证书" in changed
        assert "第2版" in changed and "新增" in changed
        assert phone.page.get_by_text("第1版，之后已有变化").is_visible()
        phone.picture("changed")
        phone.reload()

    def test_the_conversation_is_cleared_after_asking(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.page.locator(".stepper").click()
        phone.tap("结束并清除记录")
        assert "食品经营许可" in phone.page.get_by_label("确认清除").inner_text()
        phone.tap("清除", exact=True)
        phone.page.get_by_text("可以这样说").wait_for()
        assert phone.step() == "事项"
        assert phone.page.evaluate("localStorage.length") <= 1


class TestSubmission:
    def test_a_double_tap_makes_one_case(self, phone: Phone) -> None:
        to_the_notice(phone)
        phone.choose("提交申请")
        phone.tap("项都备齐了")
        phone.tap("在安全表单里填写")
        fill_form(phone)
        phone.page.get_by_text("现在提交吗").wait_for()
        phone.page.get_by_role("button", name="1 确认提交").last.dblclick()
        phone.page.locator(".case strong").wait_for()
        phone.answered()
        assert phone.page.locator(".case").count() == 1
        assert [said for said in phone.said() if said.endswith("确认提交")][-1:] == phone.said()[-1:]

    def test_back_and_forth_after_it_shows_the_same_case(self, phone: Phone) -> None:
        number = submitted(phone)
        phone.page.wait_for_load_state("networkidle")  # a page that is left while it asks reports a fault
        phone.page.goto("about:blank")
        phone.page.go_back()
        phone.page.locator(".case strong").wait_for()
        assert phone.page.locator(".case strong").inner_text() == number

    def test_withdraws_after_asking_once(self, phone: Phone) -> None:
        number = submitted(phone)
        phone.tap("查看进度")
        phone.tap("撤回这个办件")
        assert number in phone.page.get_by_label("确认撤回").inner_text()
        phone.tap("撤回", exact=True)
        phone.page.get_by_role("heading", name="已撤回").wait_for()

    def test_a_wrong_end_of_the_phone_is_refused_in_words(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True  # the browser reports the 404
        phone.tap("查我的件办到哪了")
        phone.page.fill("#case-number", "261123999994")
        phone.tap("查进度", exact=True)
        phone.page.get_by_text("请填提交时手机号的后4位").wait_for()
        phone.page.fill("#case-tail", "0000")
        phone.tap("查进度", exact=True)
        phone.page.get_by_text("没有查到编号和手机号相符的办件").wait_for()
