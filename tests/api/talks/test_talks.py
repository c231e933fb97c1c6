"""A person in the talk: queue, takeover, words both ways, handing back, and whoever waits in vain."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from fastapi import FastAPI

from api.platform.settings import Settings
from api.services import Services
from api.talks.return_job import forget_old, look
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, client_of, ok, refused
from tests.api.colleagues import account_of, colleague
from tests.api.conftest import MovableClock
from tests.api.live.listening import listening
from tests.api.signing_in import session_of
from tests.api.talks.speaking import Caller, Desk

pytestmark = pytest.mark.anyio

SATURDAY = 5


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"live_poll_s": 0.05})


@pytest.fixture
async def caller(applicant: Applicant) -> Caller:
    return Caller(applicant.client, applicant.conversation)


@pytest.fixture
async def officer(app: FastAPI) -> AsyncIterator[Desk]:
    async with colleague(app, Role.WINDOW) as client:
        yield Desk(client)


@pytest.fixture
async def second(app: FastAPI) -> AsyncIterator[Desk]:
    async with colleague(app, Role.REVIEWER, department="health") as client:
        yield Desk(client)


async def seen_to(services: Services) -> int:
    return await services.database.transact(lambda session: look(session, services))


class TestTakeover:
    async def test_from_the_request_to_the_summary(
        self, applicant: Applicant, caller: Caller, officer: Desk
    ) -> None:
        await applicant.choose(FOOD, "我租了个门面想开个小饭馆")
        await applicant.identify()
        asked = await caller.ask(
            ("applicant", f"我叫{applicant.who.name}，电话{applicant.who.phone}"),
            ("assistant", "您要办哪一种？"),
        )
        assert asked["state"] == "waiting" and asked["ahead"] == 0 and asked["wait_min"] == 3
        assert (await caller.ask())["talk"] == asked["talk"]
        (waiting,) = (await officer.queue())["waiting"]
        assert waiting["id"] == caller.talk and waiting["item"] == "食品经营许可（新办）" and waiting["ours"]
        assert (await caller.say("经营场所面积怎么算"))["state"] == "waiting"

        held = await officer.accept(caller.talk)
        assert [line["speaker"] for line in held["lines"]] == [
            "applicant",
            "assistant",
            "applicant",
            "notice",
        ]
        assert held["in_hand"]["missing"] and held["in_hand"]["department"]
        for personal in (applicant.who.name, applicant.who.phone, applicant.who.id_number):
            assert personal not in str(held)

        first, again = await caller.say("在吗"), await caller.say("公摊算不算")
        assert (first["state"], first["first"], again["first"]) == ("held", True, False)
        await officer.say(caller.talk, "按实际使用的面积，公摊不算。")
        held = await officer.hand_back(caller.talk, "面积按实际使用的写，公摊不算。")
        assert held["state"] == "back" and not (await officer.queue())["held"]
        accepted, answer, summary = await caller.heard()
        assert "工作人员来了" in accepted and "公摊不算" in answer and "小结：面积按" in summary
        gone_on = await caller.say("好的")
        assert gone_on["state"] == "back"
        assert len((await officer.look(caller.talk))["lines"]) == len(held["lines"])

    async def test_of_two_at_once_one_has_it_and_the_other_is_told_who(
        self, caller: Caller, officer: Desk, second: Desk
    ) -> None:
        await caller.ask()
        answers: list[Any] = []

        async def take(desk: Desk) -> None:
            answers.append(await desk.client.post(f"/desk/talks/{caller.talk}/accept"))

        async with anyio.create_task_group() as group:
            group.start_soon(take, officer)
            group.start_soon(take, second)
        assert sorted(one.status_code for one in answers) == [200, 409]
        lost = next(one for one in answers if one.status_code == 409)
        assert refused(lost, 409, "talk_taken")["detail"] == "测试人员在09:30接了这个对话。"
        assert len(await caller.heard()) == 1
        queues = [await one.queue() for one in (officer, second)]
        assert sorted(len(one["held"]) for one in queues) == [0, 1]
        outsider = second if queues[0]["held"] else officer
        refused(await outsider.client.get(f"/desk/talks/{caller.talk}"), 409, "not_your_talk")
        refused(await outsider.try_to_say(caller.talk, "您好"), 409, "not_your_talk")
        back = {"summary": "好"}
        refused(
            await outsider.client.post(f"/desk/talks/{caller.talk}/return", json=back), 409, "not_your_talk"
        )

    async def test_nothing_is_said_twice_and_nothing_personal_is_kept(
        self, applicant: Applicant, caller: Caller, officer: Desk
    ) -> None:
        await caller.ask()
        await officer.accept(caller.talk)
        said = await officer.say(
            caller.talk, f"请打{applicant.who.phone}，找{applicant.who.name}", "same-key-1"
        )
        assert said["removed"] == ["手机号"] and "[手机号]" in said["lines"][-1]["text"]
        again = await officer.say(caller.talk, f"请打{applicant.who.phone}", "same-key-1")
        assert len(again["lines"]) == len(said["lines"])
        refused(await officer.try_to_say(caller.talk, "　 "), 422, "nothing_said")
        everything = await caller.news()
        assert await caller.news() == everything
        assert (await caller.news(everything["next"]))["lines"] == []
        assert applicant.who.phone not in str(everything)

    async def test_words_go_along_with_a_reply_once_and_can_be_fetched_again(
        self, app: FastAPI, officer: Desk
    ) -> None:
        async with client_of(app) as client:
            caller = Caller(client, "rest：a", "rest")
            await caller.ask()
            await officer.accept(caller.talk)
            await officer.say(caller.talk, "带租赁合同原件来。")
            told, later = await caller.say("房东不给复印件"), await caller.say("还在吗")
            assert [line["speaker"] for line in told["lines"]] == ["notice", "officer"] and not later["lines"]
            await officer.say(caller.talk, "在的。")
            fetched = (await caller.news(told["lines"][-1]["id"]))["lines"]
            assert [line["text"] for line in fetched] == ["在的。"]
            assert not (await caller.say("好"))["lines"]

    async def test_a_stranger_reaches_nothing_of_it(self, stranger: Applicant, caller: Caller) -> None:
        await caller.ask()
        other = Caller(stranger.client, stranger.conversation, talk=caller.talk)
        refused(await other.post("/talks/said", talk=caller.talk, text="在吗"), 404, "talk_not_found")
        assert (await other.news()) == {"talk": "", "state": "none", "lines": [], "next": 0}

    async def test_supervision_sees_and_gives_back_and_takes_none(
        self, app: FastAPI, caller: Caller, officer: Desk
    ) -> None:
        await caller.ask()
        await officer.accept(caller.talk)
        async with colleague(app, Role.SUPERVISOR) as client:
            overseer = Desk(client)
            (held,) = (await overseer.queue())["held"]
            assert held["name"] == "测试人员" and not held["mine"]
            assert (await overseer.look(caller.talk))["lines"]
            refused(await client.post(f"/desk/talks/{caller.talk}/accept"), 403, "role_missing")
            ok(await client.post(f"/desk/talks/{caller.talk}/release"))
        assert (await caller.heard())[-1].startswith("已经转给另一位工作人员")
        assert (await officer.accept(caller.talk))["mine"]


class TestWaiting:
    async def test_nobody_is_free(self, services: Services, clock: MovableClock, caller: Caller) -> None:
        await caller.ask()
        clock.move(minutes=2)
        assert not await seen_to(services)
        clock.move(minutes=1)
        assert await seen_to(services) == 1 and not await seen_to(services)
        (said,) = await caller.heard()
        assert "过了3分钟还没有工作人员" in said and "请给我回电话" in said
        assert (await caller.news())["state"] == "missed"
        assert (await caller.ask())["state"] == "waiting"

    async def test_out_of_hours_nothing_is_queued(
        self, clock: MovableClock, caller: Caller, officer: Desk
    ) -> None:
        clock.move(days=SATURDAY)
        asked = await caller.ask()
        assert (asked["state"], asked["talk"]) == ("closed", "")
        assert asked["next_opening"].startswith("2026-11-30T09:00")
        queue = await officer.queue()
        assert not queue["waiting"] and not queue["open_now"]

    async def test_an_officer_who_is_silent_loses_it(
        self, services: Services, clock: MovableClock, caller: Caller, officer: Desk
    ) -> None:
        await caller.ask()
        await officer.accept(caller.talk)
        await officer.say(caller.talk, "您好，请说。")
        clock.move(minutes=20)
        assert not await seen_to(services)
        await caller.say("公摊算不算")
        clock.move(minutes=5)
        assert await seen_to(services) == 1
        assert "换一位工作人员" in (await caller.heard())[-1]
        (waiting,) = (await officer.queue())["waiting"]
        assert waiting["account"] == ""
        refused(await officer.try_to_say(caller.talk, "在"), 409, "not_your_talk")

    async def test_an_officer_who_signs_out_loses_it(
        self, app: FastAPI, services: Services, caller: Caller
    ) -> None:
        await caller.ask()
        async with client_of(app) as client:
            client.headers.update(await session_of(services, Role.WINDOW))
            assert (await Desk(client).accept(caller.talk))["mine"]
            assert not await seen_to(services)
            assert (await client.delete("/session")).status_code == 204
        assert await seen_to(services) == 1
        assert "离开了窗口" in (await caller.heard())[-1]

    async def test_a_talk_in_which_nobody_speaks_ends_and_what_is_old_goes(
        self, services: Services, clock: MovableClock, caller: Caller, officer: Desk
    ) -> None:
        await caller.ask()
        await officer.accept(caller.talk)
        await officer.say(caller.talk, "还有别的吗？")
        clock.move(minutes=30)
        assert await seen_to(services) == 1
        assert (await caller.news())["state"] == "idle"
        clock.move(days=89)
        assert not await services.database.transact(lambda session: forget_old(session, services))
        clock.move(days=2)
        assert await services.database.transact(lambda session: forget_old(session, services)) == 1
        assert (await caller.news())["state"] == "none"

    async def test_an_applicant_leaves_and_forgets(self, caller: Caller, officer: Desk) -> None:
        await caller.ask()
        assert ok(await caller.post("/talks/leave"))["state"] == "left"
        assert not (await officer.queue())["waiting"]
        refused(await officer.client.post(f"/desk/talks/{caller.talk}/accept"), 409, "talk_over")
        assert ok(await caller.post("/talks/forget")) == {"forgotten": 1}


class TestLive:
    async def test_a_desk_is_told_at_once(self, app: FastAPI, caller: Caller, officer: Desk) -> None:
        made = await account_of(app.state.services, Role.WINDOW)
        async with listening(app, "/api/v1/desk/events", authorization=f"Bearer {made.token}") as desk:
            await caller.ask()
            assert await desk.next_event("talks") == {"changed": [caller.talk], "waiting": 1}
            await officer.accept(caller.talk)
            assert (await desk.next_event("talks"))["waiting"] == 0
            await caller.say("在吗")
            assert (await desk.next_event("talks"))["changed"] == [caller.talk]


class TestProposals:
    async def test_an_answer_is_offered_to_the_library(
        self, app: FastAPI, applicant: Applicant, caller: Caller, officer: Desk, second: Desk
    ) -> None:
        await applicant.choose(FOOD)
        await caller.ask()
        await officer.accept(caller.talk)
        await officer.hand_back(caller.talk, "已经说清。")
        path = f"/desk/talks/{caller.talk}/proposals"
        offer = {"question": "房东不给复印件怎么办", "answer": f"带合同原件来，或者打{applicant.who.phone}。"}
        refused(await second.client.post(path, json=offer), 404, "talk_not_found")
        made = (await officer.client.post(path, json=offer)).json()
        assert made["removed"] == ["手机号"] and made["item"] == FOOD and made["state"] == "proposed"
        async with colleague(app, Role.TUNER) as tuner:
            (listed,) = ok(await tuner.get("/desk/answer-proposals"))["proposals"]
        assert listed["answer"] == "带合同原件来,或者打[手机号]。" or "[手机号]" in listed["answer"]
