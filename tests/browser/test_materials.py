"""Photos of the papers: sent once whatever the network does, put in order, taken back, used again, and what is not taken."""

from __future__ import annotations

import io
from typing import Any

import httpx
from PIL import Image

from tests.browser import papers
from tests.browser.phone import Phone
from tests.browser.test_journey import hand_in, to_the_notice

LEASE = "房屋租赁合同"
APPLICATION = "食品经营许可申请书"


def to_the_sheet(phone: Phone) -> None:
    to_the_notice(phone)
    phone.tap("拍照上传材料")
    phone.slot(LEASE).wait_for()


def lease(page: int = 1) -> tuple[str, bytes]:
    return f"合同{page}.jpg", papers.photo(papers.lease(page))


def order(phone: Phone) -> list[str]:
    return (
        phone.slot(LEASE).locator("[data-file]").evaluate_all("tiles => tiles.map(tile => tile.dataset.file)")
    )


def sizes(phone: Phone, tile: Any) -> tuple[int, int]:
    """Width and height of the stored picture that a tile shows."""
    path = tile.locator("img").get_attribute("src").removesuffix("/thumbnail")
    return Image.open(io.BytesIO(httpx.get(phone.address + path).content)).size


class TestSending:
    def test_an_upright_photo_without_its_place(self, phone: Phone) -> None:
        to_the_sheet(phone)
        turned = papers.lease().rotate(90, expand=True)  # as a phone's sensor sees it
        phone.photograph(LEASE, ("合同.jpg", papers.photo(turned, orientation=6)))
        (tile,) = phone.tiles(LEASE, 1).all()
        width, height = sizes(phone, tile)
        assert width < height
        path = tile.locator("img").get_attribute("src").removesuffix("/thumbnail")
        assert not Image.open(io.BytesIO(httpx.get(phone.address + path).content)).getexif()

    def test_a_photo_is_turned_and_cut_to_its_paper(self, phone: Phone) -> None:
        to_the_sheet(phone)
        table = Image.new("RGB", (1900, 2400), (96, 72, 50))
        table.paste(papers.lease().resize((1240, 1754)), (400, 320))
        phone.photograph(LEASE, ("合同.jpg", papers.photo(table.rotate(90, expand=True))))
        (tile,) = phone.tiles(LEASE, 1).all()
        before = tile.get_attribute("data-file")
        tile.get_by_role("button").first.click()
        phone.tap("转动、裁剪")
        phone.page.get_by_text("框住的是找到的纸边").wait_for()
        phone.tap("向右转90°")
        phone.tap("就用这样的")
        phone.until(f"!document.querySelector('[data-file=\"{before}\"]')")
        (tile,) = phone.tiles(LEASE, 1).all()
        width, height = sizes(phone, tile)
        assert abs(width - 1240) < 40 and abs(height - 1754) < 40

    def test_a_large_photo_travels_smaller(self, phone: Phone) -> None:
        to_the_sheet(phone)
        large = papers.photo(papers.lease().resize((3600, 5092)), quality=98)
        sent: list[int] = []
        phone.page.on(
            "request",
            lambda request: (
                sent.append(int(request.all_headers().get("content-length", "0")))
                if request.url.endswith("/files")
                else None
            ),
        )
        phone.photograph(LEASE, ("合同.jpg", large))
        phone.tiles(LEASE, 1)
        assert sent and sent[0] < len(large) * 0.8

    def test_a_lost_answer_stores_the_file_once(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        to_the_sheet(phone)
        keys: list[str] = []

        def lose(route: Any) -> None:
            keys.append(route.request.headers["idempotency-key"])
            if len(keys) == 1:
                route.fetch()  # stored; the answer does not arrive
                route.abort()
            else:
                route.continue_()

        phone.page.route("**/files", lose)
        phone.photograph(LEASE, lease())
        phone.slot(LEASE).get_by_text("没有传上").wait_for()
        phone.tap("重试：合同1.jpg")
        phone.tiles(LEASE, 1)
        assert len(keys) == 2 and len(set(keys)) == 1

    def test_without_a_network_it_waits_and_a_reload_keeps_it(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True
        to_the_sheet(phone)
        phone.context.set_offline(True)
        phone.photograph(LEASE, lease(1), lease(2))
        phone.slot(LEASE).get_by_text("没有传上").nth(1).wait_for()
        phone.slot(LEASE).evaluate("slot => slot.scrollIntoView()")
        phone.picture("upload-offline")
        phone.context.set_offline(False)
        phone.page.reload()
        phone.tiles(LEASE, 2)

    def test_two_tabs_show_the_same_files(self, phone: Phone) -> None:
        to_the_sheet(phone)
        second = phone.context.new_page()
        second.goto(phone.address)
        second.get_by_role("button", name="拍照上传材料").click()
        second.locator(".slot").first.wait_for()
        phone.photograph(LEASE, lease())
        phone.tiles(LEASE, 1)
        second.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        phone.until_in(second, "document.querySelectorAll('[data-file]').length === 1")


class TestRefused:
    def test_each_file_says_why(self, phone: Phone) -> None:
        phone.is_faulty_on_purpose = True  # the browser reports the refusals
        to_the_sheet(phone)
        assert "10 MB" in phone.page.get_by_role("dialog").inner_text()
        phone.photograph(
            LEASE,
            ("说明.txt", b"text"),
            ("空.jpg", b""),
            ("大.pdf", b"%PDF-1.7" + bytes(10 * 1024 * 1024)),
            ("假.jpg", b"MZ this is a program"),
            lease(),
        )
        phone.tiles(LEASE, 1)
        slot = phone.slot(LEASE)
        for said in ("「说明.txt」不是能收的格式", "「空.jpg」是空的", "「大.pdf」有10 MB"):
            slot.get_by_text(said).wait_for()
        slot.get_by_text("不能收").nth(3).wait_for()
        phone.assert_accessible()
        phone.tap("知道了：假.jpg")
        assert slot.get_by_text("不能收").count() == 3


class TestOrder:
    def test_with_buttons_and_by_dragging_and_it_stays(self, phone: Phone) -> None:
        to_the_sheet(phone)
        phone.photograph(LEASE, lease(1), lease(2), lease(3))
        phone.tiles(LEASE, 3)
        first, second, third = order(phone)
        phone.tap("调整顺序")
        phone.tap("第1张往后移")
        phone.until(f"document.querySelectorAll('[data-file]')[1].dataset.file === '{first}'")
        assert order(phone) == [second, first, third]

        boxes = [tile.bounding_box() for tile in phone.slot(LEASE).locator(".grip").all()]
        mouse = phone.page.mouse
        mouse.move(boxes[2]["x"] + 20, boxes[2]["y"] + 20)
        mouse.down()
        mouse.move(boxes[0]["x"] + 20, boxes[0]["y"] + 20, steps=8)
        assert order(phone) == [third, second, first]
        mouse.up()
        phone.tap("排好了")
        phone.reload()
        phone.tiles(LEASE, 3)
        assert order(phone) == [third, second, first]

    def test_one_is_deleted_after_asking(self, phone: Phone) -> None:
        to_the_sheet(phone)
        phone.photograph(LEASE, lease(1), lease(2))
        tiles = phone.tiles(LEASE, 2)
        kept = order(phone)[0]
        tiles.nth(1).get_by_role("button").click()
        phone.tap("删除", exact=True)
        assert "第2张" in phone.page.get_by_label("确认删除").inner_text()
        phone.tap("删除这张")
        phone.tiles(LEASE, 1)
        assert order(phone) == [kept]


class TestReuse:
    def test_a_paper_of_a_submitted_item_is_used_again(self, phone: Phone) -> None:
        to_the_sheet(phone)
        phone.photograph(LEASE, lease())
        phone.tiles(LEASE, 1)
        phone.tap("好了，回到对话")
        hand_in(phone)
        phone.say("我租了个店面，还要办个体工商户登记，设立")
        for _ in range(8):
            if phone.last_answer().locator(".notice").count():
                break
            phone.last_answer().locator(".options button").first.click()
            phone.answered()
        phone.tap("拍照上传材料")
        phone.tap("直接用这份")
        phone.tiles(LEASE, 1)
