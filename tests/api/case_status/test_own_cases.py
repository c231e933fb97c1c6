"""What a conversation has submitted it sees without a number: of one account all of the family's, and never those of another account."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.applicant import FOOD, Applicant, ok, refused

pytestmark = pytest.mark.anyio


async def own(applicant: Applicant) -> list[str]:
    found: dict[str, Any] = ok(await applicant.client.get(f"/intakes/{applicant.id}/cases"))
    return [one["number"] for one in found["cases"]]


async def test_all_that_one_account_has_submitted_the_latest_first(applicant: Applicant) -> None:
    first = (await applicant.submitted())["number"]
    await applicant.begin()
    await applicant.prepare(FOOD)
    second = ok(await applicant.submit("key-of-the-second"))["number"]
    assert await own(applicant) == sorted([first, second], reverse=True)


async def test_another_account_sees_none_of_them(applicant: Applicant, stranger: Applicant) -> None:
    await applicant.submitted()
    await stranger.choose(FOOD, "我想开个小饭馆")
    assert await own(stranger) == []


async def test_a_draft_that_is_not_there(applicant: Applicant) -> None:
    refused(await applicant.client.get("/intakes/nobodys-draft/cases"), 404, "intake_not_found")
