"""Go on elsewhere: one code, used once, within a day, and not by guessing."""

from __future__ import annotations

import pytest

from knowledge.language.resume_code import ALPHABET
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


async def code_of(applicant: Applicant) -> str:
    code: str = ok(await applicant.client.post(f"/intakes/{applicant.id}/resume-code"))["code"]
    return code


def take_over(code: str, conversation: str = "wechat-7") -> dict[str, str]:
    return {"code": code, "channel": "wechat", "conversation": conversation}


class TestResume:
    async def test_the_intake_moves_to_the_other_channel(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD, "我租了个门面")
        code = await code_of(applicant)
        view = ok(await applicant.client.post("/intakes/resume", json=take_over(code)))
        assert view["id"] == applicant.id
        assert view["answers"]
        current = await applicant.client.post(
            "/intakes/current", json={"channel": "wechat", "conversation": "wechat-7"}
        )
        assert ok(current)["id"] == applicant.id

    async def test_code_is_easy_to_type(self, applicant: Applicant) -> None:
        await applicant.begin()
        code = await code_of(applicant)
        assert len(code) == 9 and code[4] == "-"
        assert set(code.replace("-", "")) <= set(ALPHABET)
        assert not set("0O1I") & set(ALPHABET)
        ok(
            await applicant.client.post(
                "/intakes/resume", json=take_over(f" {code.lower().replace('-', ' ')} ")
            )
        )

    async def test_code_works_once(self, applicant: Applicant) -> None:
        await applicant.begin()
        code = await code_of(applicant)
        ok(await applicant.client.post("/intakes/resume", json=take_over(code)))
        refused(
            await applicant.client.post("/intakes/resume", json=take_over(code, "third")),
            404,
            "code_not_found",
        )

    async def test_code_expires_after_a_day(self, applicant: Applicant, clock: MovableClock) -> None:
        await applicant.begin()
        code = await code_of(applicant)
        clock.move(hours=24, seconds=1)
        refused(await applicant.client.post("/intakes/resume", json=take_over(code)), 404, "code_not_found")

    async def test_what_the_other_conversation_had_open_is_closed(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        await applicant.begin()
        there = await stranger.begin()
        code = await code_of(applicant)
        ok(await applicant.client.post("/intakes/resume", json=take_over(code, stranger.conversation)))
        assert ok(await applicant.client.get(f"/intakes/{there['id']}"))["state"] == "closed"

    async def test_five_wrong_codes_stop_the_conversation(
        self, applicant: Applicant, clock: MovableClock
    ) -> None:
        await applicant.begin()
        code = await code_of(applicant)
        for _ in range(5):
            refused(
                await applicant.client.post("/intakes/resume", json=take_over("AAAA-AAAA")),
                404,
                "code_not_found",
            )
        document = refused(
            await applicant.client.post("/intakes/resume", json=take_over(code)), 429, "too_many_tries"
        )
        assert "15分钟后" in document["detail"]
        clock.move(minutes=15)
        ok(await applicant.client.post("/intakes/resume", json=take_over(code)))

    async def test_a_submitted_intake_gets_no_code(self, applicant: Applicant) -> None:
        await applicant.submitted()
        refused(await applicant.client.post(f"/intakes/{applicant.id}/resume-code"), 409, "intake_not_open")
