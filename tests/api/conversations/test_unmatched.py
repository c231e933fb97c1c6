"""The log of what was not understood."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from api.conversations.models import UnmatchedRow
from api.services import Services
from tests.api.applicant import Applicant, refused

pytestmark = pytest.mark.anyio


class TestUnmatched:
    async def test_is_kept_without_personal_data(self, applicant: Applicant, services: Services) -> None:
        body = {"text": f"搞那个啥证，我电话{applicant.who.phone}", "channel": "web", "decision": "far"}
        assert (await applicant.client.post("/unmatched", json=body)).status_code == 204
        kept = await services.database.read(lambda session: session.scalar(select(UnmatchedRow)))
        assert kept is not None
        assert kept.text == "搞那个啥证,我电话[手机号]"
        assert kept.at == services.now()

    async def test_empty(self, applicant: Applicant) -> None:
        body = {"text": "", "channel": "web", "decision": "far"}
        refused(await applicant.client.post("/unmatched", json=body), 422, "invalid_payload")
