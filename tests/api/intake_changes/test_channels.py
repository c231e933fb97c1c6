"""Who may name a conversation: the channels' own programs, and the web page."""

from __future__ import annotations

import pytest

from api.services import Services
from tests.api.applicant import Applicant, ok, refused
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

CONVERSATION = {"channel": "rest", "conversation": "rest:alice"}


@pytest.fixture(autouse=True)
def token(services: Services) -> str:
    services.channels_token = "the channels' own"
    return services.channels_token


class TestNamingAConversation:
    async def test_a_stranger_reads_no_other_channel(self, applicant: Applicant) -> None:
        answer = await applicant.client.post("/intakes/current", json=CONVERSATION)
        refused(answer, 403, "channel_closed")

    async def test_nor_takes_a_draft_over(self, applicant: Applicant) -> None:
        answer = await applicant.client.post("/intakes/resume", json={**CONVERSATION, "code": "K7PM-2XQ9"})
        refused(answer, 403, "channel_closed")

    async def test_the_channels_do(self, applicant: Applicant, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        assert ok(await applicant.client.post("/intakes/current", json=CONVERSATION, headers=headers))["id"]

    async def test_the_web_page_does(self, applicant: Applicant) -> None:
        body = {"channel": "web", "conversation": "web:unguessable"}
        assert ok(await applicant.client.post("/intakes/current", json=body))["id"]
