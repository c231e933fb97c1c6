"""The one-time notice: numbered, versioned, kept; drawn once where nothing changed."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.services import Services
from tests.api.applicant import AREA, FOOD, PREMISES, Applicant, ok, refused
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


class TestDraw:
    async def test_first_notice(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        drawn = await applicant.draw()
        assert drawn["is_new"] and drawn["change"] is None
        assert drawn["notice"]["number"] == "GZ20261123-0001"
        assert drawn["notice"]["version"] == 1
        assert drawn["notice"]["drawn_at"].endswith("+08:00")
        assert len(drawn["notice"]["access"]) * 6 >= 128

    async def test_same_content_is_the_same_version(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        first = await applicant.draw()
        again = await applicant.draw()
        assert not again["is_new"]
        assert again["notice"] == first["notice"]

    async def test_a_changed_answer_is_the_next_version_and_says_what_changed(
        self, applicant: Applicant
    ) -> None:
        await applicant.choose(FOOD)
        await applicant.answer({AREA: "small"})
        await applicant.answer_all()
        first = await applicant.draw()
        assert not (await applicant.look())["notice_outdated"]
        assert (await applicant.answer({AREA: "large"}))["notice_outdated"]
        second = await applicant.draw()
        assert second["notice"]["version"] == 2
        assert second["notice"]["number"] == first["notice"]["number"]
        listed = [
            {line["id"] for line in drawn["notice"]["content"]["materials"]} for drawn in (first, second)
        ]
        assert {line["id"] for line in second["change"]["added"]} == listed[1] - listed[0] != set()
        assert {line["id"] for line in second["change"]["dropped"]} == listed[0] - listed[1]
        assert not (await applicant.look())["notice_outdated"]

    async def test_open_questions_are_named(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        response = await applicant.client.post(f"/intakes/{applicant.id}/notice")
        document = refused(response, 409, "questions_open")
        assert PREMISES in [question["id"] for question in document["questions"]]

    async def test_another_affair_gets_a_number_of_its_own(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        await applicant.draw()
        await applicant.choose("food_operation.cancel")
        await applicant.answer_all()
        drawn = await applicant.draw()
        assert (drawn["notice"]["number"], drawn["notice"]["version"]) == ("GZ20261123-0002", 1)

    async def test_numbers_start_anew_every_day(
        self, applicant: Applicant, stranger: Applicant, clock: MovableClock
    ) -> None:
        for one in (applicant, stranger):
            await one.choose(FOOD)
            await one.answer_all()
        await applicant.draw()
        clock.move(days=1)
        assert (await stranger.draw())["notice"]["number"] == "GZ20261124-0001"

    async def test_the_preview_says_the_same(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        preview = ok(await applicant.client.get(f"/intakes/{applicant.id}/preview"))
        assert (await applicant.draw())["notice"]["content"] == preview

    async def test_place_decides_the_window(self, applicant: Applicant, services: Services) -> None:
        delegated = next(item for item in services.catalogue.items.values() if item.delegated)
        await applicant.choose(delegated.id, "我在河西镇")
        await applicant.answer_all()
        route = (await applicant.draw())["notice"]["content"]["route"]
        assert route["rule"] == "delegated_to_township"
        assert "河西镇" in route["why"]

    async def test_after_submission_it_is_the_submitted_one(self, applicant: Applicant) -> None:
        await applicant.submitted()
        again = await applicant.draw()
        assert not again["is_new"]
        assert again["notice"]["version"] == 1


class TestRead:
    async def test_every_version_stays_readable(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer({AREA: "small"})
        await applicant.answer_all()
        first = (await applicant.draw())["notice"]
        await applicant.answer({AREA: "large"})
        second = (await applicant.draw())["notice"]
        path = f"/notices/{first['access']}"
        assert ok(await applicant.client.get(path, params={"version": 1})) == first
        assert ok(await applicant.client.get(path)) == second
        refused(await applicant.client.get(path, params={"version": 3}), 404, "notice_not_found")

    async def test_unknown_name(self, applicant: Applicant) -> None:
        refused(await applicant.client.get("/notices/GZ20261123-0001"), 404, "notice_not_found")

    async def test_a_kept_notice_cannot_be_changed(self, applicant: Applicant, services: Services) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        await applicant.draw()
        for statement in ("UPDATE notices SET content = ''", "DELETE FROM notices"):
            with pytest.raises(DBAPIError):
                await services.database.transact(lambda session, sql=statement: session.execute(text(sql)))
