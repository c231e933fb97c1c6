"""Files of a slot: stored once, shown, ordered, reused, removed."""

from __future__ import annotations

import io
from pathlib import Path

import anyio
import pytest
from PIL import Image

from api.services import Services
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.uploads.conftest import Uploader, photo

pytestmark = pytest.mark.anyio


def stored(services: Services) -> list[Path]:
    return [path for path in (services.settings.data_dir / "uploads").glob("*/*") if path.is_file()]


class TestSlots:
    async def test_one_for_every_material_of_the_notice(self, uploader: Uploader) -> None:
        view = await uploader.look()
        preview = ok(await uploader.client.get(f"/intakes/{uploader.applicant.id}/preview"))
        assert [slot["id"] for slot in view["slots"]] == [line["id"] for line in preview["materials"]]
        assert view["open"] and view["waiting"] == 0 and view["poll_after_ms"] is None
        assert {slot["state"] for slot in view["slots"]} == {"empty"}

    async def test_limits_are_said(self, uploader: Uploader) -> None:
        limits = (await uploader.look())["limits"]
        assert limits["max_bytes"] == 10 * 1024 * 1024
        assert "HEIC" in limits["say"] and "10 MB" in limits["say"]
        assert ".heic" in limits["accept"]
        assert "没有提交的文件，24小时没有再办就自动删除" in limits["say"]

    async def test_without_an_item_there_are_none(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await applicant.client.get(f"/intakes/{applicant.id}/materials"), 409, "no_affair")


class TestUpload:
    async def test_is_stored_and_shown(self, uploader: Uploader) -> None:
        response = await uploader.send(photo(), X_File_Name="%E8%BA%AB%E4%BB%BD%E8%AF%81.jpg")
        assert response.status_code == 201
        file = response.json()["file"]
        assert file["name"] == "身份证.jpg"
        assert (file["width"], file["height"], file["pages"]) == (640, 480, 1)
        assert file["check"]["state"] == "off"
        slot = await uploader.slot()
        assert [one["id"] for one in slot["files"]] == [file["id"]]
        assert slot["state"] == "received" and slot["room"] == 19
        content = await uploader.client.get(f"http://centre{file['content']}")
        assert content.headers["content-type"] == "image/jpeg"
        assert content.headers["x-content-type-options"] == "nosniff"
        assert content.headers["content-disposition"] == 'inline; filename="paper-1.jpg"'
        small = await uploader.client.get(f"http://centre{file['thumbnail']}")
        assert Image.open(io.BytesIO(small.content)).size == (320, 240)

    async def test_makes_the_material_ready_and_its_removal_takes_that_back(self, uploader: Uploader) -> None:
        first, second = await uploader.sent(photo("1")), await uploader.sent(photo("2"))
        assert (await uploader.applicant.look())["materials"][APPLICATION] == "ready"
        for file_id in (first, second):
            ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{file_id}"))
        assert APPLICATION not in (await uploader.applicant.look())["materials"]

    async def test_what_was_declared_before_stays_after_removal(self, uploader: Uploader) -> None:
        await uploader.applicant.all_ready()
        file_id = await uploader.sent()
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{file_id}"))
        assert (await uploader.applicant.look())["materials"][APPLICATION] == "ready"

    async def test_is_there_again_when_the_applicant_comes_back_to_the_item(self, uploader: Uploader) -> None:
        await uploader.sent()
        applicant = uploader.applicant
        await applicant.choose("birth_registration.register")
        await applicant.choose(FOOD)
        await applicant.answer_all()
        assert (await applicant.look())["materials"] == {APPLICATION: "ready"}
        assert len((await uploader.slot())["files"]) == 1

    async def test_a_retry_stores_once(self, uploader: Uploader, services: Services) -> None:
        first = await uploader.send(photo(), key="the-same-key")
        again = await uploader.send(photo(), key="the-same-key")
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json()["file"]["id"] == again.json()["file"]["id"]
        assert len(stored(services)) == 2  # the paper and its thumbnail

    async def test_the_same_upload_many_times_at_once(self, uploader: Uploader, services: Services) -> None:
        answers: list[tuple[int, str]] = []

        async def send() -> None:
            response = await uploader.send(photo(), key="at-the-same-time")
            answers.append((response.status_code, response.json()["file"]["id"]))

        async with anyio.create_task_group() as group:
            for _ in range(6):
                group.start_soon(send)
        assert len({file_id for _, file_id in answers}) == 1
        assert sorted(status for status, _ in answers) == [200] * 5 + [201]
        assert len(stored(services)) == 2

    async def test_a_key_stands_for_one_content(self, uploader: Uploader) -> None:
        await uploader.send(photo("1"), key="one-key-only")
        refused(await uploader.send(photo("2"), key="one-key-only"), 409, "upload_key_reused")

    async def test_a_key_is_needed(self, uploader: Uploader) -> None:
        refused(await uploader.send(photo(), key="short"), 422, "idempotency_key_missing")

    async def test_twenty_and_no_more(self, uploader: Uploader) -> None:
        files = [await uploader.sent(photo(str(number))) for number in range(20)]
        assert (await uploader.slot())["room"] == 0
        document = refused(await uploader.send(photo("one more")), 409, "too_many_files")
        assert "20" in document["detail"]
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{files[3]}"))
        await uploader.sent(photo("one more"))

    async def test_only_for_a_material_on_the_list(self, uploader: Uploader) -> None:
        refused(await uploader.send(photo(), "passport"), 404, "material_not_found")

    async def test_not_after_submission(self, uploader: Uploader) -> None:
        file_id = await uploader.sent()
        await uploader.applicant.identify()
        await uploader.applicant.all_ready()
        ok(await uploader.applicant.submit())
        refused(await uploader.send(photo("2")), 409, "intake_not_open")
        gone = await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{file_id}")
        refused(gone, 409, "intake_not_open")
        view = await uploader.look()
        assert not view["open"]
        assert view["limits"]["say"] == "提交的文件随办件保存，不会自动删除。"
        assert (await uploader.content(file_id)).status_code == 200
        assert (await uploader.slot())["files"][0]["kept_until"] is None


class TestAtRest:
    async def test_is_sealed_and_nobody_elses_to_read(self, uploader: Uploader, services: Services) -> None:
        await uploader.sent()
        for path in stored(services):
            assert path.stat().st_mode & 0o077 == 0
            assert b"JFIF" not in path.read_bytes()

    async def test_a_changed_file_is_not_shown(self, uploader: Uploader, services: Services) -> None:
        file_id = await uploader.sent()
        for path in stored(services):
            data = bytearray(path.read_bytes())
            data[-1] ^= 1
            path.write_bytes(data)
        refused(await uploader.content(file_id), 404, "file_not_found")


class TestOrder:
    async def test_is_kept(self, uploader: Uploader) -> None:
        files = [await uploader.sent(photo(str(number))) for number in range(3)]
        wanted = [files[2], files[0], files[1]]
        order = await uploader.client.put(
            f"{uploader.base}/{APPLICATION}/files/order", json={"files": wanted}
        )
        assert [one["id"] for one in ok(order)["files"]] == wanted
        assert [one["id"] for one in (await uploader.slot())["files"]] == wanted

    async def test_names_every_file_once(self, uploader: Uploader) -> None:
        first = await uploader.sent()
        for wrong in ([], [first, first], [first, "x"]):
            response = await uploader.client.put(
                f"{uploader.base}/{APPLICATION}/files/order", json={"files": wrong}
            )
            refused(response, 422, "order_incomplete")


class TestReplace:
    async def test_the_new_one_stands_where_the_old_one_was(
        self, uploader: Uploader, services: Services
    ) -> None:
        first, second, third = [await uploader.sent(photo(str(n))) for n in range(3)]
        new = (await uploader.send(photo("new"), key="replacing-1", replaces=second)).json()["file"]["id"]
        assert [file["id"] for file in (await uploader.slot())["files"]] == [first, new, third]
        assert (await uploader.content(second)).status_code == 404
        assert len(stored(services)) == 6  # three papers and their thumbnails

    async def test_the_only_one_keeps_the_material_ready(self, uploader: Uploader) -> None:
        old = await uploader.sent()
        new = (await uploader.send(photo("new"), replaces=old)).json()["file"]["id"]
        assert (await uploader.slot())["declared"] == "ready"
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{new}"))
        assert (await uploader.slot())["declared"] is None

    async def test_sent_again_it_replaces_once(self, uploader: Uploader) -> None:
        first, second = [await uploader.sent(photo(str(n))) for n in range(2)]
        sent = await uploader.send(photo("new"), key="replacing-1", replaces=first)
        again = await uploader.send(photo("new"), key="replacing-1", replaces=first)
        assert (sent.status_code, again.status_code) == (201, 200)
        assert [file["id"] for file in (await uploader.slot())["files"]] == [
            sent.json()["file"]["id"],
            second,
        ]

    async def test_where_the_old_one_is_gone_nothing_is_lost(self, uploader: Uploader) -> None:
        old, other = [await uploader.sent(photo(str(n))) for n in range(2)]
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{old}"))
        new = (await uploader.send(photo("new"), replaces=old)).json()["file"]["id"]
        assert [file["id"] for file in (await uploader.slot())["files"]] == [other, new]

    async def test_a_full_slot_takes_one_for_another(self, uploader: Uploader) -> None:
        files = [await uploader.sent(photo(str(n))) for n in range(20)]
        refused(await uploader.send(photo("more")), 409, "too_many_files")
        assert (await uploader.send(photo("new"), replaces=files[3])).status_code == 201


class TestReuse:
    async def test_in_another_item_without_a_second_copy(
        self, uploader: Uploader, services: Services
    ) -> None:
        file_id = await uploader.sent(material="id_card") if await has(uploader, "id_card") else ""
        material = "id_card" if file_id else APPLICATION
        file_id = file_id or await uploader.sent()
        on_disk = len(stored(services))
        applicant = uploader.applicant
        await applicant.client.delete(f"/intakes/{applicant.id}")
        await applicant.begin()
        await applicant.choose(FOOD)
        await applicant.answer_all()
        reusable = (await uploader.look())["reusable"]
        assert [(one["id"], one["fits"]) for one in reusable] == [(file_id, [material])]
        body = {"file": file_id}
        first = await uploader.client.post(f"{uploader.base}/{material}/files/reuse", json=body)
        again = await uploader.client.post(f"{uploader.base}/{material}/files/reuse", json=body)
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json()["file"]["reused_from"]
        assert len(stored(services)) == on_disk
        content = await uploader.content(first.json()["file"]["id"], material)
        assert content.status_code == 200

    async def test_the_paper_stays_while_a_slot_shows_it(
        self, uploader: Uploader, services: Services
    ) -> None:
        other = next(slot["id"] for slot in (await uploader.look())["slots"] if slot["id"] != APPLICATION)
        file_id = await uploader.sent()
        copy = await uploader.client.post(f"{uploader.base}/{other}/files/reuse", json={"file": file_id})
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{file_id}"))
        assert len(stored(services)) == 2
        shown = copy.json()["file"]["id"]
        assert (await uploader.content(shown, other)).status_code == 200
        ok(await uploader.client.delete(f"{uploader.base}/{other}/files/{shown}"))
        assert stored(services) == []


async def has(uploader: Uploader, material: str) -> bool:
    return any(slot["id"] == material for slot in (await uploader.look())["slots"])


class TestStrangers:
    async def test_find_nothing(self, uploader: Uploader, stranger: Applicant) -> None:
        file_id = await uploader.sent()
        await stranger.choose(FOOD)
        await stranger.answer_all()
        theirs = f"/intakes/{stranger.id}/materials/{APPLICATION}/files"
        for response in (
            await stranger.client.get(f"{theirs}/{file_id}"),
            await stranger.client.get(f"{theirs}/{file_id}/thumbnail"),
            await stranger.client.delete(f"{theirs}/{file_id}"),
            await stranger.client.post(f"{theirs}/reuse", json={"file": file_id}),
        ):
            refused(response, 404, "file_not_found")
        order = await stranger.client.put(f"{theirs}/order", json={"files": [file_id]})
        refused(order, 422, "order_incomplete")
        assert (await uploader.content(file_id)).status_code == 200

    async def test_a_file_is_found_in_its_own_slot_only(self, uploader: Uploader) -> None:
        other = next(slot["id"] for slot in (await uploader.look())["slots"] if slot["id"] != APPLICATION)
        refused(await uploader.content(await uploader.sent(), other), 404, "file_not_found")
