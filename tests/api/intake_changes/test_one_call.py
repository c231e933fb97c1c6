"""What a turn of talk needs comes in one call, and says the same as the calls for each part."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.services import Services
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


class TestParts:
    async def test_only_where_asked_for(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await applicant.begin()
        assert view["preview"] is None
        assert view["gaps"] is None

    async def test_are_those_of_their_own_addresses(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await _current(applicant, "preview", "gaps")
        assert view["preview"] == ok(await applicant.client.get(f"/intakes/{applicant.id}/preview"))
        assert view["gaps"] == ok(await applicant.client.get(f"/intakes/{applicant.id}/gaps"))["gaps"]
        assert view["gaps"]

    async def test_nothing_missing_is_an_empty_list(self, applicant: Applicant) -> None:
        await applicant.prepare()
        assert (await _current(applicant, "gaps"))["gaps"] == []

    async def test_without_affair_there_are_none(self, applicant: Applicant) -> None:
        view = await _current(applicant, "preview", "gaps")
        assert (view["preview"], view["gaps"]) == (None, None)

    async def test_after_a_change_of_materials(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        before = (await _current(applicant, "gaps"))["gaps"]
        after = ok(await applicant.patch("materials", {"all_ready": True, "including": ["gaps"]}))["gaps"]
        assert {gap["kind"] for gap in before} == {"material", "contact"}
        assert {gap["kind"] for gap in after} == {"contact"}

    async def test_unknown_part(self, applicant: Applicant) -> None:
        body = {"channel": "web", "conversation": "c", "including": ["contact"]}
        refused(await applicant.client.post("/intakes/current", json=body), 422, "invalid_payload")


class TestPersonalOfAConversation:
    async def test_goes_to_its_open_intake(self, applicant: Applicant) -> None:
        opened = await applicant.begin()
        view = ok(await _tell(applicant, "web", {"phone": applicant.who.phone}))
        assert view["id"] == opened["id"]
        assert view["contact"]["phone"].endswith(applicant.who.phone[-4:])
        assert applicant.who.phone not in str(view)

    async def test_begins_one_where_there_is_none(self, applicant: Applicant) -> None:
        view = ok(await _tell(applicant, "web", {"name": applicant.who.name}))
        assert (await applicant.begin())["id"] == view["id"]
        assert "name" in (await applicant.look())["contact"]

    async def test_is_never_added_to_a_submitted_one(self, applicant: Applicant) -> None:
        await applicant.submitted()
        view = ok(await _tell(applicant, "web", {"phone_tail": "1234"}))
        assert view["id"] != applicant.id

    async def test_what_is_wrong_is_said(self, applicant: Applicant) -> None:
        view = ok(await _tell(applicant, "web", {"phone": "123", "id_number": "110101199001011234"}))
        assert {problem["field"] for problem in view["contact_problems"]} == {"phone", "id_number"}
        assert view["contact"] == {}

    async def test_a_stranger_does_not_name_another_channel(
        self, applicant: Applicant, services: Services
    ) -> None:
        services.channels_token = "the channels' own"
        refused(await _tell(applicant, "rest", {"phone_tail": "1234"}), 403, "channel_closed")


async def _current(applicant: Applicant, *parts: str) -> Any:
    body = {"channel": "web", "conversation": applicant.conversation, "including": list(parts)}
    return ok(await applicant.client.post("/intakes/current", json=body))


async def _tell(applicant: Applicant, channel: str, values: dict[str, str]) -> httpx.Response:
    body = {"channel": channel, "conversation": applicant.conversation, "values": values}
    return await applicant.client.put("/intakes/current/personal", json=body)
