"""What officers say is brought to channels that do not fetch it: in order, once, and never beside a reply that told it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.platform.settings import Settings
from api.platform.webhooks import Webhook
from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import Receiver, deliverer, outbox
from tests.api.applicant import Applicant
from tests.api.colleagues import colleague
from tests.api.talks.speaking import Caller, Desk

pytestmark = pytest.mark.anyio


@dataclass
class Account:
    """Stands where the channel stands: keeps what it gets and says how that went."""

    way: str = "custom"
    got: list[dict[str, Any]] = field(default_factory=list)

    async def take(self, body: dict[str, Any]) -> str:
        self.got.append(body)
        return self.way

    @property
    def said(self) -> list[list[str]]:
        return [[line["text"] for line in one["lines"]] for one in self.got]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Delivered only when the test says so."""
    return settings.model_copy(update={"outbox_poll_s": 0.0})


@pytest.fixture
async def officer(app: FastAPI) -> AsyncIterator[Desk]:
    async with colleague(app, Role.WINDOW) as client:
        yield Desk(client)


@pytest.fixture
def account(services: Services) -> Account:
    made = Account()
    services.couriers["wechat"] = made.take
    return made


@pytest.fixture
async def caller(applicant: Applicant, officer: Desk) -> Caller:
    """Somebody in WeChat whose talk an officer has taken."""
    made = Caller(applicant.client, applicant.conversation, channel="wechat")
    await made.ask(("applicant", "转人工"))
    await officer.accept(made.talk)
    return made


async def delivered(app: FastAPI, receiver: Receiver | None = None) -> None:
    async with deliverer(app, receiver) as worker:
        while await worker.deliver_due():
            await worker.settled()


async def test_lines_come_in_order_and_once(
    app: FastAPI, account: Account, caller: Caller, officer: Desk
) -> None:
    await delivered(app)
    await officer.say(caller.talk, "您好")
    await officer.say(caller.talk, "请问面积多大")
    await delivered(app)
    assert [line["speaker"] for line in account.got[0]["lines"]] == ["notice"]
    assert account.said[1:] == [["您好", "请问面积多大"]]
    assert (await caller.say("一百平"))["lines"] == []


async def test_what_does_not_get_through_goes_along_with_the_next_reply(
    app: FastAPI, account: Account, caller: Caller, officer: Desk
) -> None:
    await delivered(app)
    account.way = "waiting"
    await officer.say(caller.talk, "您好")
    await delivered(app)
    assert [line["text"] for line in (await caller.say("在吗"))["lines"]] == ["您好"]


async def test_what_a_reply_has_told_is_not_brought(
    app: FastAPI, account: Account, caller: Caller, officer: Desk
) -> None:
    await officer.say(caller.talk, "您好")
    await caller.say("在吗")
    await delivered(app)
    assert account.got == []


async def test_a_program_elsewhere_says_how_it_went(
    app: FastAPI, services: Services, caller: Caller, officer: Desk
) -> None:
    hook = Webhook(url="https://bot.test/webhooks/wechat/progress", token="t")
    services.settings = services.settings.model_copy(update={"channel_webhooks": {"wechat": hook}})
    for way, told_again in (("custom", 0), ("waiting", 1)):
        await officer.say(caller.talk, "您好")
        await delivered(app, Receiver(lambda _, way=way: httpx.Response(200, json={"way": way})))  # type: ignore[misc]
        assert len((await caller.say("在吗"))["lines"]) == told_again


async def test_the_page_fetches_by_itself(
    app: FastAPI, services: Services, applicant: Applicant, officer: Desk
) -> None:
    caller = Caller(applicant.client, applicant.conversation)
    await caller.ask()
    await officer.accept(caller.talk)
    assert await outbox(services, "talk") == []
