"""Appointments: one a person, no more than there are seats, whoever comes at the same moment, and nothing for strangers."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from intake.people import person
from tests.api.applicant import FOOD, Applicant, client_of, ok, refused
from tests.api.conftest import MovableClock
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

TUESDAY = "2026-11-24"
SLOT = {"day": TUESDAY, "start": "09:00"}
LATER = {"day": TUESDAY, "start": "10:30"}


async def chosen(applicant: Applicant) -> dict[str, Any]:
    await applicant.choose(FOOD)
    return {"intake": applicant.id}


async def book(applicant: Applicant, **body: Any) -> httpx.Response:
    return await applicant.client.post("/appointments", json=body)


async def current(applicant: Applicant, **whose: Any) -> dict[str, Any]:
    return ok(await applicant.client.post("/appointments/current", json=whose))


async def cancel(applicant: Applicant, **whose: Any) -> httpx.Response:
    return await applicant.client.post("/appointments/cancel", json=whose)


async def free(applicant: Applicant, start: str = "09:00", window: str = "market") -> int:
    view = ok(await applicant.client.get(f"/windows/{window}/slots?from={TUESDAY}"))
    (slot,) = [slot for slot in view["days"][0]["slots"] if slot["start"] == start]
    return int(slot["free"])


@any_database
class TestSlots:
    async def test_are_those_of_the_window(self, applicant: Applicant) -> None:
        view = ok(await applicant.client.get("/windows/market/slots"))
        assert view["window"]["number"] == "12号" and view["slot_minutes"] == 30
        assert view["first"] == "2026-11-23" and view["last"] == "2026-12-03"
        today, tomorrow = view["days"][:2]
        assert today["slots"][0]["start"] == "10:00", "9:30 一到就不能再约9:30"
        assert tomorrow["label"] == "2026年11月24日（星期二）"
        assert tomorrow["slots"][0] == {"start": "09:00", "end": "09:30", "free": 3}
        assert not [day for day in view["days"] if date.fromisoformat(day["day"]).weekday() >= 5]

    async def test_from_a_day(self, applicant: Applicant) -> None:
        view = ok(await applicant.client.get("/windows/market/slots?from=2026-12-02"))
        assert [day["day"] for day in view["days"]] == ["2026-12-02", "2026-12-03"]

    @pytest.mark.parametrize("first", ["2027-06-01", "2999-12-31"])
    async def test_too_far_ahead_is_an_empty_offer(self, applicant: Applicant, first: str) -> None:
        assert ok(await applicant.client.get(f"/windows/market/slots?from={first}"))["days"] == []

    @pytest.mark.parametrize("first", ["tomorrow", "2026-02-30", "", "24.11.2026", "9999-12-31"])
    async def test_what_is_no_day(self, applicant: Applicant, first: str) -> None:
        refused(await applicant.client.get(f"/windows/market/slots?from={first}"), 422, "invalid_payload")

    async def test_an_unknown_window_and_one_that_takes_none(self, applicant: Applicant) -> None:
        refused(await applicant.client.get("/windows/nothing/slots"), 404, "window_not_found")
        refused(await applicant.client.get("/windows/civil/slots"), 409, "appointments_not_taken")


class TestBook:
    async def test_gives_a_number_a_page_and_a_code(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        booked = ok(await book(applicant, **whose, **SLOT))
        assert re.fullmatch(r"[A-Z]+\d{3}", booked["code"])
        assert booked["state"] == "booked" and booked["state_label"] == "已预约"
        assert booked["when"] == "2026年11月24日（星期二）9:00-9:30"
        assert booked["window"]["id"] == "market" and booked["item"] == "食品经营许可（新办）"
        assert booked["code"] in booked["reminder"]
        assert len(booked["access"]) * 6 >= 128
        assert await free(applicant) == 2

    async def test_the_same_slot_again_is_the_same_appointment(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        first = ok(await book(applicant, **whose, **SLOT))
        assert ok(await book(applicant, **whose, **SLOT)) == first
        assert await free(applicant) == 2

    async def test_another_slot_needs_the_word_to_move(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        first = ok(await book(applicant, **whose, **SLOT))
        document = refused(await book(applicant, **whose, **LATER), 409, "appointment_exists")
        assert document["appointment"]["code"] == first["code"]
        moved = ok(await book(applicant, **whose, **LATER, move=True))
        assert moved["start"] == "10:30" and moved["code"] != first["code"]
        assert await free(applicant) == 3 and await free(applicant, "10:30") == 2

    async def test_a_move_that_fails_keeps_what_there_is(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        first = ok(await book(applicant, **whose, **SLOT))
        nowhere = {"day": "2026-11-29", "start": "09:00"}
        refused(await book(applicant, **whose, **nowhere, move=True), 409, "slot_not_offered")
        assert (await current(applicant, **whose))["appointment"] == first

    @pytest.mark.parametrize(
        ("day", "start"),
        [("2026-11-23", "09:00"), ("2026-11-28", "09:00"), ("2026-12-31", "09:00"), (TUESDAY, "12:00"), (TUESDAY, "09:10"), ("2026-01-05", "09:00")],
    )  # fmt: skip
    async def test_slots_that_are_not_offered(self, applicant: Applicant, day: str, start: str) -> None:
        whose = await chosen(applicant)
        refused(await book(applicant, **whose, day=day, start=start), 409, "slot_not_offered")

    async def test_another_window_than_that_of_the_affair(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        document = refused(await book(applicant, **whose, **SLOT, window="police"), 409, "wrong_window")
        assert "12号" in document["detail"]
        ok(await book(applicant, **whose, **SLOT, window="market"))

    async def test_an_affair_whose_window_takes_none(self, applicant: Applicant) -> None:
        await applicant.choose("marriage.marry")
        refused(await book(applicant, intake=applicant.id, **SLOT), 409, "appointments_not_taken")
        assert (await current(applicant, intake=applicant.id))["takes_appointments"] is False

    async def test_nothing_chosen_and_nobody_known(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await book(applicant, intake=applicant.id, **SLOT), 409, "no_affair")
        refused(await book(applicant, intake="unknown", **SLOT), 404, "intake_not_found")

    async def test_several_faults_are_reported_together(self, applicant: Applicant) -> None:
        response = await book(applicant, day="soon", start="25:00", extra=1)
        document = refused(response, 422, "invalid_payload")
        assert {one["field"] for one in document["errors"]} >= {"day", "start", "extra"}

    async def test_neither_intake_nor_case(self, applicant: Applicant) -> None:
        refused(await book(applicant, **SLOT), 422, "invalid_payload")

    async def test_when_its_time_is_over_another_can_be_made(
        self, applicant: Applicant, clock: MovableClock
    ) -> None:
        whose = await chosen(applicant)
        first = ok(await book(applicant, **whose, **SLOT))
        clock.move(days=1)
        assert (await current(applicant, **whose))["appointment"]["state"] == "passed"
        refused(await cancel(applicant, **whose), 404, "no_appointment")
        second = ok(await book(applicant, **whose, day="2026-11-25", start="09:00"))
        assert second["access"] != first["access"]

    async def test_who_books_and_cancels_all_day_is_stopped(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        for _ in range(10):
            ok(await book(applicant, **whose, **SLOT))
            ok(await cancel(applicant, **whose))
        document = refused(await book(applicant, **whose, **SLOT), 429, "too_many_moves")
        assert "10次" in document["detail"] and "明天再约" in document["detail"]

    async def test_another_draft_of_the_same_person_does_not_help(
        self, applicant: Applicant, stranger: Applicant, clock: MovableClock
    ) -> None:
        whose, again = await chosen(applicant), await chosen(stranger)
        for one in (applicant, stranger):
            await one.identify()
        for _ in range(5):
            for one, theirs in ((applicant, whose), (stranger, again)):
                ok(await book(one, **theirs, **SLOT))
                ok(await cancel(one, **theirs))
        refused(await book(stranger, **again, **SLOT), 429, "too_many_moves")
        refused(await book(applicant, **whose, **SLOT), 429, "too_many_moves")
        clock.move(days=1)
        ok(await book(applicant, **whose, day="2026-11-25", start="09:00"))

    async def test_what_was_booked_before_the_person_was_known_counts(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        for n in range(10):
            ok(await book(applicant, **whose, **SLOT))
            ok(await cancel(applicant, **whose))
            if n == 4:
                await applicant.identify()
        refused(await book(applicant, **whose, **SLOT), 429, "too_many_moves")

    async def test_the_case_of_a_person_counts_with_her_drafts(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        receipt = await applicant.submitted()
        of_case = {"number": receipt["number"], "phone_tail": applicant.who.phone_tail}
        of_draft = await chosen(stranger)
        await stranger.identify()
        for _ in range(5):
            for one, theirs in ((applicant, of_case), (stranger, of_draft)):
                ok(await book(one, **theirs, **SLOT))
                ok(await cancel(one, **theirs))
        refused(await book(applicant, **of_case, **SLOT), 429, "too_many_moves")

    async def test_others_of_one_office_are_not_stopped(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        stranger.who = person(2)
        whose, theirs = await chosen(applicant), await chosen(stranger)
        for one in (applicant, stranger):
            await one.identify()
        for _ in range(10):
            ok(await book(applicant, **whose, **SLOT))
            ok(await cancel(applicant, **whose))
        ok(await book(stranger, **theirs, **SLOT))

    async def test_the_note_says_when_the_affair_has_moved(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        ok(await book(applicant, **whose, **SLOT))
        await applicant.choose("id_card.reissue")
        assert "15号" in (await current(applicant, **whose))["appointment"]["note"]


class TestTogether:
    async def test_no_more_than_there_are_seats_and_no_number_twice(self, app: FastAPI) -> None:
        async def one(n: int) -> httpx.Response:
            async with client_of(app) as client:
                applicant = Applicant(client, f"parallel-{n}", person(n))
                return await book(applicant, **await chosen(applicant), **SLOT)

        answers = await asyncio.gather(*(one(n) for n in range(12)))
        booked = [response.json() for response in answers if response.status_code == 200]
        assert len(booked) == 3
        assert len({view["code"] for view in booked}) == 3
        for response in answers:
            if response.status_code != 200:
                refused(response, 409, "slot_full")

    async def test_a_double_tap_books_once(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        answers = await asyncio.gather(*(book(applicant, **whose, **SLOT) for _ in range(6)))
        assert len({ok(response)["access"] for response in answers}) == 1
        assert await free(applicant) == 2

    async def test_two_slots_at_once_leave_one_appointment(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        answers = await asyncio.gather(book(applicant, **whose, **SLOT), book(applicant, **whose, **LATER))
        assert sorted(response.status_code for response in answers) == [200, 409]

    async def test_parallel_bookings_do_not_slip_through(self, app: FastAPI, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        await applicant.identify()
        for _ in range(9):
            ok(await book(applicant, **whose, **SLOT))
            ok(await cancel(applicant, **whose))

        async def one(n: int) -> httpx.Response:
            async with client_of(app) as client:
                again = Applicant(client, f"again-{n}")
                theirs = await chosen(again)
                await again.identify()
                return await book(again, **theirs, **(SLOT if n % 2 else LATER))

        answers = await asyncio.gather(*(one(n) for n in range(4)))
        assert sorted(response.status_code for response in answers) == [200, 429, 429, 429]


class TestCancel:
    async def test_leaves_the_time_to_others_and_says_so_again(self, applicant: Applicant) -> None:
        whose = await chosen(applicant)
        ok(await book(applicant, **whose, **SLOT))
        cancelled = ok(await cancel(applicant, **whose))
        assert cancelled["state"] == "cancelled" and cancelled["reminder"] == ""
        assert ok(await cancel(applicant, **whose)) == cancelled
        assert await free(applicant) == 3
        assert (await current(applicant, **whose))["appointment"] is None

    async def test_nothing_to_cancel(self, applicant: Applicant) -> None:
        refused(await cancel(applicant, **await chosen(applicant)), 404, "no_appointment")

    async def test_a_number_is_never_given_twice(self, applicant: Applicant, stranger: Applicant) -> None:
        first = ok(await book(applicant, **await chosen(applicant), **SLOT))
        ok(await cancel(applicant, intake=applicant.id))
        second = ok(await book(stranger, **await chosen(stranger), **SLOT))
        assert first["code"] != second["code"]

    async def test_starting_again_gives_it_up(self, applicant: Applicant) -> None:
        ok(await book(applicant, **await chosen(applicant), **SLOT))
        assert (await applicant.client.delete(f"/intakes/{applicant.id}")).status_code == 204
        assert await free(applicant) == 3
        refused(await book(applicant, intake=applicant.id, **SLOT), 409, "intake_not_open")


class TestCase:
    async def test_is_carried_over_from_the_intake_and_told_with_the_status(
        self, applicant: Applicant
    ) -> None:
        booked = ok(await book(applicant, **await chosen(applicant), **SLOT))
        receipt = await applicant.submitted()
        status = ok(await applicant.ask(receipt["number"]))
        assert status["appointment"]["code"] == booked["code"]
        assert (await current(applicant, intake=applicant.id))["appointment"]["code"] == booked["code"]

    async def test_by_number_and_second_factor(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        whose = {"number": receipt["number"], "phone_tail": applicant.who.phone_tail}
        booked = ok(await book(applicant, **whose, **SLOT))
        assert booked["window"]["id"] == receipt["window"]["window"]
        assert (await current(applicant, **whose))["appointment"] == booked
        assert ok(await cancel(applicant, **whose))["state"] == "cancelled"

    async def test_a_wrong_second_factor_is_a_wrong_try_everywhere(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        wrong = {
            "number": receipt["number"],
            "phone_tail": f"{(int(applicant.who.phone_tail) + 1) % 10_000:04d}",
        }
        refused(await book(applicant, **wrong, **SLOT), 404, "case_not_found")
        refused(await applicant.client.post("/appointments/current", json=wrong), 404, "case_not_found")
        for _ in range(3):
            refused(await cancel(applicant, **wrong), 404, "case_not_found")
        right = {**wrong, "phone_tail": applicant.who.phone_tail}
        refused(await book(applicant, **right, **SLOT), 429, "too_many_tries")

    async def test_withdrawing_gives_it_up(self, applicant: Applicant) -> None:
        ok(await book(applicant, **await chosen(applicant), **SLOT))
        receipt = await applicant.submitted()
        status = ok(await applicant.ask(receipt["number"], act="withdraw"))
        assert status["appointment"] is None
        assert await free(applicant) == 3
        whose = {"number": receipt["number"], "phone_tail": applicant.who.phone_tail}
        refused(await book(applicant, **whose, **SLOT), 409, "case_over")


class TestPage:
    async def test_shows_number_time_and_window_and_no_personal_data(self, applicant: Applicant) -> None:
        await applicant.prepare()
        booked = ok(await book(applicant, intake=applicant.id, **SLOT))
        page = await applicant.client.get("http://centre" + booked["page_path"])
        assert page.status_code == 200
        said = re.sub(r"<[^>]+>", "", page.text)
        for part in (booked["code"], booked["when"], "12号", "已预约"):
            assert part in said
        assert applicant.who.name not in page.text and applicant.who.phone[-4:] not in page.text
        assert page.headers["referrer-policy"] == "no-referrer" and "noindex" in page.headers["x-robots-tag"]

    async def test_says_how_to_cancel_and_tears_no_time(self, applicant: Applicant) -> None:
        booked = ok(await book(applicant, **await chosen(applicant), **SLOT))
        page = await applicant.client.get("http://centre" + booked["page_path"])
        said = re.sub(r"<[^>]+>", "", page.text)
        assert "说「取消预约」或「改约」" in said and "再报办件编号和手机号后4位" in said
        assert f"也可以打电话{booked['window']['phone']}" in said
        assert re.search(r'<span class="whole">\d{1,2}:\d\d-\d{1,2}:\d\d</span>', page.text)
        assert '<a class="main" href="/">' in page.text

    async def test_a_cancelled_one_says_so(self, applicant: Applicant) -> None:
        booked = ok(await book(applicant, **await chosen(applicant), **SLOT))
        ok(await cancel(applicant, intake=applicant.id))
        page = await applicant.client.get("http://centre" + booked["page_path"])
        assert "已取消" in page.text and "不能用了" in page.text and "<svg" not in page.text

    async def test_the_qr_code_is_a_picture(self, applicant: Applicant) -> None:
        booked = ok(await book(applicant, **await chosen(applicant), **SLOT))
        code = await applicant.client.get("http://centre" + booked["qr_path"])
        assert code.headers["content-type"] == "image/svg+xml" and code.text.startswith("<svg")
        assert booked["code"] in code.text

    async def test_an_unknown_one(self, applicant: Applicant) -> None:
        page = await applicant.client.get("http://centre/a/" + "A" * 32)
        assert page.status_code == 404 and "没有找到预约" in page.text
        refused(await applicant.client.get("/appointments/unknown/qr.svg"), 404, "no_appointment")
