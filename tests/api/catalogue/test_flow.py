"""The outer flow chart over HTTP."""

from __future__ import annotations

import pytest

from tests.api.applicant import Applicant, refused

pytestmark = pytest.mark.anyio


class TestFlow:
    async def test_is_svg_with_the_steps(self, applicant: Applicant) -> None:
        answer = await applicant.client.get("/items/food_operation.new/flow.svg")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.text.startswith("<svg") and "现场核查" in answer.text

    async def test_a_bundle_has_one_too(self, applicant: Applicant) -> None:
        answer = await applicant.client.get("/items/open_restaurant/flow.svg")
        assert answer.status_code == 200
        assert "一件事办理流程" in answer.text and "食品经营许可（新办）办理流程" in answer.text

    async def test_an_unknown_item_has_none(self, applicant: Applicant) -> None:
        answer = await applicant.client.get("/items/nothing/flow.svg")
        refused(answer, 404, "item_not_found")
