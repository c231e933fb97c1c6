"""The answer library over HTTP: questions in context, and whose words stand in the answers."""

from __future__ import annotations

import pytest

from api.published.item_import import load_shipped
from api.services import Services
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.local import FILE
from tests.api.applicant import Applicant, ok
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

HOURS, WEEKEND = "几点开门几点关门", "那周末呢"


async def ask(applicant: Applicant, text: str, **more: str) -> dict[str, object] | None:
    found: dict[str, object] | None = ok(
        await applicant.client.post("/library/ask", json={"text": text, **more})
    )["answer"]
    return found


class TestInContext:
    async def test_after_the_hours_of_the_centre(self, applicant: Applicant) -> None:
        hours = await ask(applicant, HOURS)
        assert hours is not None
        assert (hours["id"], hours["in_context"]) == ("opening_hours", False)
        weekend = await ask(applicant, WEEKEND, after="opening_hours")
        assert weekend is not None
        assert weekend["in_context"] is True
        assert "星期一至星期五 9:00-12:00" in str(weekend["answer"])

    async def test_after_the_hours_of_a_window_elsewhere(self, applicant: Applicant) -> None:
        weekend = await ask(applicant, WEEKEND, after="opening_hours", window="vehicles")
        assert weekend is not None
        assert "星期一至星期六 8:30-11:30" in str(weekend["answer"])
        assert "0000-8600-2000" in str(weekend["answer"])

    async def test_a_window_that_there_is_not_is_the_centre(self, applicant: Applicant) -> None:
        weekend = await ask(applicant, WEEKEND, after="opening_hours", window="nowhere")
        assert weekend is not None
        assert "星期一至星期五" in str(weekend["answer"])


class TestExample:
    async def test_the_shipped_example_is_marked(self, applicant: Applicant) -> None:
        parking = await ask(applicant, "能停车吗")
        assert parking is not None
        assert parking["example"] is True
        assert parking["source"] == ["中心规定"]

    async def test_a_centres_own_values_take_its_place(
        self, applicant: Applicant, services: Services
    ) -> None:
        own = services.settings.data_dir / FILE
        text = (SHIPPED / FILE).read_text(encoding="utf-8").replace("example: true\n", "")
        own.write_text(text.replace("大楼前有办事群众停车位", "北门外有停车场"), encoding="utf-8")
        local = services.settings.local_file
        assert local == own
        await services.database.transact(lambda session: load_shipped(session, services.now(), local=local))
        assert await services.holder.refresh()
        parking = await ask(applicant, "能停车吗")
        assert parking is not None
        assert "北门外有停车场" in str(parking["answer"])
        assert parking["example"] is False
        windows = ok(await applicant.client.get("/windows"))["windows"]
        assert {window["example"] for window in windows} == {False}
