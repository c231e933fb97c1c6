"""The appointments of a day as staff see them: those of the own windows, with a masked name, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio

TUESDAY = "2026-11-24"
HERE = f"/desk/appointments?day={TUESDAY}"


async def booked(applicant: Applicant, start: str, affair: str = FOOD) -> dict[str, Any]:
    await applicant.choose(affair)
    body = {"intake": applicant.id, "day": TUESDAY, "start": start}
    return ok(await applicant.client.post("/appointments", json=body))


class TestDay:
    async def test_who_comes_first_stands_first(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant
    ) -> None:
        late = await booked(applicant, "10:30")
        early = await booked(stranger, "09:00")
        number = (await applicant.submitted())["number"]
        async with colleague(app, Role.WINDOW) as clerk:
            seen = ok(await clerk.get(HERE))
        assert seen["label"] == "2026年11月24日（星期二）"
        assert [window["number"] for window in seen["windows"]] == ["12号"]
        first, second = seen["appointments"]
        assert (first["code"], first["start"], first["end"]) == (early["code"], "09:00", "09:30")
        assert first["cases"] == [] and first["applicant"] == ""
        assert (second["code"], second["cases"]) == (late["code"], [number])
        assert second["item"] == "食品经营许可（新办）" and second["state_label"] == "还没有来"

    async def test_names_are_masked_and_nothing_opens_the_draft(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        view = await booked(applicant, "09:00")
        await applicant.identify()
        async with colleague(app, Role.WINDOW) as clerk:
            answer = await clerk.get(HERE)
        who = applicant.who
        (one,) = ok(answer)["appointments"]
        assert one["applicant"] and one["applicant"] != who.name and one["applicant"][0] == who.name[0]
        for secret in (who.name, who.phone, who.id_number, applicant.id, view["access"]):
            assert secret not in answer.text

    async def test_a_cancelled_one_is_left_out_and_one_that_is_over_says_so(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, clock: MovableClock
    ) -> None:
        await booked(applicant, "09:00")
        await booked(stranger, "10:30")
        ok(await stranger.client.post("/appointments/cancel", json={"intake": stranger.id}))
        async with colleague(app, Role.WINDOW) as clerk:
            assert ok(await clerk.get("/desk/appointments"))["appointments"] == [], "今天没有"
            clock.move(days=1)
            (one,) = ok(await clerk.get("/desk/appointments"))["appointments"]
        assert one["state"] == "passed" and one["state_label"] == "时间已过"

    async def test_a_bundle_has_several_cases(self, app: FastAPI, applicant: Applicant) -> None:
        receipt = await applicant.submitted("open_restaurant")
        whose = {"number": receipt["number"], "phone_tail": applicant.who.phone_tail}
        ok(await applicant.client.post("/appointments", json={**whose, "day": TUESDAY, "start": "09:00"}))
        async with colleague(app, Role.SUPERVISOR) as supervisor:
            (one,) = ok(await supervisor.get(HERE))["appointments"]
        assert one["cases"] == [part["number"] for part in receipt["parts"]]


class TestAtTheWindow:
    async def test_checked_in_called_and_taken_back(
        self, app: FastAPI, applicant: Applicant, clock: MovableClock
    ) -> None:
        code = (await booked(applicant, "10:00"))["code"]
        path = f"/desk/appointments/market/{TUESDAY}/{code}"
        async with colleague(app, Role.WINDOW) as clerk:
            refused(await clerk.post(f"{path}/arrive"), 409, "mark_not_possible")
            clock.move(days=1)  # 9:30
            (one,) = ok(await clerk.get(HERE))["appointments"]
            assert one["marks"] == ["arrive"], "还没有到时间，说不上没有来"
            assert ok(await clerk.post(f"{path}/arrive"))["state_label"] == "已签到"
            called = ok(await clerk.post(f"{path}/call"))
            assert called["state"] == "called" and called["called_at"]
            refused(await clerk.post(f"{path}/call"), 409, "mark_not_possible")
            assert ok(await clerk.post(f"{path}/undo"))["state"] == "arrived"
            refused(await clerk.post(f"{path}/dance"), 422, "invalid_payload")
        async with colleague(app, Role.WINDOW, windows=["police"]) as other:
            refused(await other.post(f"{path}/call"), 404, "not_yours")

    async def test_who_does_not_come_again_and_again_books_no_more_for_a_time(
        self, app: FastAPI, applicant: Applicant, clock: MovableClock
    ) -> None:
        await applicant.choose(FOOD)
        await applicant.identify()
        async with colleague(app, Role.WINDOW) as clerk:
            for _ in range(3):
                clock.move(days=1)
                day = clock.now.date().isoformat()
                wanted = {"intake": applicant.id, "day": day, "start": "10:00"}
                code = ok(await applicant.client.post("/appointments", json=wanted))["code"]
                clock.move(hours=7)
                missed = ok(await clerk.post(f"/desk/appointments/market/{day}/{code}/miss"))
                assert missed["state_label"] == "没有来"
                clock.move(hours=-7)
            clock.move(days=3)
            wanted = wanted | {"day": clock.now.date().isoformat(), "start": "14:00"}
            document = refused(
                await applicant.client.post("/appointments", json=wanted), 409, "missed_too_often"
            )
            assert "直接到窗口取号" in document["detail"]


class TestWhose:
    @pytest.mark.parametrize(
        ("roles", "sits", "department", "sees"),
        [
            ((Role.WINDOW,), ("market",), "market", ["market"]),
            ((Role.WINDOW,), ("police", "market"), "police", ["market", "police"]),
            ((Role.WINDOW,), ("police",), "market", ["police"]),
            ((Role.REVIEWER,), (), "market", ["market"]),
            ((Role.APPROVER,), (), "police", ["police"]),
            ((Role.REVIEWER,), (), "health", []),
            ((Role.SUPERVISOR,), (), "health", ["market", "police"]),
        ],
    )
    async def test_each_role_sees_its_own_windows(
        self,
        app: FastAPI,
        applicant: Applicant,
        stranger: Applicant,
        roles: tuple[Role, ...],
        sits: tuple[str, ...],
        department: str,
        sees: list[str],
    ) -> None:
        await booked(applicant, "09:00")
        await booked(stranger, "09:00", "id_card.reissue")
        async with colleague(app, *roles, windows=sits, department=department) as member:
            seen = ok(await member.get(HERE))
        assert [one["window"] for one in seen["appointments"]] == sees

    async def test_another_window_is_refused_by_name_too(self, app: FastAPI) -> None:
        async with colleague(app, Role.WINDOW) as clerk:
            assert ok(await clerk.get(f"{HERE}&window=market"))["appointments"] == []
            refused(await clerk.get(f"{HERE}&window=police"), 404, "not_yours")
            refused(await clerk.get(f"{HERE}&window=nothing"), 404, "window_not_found")
            refused(await clerk.get("/desk/appointments?day=soon"), 422, "invalid_payload")

    async def test_those_who_do_not_deal_with_cases_see_none(self, app: FastAPI) -> None:
        for role in (Role.TUNER, Role.ADMINISTRATOR):
            async with colleague(app, role) as member:
                refused(await member.get(HERE), 403, "role_missing")
