"""Reminders: chosen for a case, each once on each way, stopped by one tap."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.outbox.models import DONE, WAITING
from api.platform.webhooks import Webhook
from api.reminders.job import look
from api.reminders.models import ReminderRow
from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from tests.api.afterwards import GRANTED, TO_THE_END, Receiver, act, deliverer, outbox
from tests.api.applicant import Applicant, ok, refused
from tests.api.conftest import MovableClock
from tests.api.reminders.mail_server import MailServer, mail_server

pytestmark = pytest.mark.anyio

SMS = Webhook(url="https://sms.test/send", token="t0ken")
MAILBOX = "lin@example.com"
POINTS = [{"material": "food_operation.application", "name": "申请书", "what": "没有签名"}]


@pytest.fixture
async def mails() -> AsyncIterator[MailServer]:
    async with mail_server() as made:
        yield made


@pytest.fixture
def offering(services: Services, mails: MailServer) -> Services:
    """A centre that sends text messages and mails."""
    services.settings = services.settings.model_copy(
        update={"channel_webhooks": {"sms": SMS}, "mail": mails.settings, "public_url": "https://centre.test"}
    )
    return services


async def chosen(applicant: Applicant, number: str, *ways: str, **rest: Any) -> dict[str, Any]:
    view: dict[str, Any] = ok(await choosing(applicant, number, *ways, **rest))
    return view


async def choosing(applicant: Applicant, number: str, *ways: str, **rest: Any) -> httpx.Response:
    body = {"number": number, "phone": applicant.who.phone, "ways": ways, **rest}
    return await applicant.client.post("/cases/reminders", json=body)


async def correcting(services: Services, number: str, by: str) -> None:
    """A correction is asked for, to be made by a day."""
    data = {"points": POINTS, "document": "补〔2026〕1号", "correct_by": by}
    steps = (("receive", Role.WINDOW, "clerk", {}), ("request_correction", Role.WINDOW, "clerk", data))
    await act(services, number, steps)


async def sent(app: FastAPI, receiver: Receiver | None = None) -> None:
    """Deliver until nothing is due."""
    async with deliverer(app, receiver) as worker:
        while await worker.deliver_due():
            await worker.settled()


async def looked(services: Services) -> None:
    await services.database.transact(lambda session: look(session, services))


class TestChoosing:
    async def test_nothing_is_offered_where_the_centre_has_no_way(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        assert ok(await applicant.ask(number))["reminders"] == {"ways": []}
        refused(await choosing(applicant, number, "sms"), 422, "invalid_reminder")

    async def test_a_mailbox_is_kept_sealed_and_shown_masked(
        self, applicant: Applicant, offering: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        refused(await choosing(applicant, number, "email"), 422, "invalid_reminder")
        shown = await chosen(applicant, number, "email", email=MAILBOX)
        assert [(one["way"], one["to"], one["is_chosen"]) for one in shown["ways"]] == [
            ("sms", f"{applicant.who.phone[:3]}****{applicant.who.phone[-4:]}", False),
            ("email", "l***@example.com", True),
        ]
        assert ok(await applicant.ask(number))["reminders"] == shown
        row = await offering.database.read(lambda session: session.get(ReminderRow, number))
        assert row is not None
        assert MAILBOX not in (row.email or "")
        again = await chosen(applicant, number, "sms", "email")
        assert [one["is_chosen"] for one in again["ways"]] == [True, True]

    async def test_the_end_of_the_phone_alone_changes_nothing(
        self, applicant: Applicant, offering: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        body = {"number": number, "phone_tail": applicant.who.phone_tail, "ways": ["sms"]}
        refused(await applicant.client.post("/cases/reminders", json=body), 403, "stronger_factor_needed")


class TestReminding:
    async def test_a_correction_is_told_once_on_each_way(
        self, app: FastAPI, applicant: Applicant, offering: Services, mails: MailServer
    ) -> None:
        number = (await applicant.submitted())["number"]
        await chosen(applicant, number, "sms", "email", email=MAILBOX)
        await correcting(offering, number, "2026-11-26")
        texts = Receiver()
        await sent(app, texts)
        await sent(app, texts)
        (mail,), (text,) = mails.mails, texts.got
        assert (mail["To"], mail["Subject"]) == (MAILBOX, f"办件{number}要补正材料")
        assert "https://centre.test/r/" in mail["List-Unsubscribe"]
        said = json.loads(text.content)
        assert said["phone"] == applicant.who.phone
        assert number in said["text"]
        assert applicant.who.name not in said["text"] + mail.get_content()

    async def test_one_tap_stops_them(
        self, app: FastAPI, applicant: Applicant, offering: Services, mails: MailServer
    ) -> None:
        number = (await applicant.submitted())["number"]
        await chosen(applicant, number, "email", email=MAILBOX)
        await act(offering, number, (*GRANTED[:2], *TO_THE_END[:3]))
        await sent(app)
        assert [mail["Subject"] for mail in mails.mails] == [f"办件{number}有结果了"]
        page = mails.mails[0]["List-Unsubscribe"].strip("<>").removeprefix("https://centre.test")
        asked = await applicant.client.get(f"http://centre{page}")
        assert asked.status_code == 200
        assert "<button" in asked.text
        assert ok(await applicant.ask(number))["reminders"]["ways"][1]["is_chosen"]
        for _ in range(2):
            assert "提醒已经停了" in (await applicant.client.post(f"http://centre{page}")).text
        assert not any(one["is_chosen"] for one in ok(await applicant.ask(number))["reminders"]["ways"])
        assert (await applicant.client.get(f"http://centre/r/{'x' * 32}")).status_code == 404

    async def test_the_day_before_a_date_is_reminded_of_once(
        self, app: FastAPI, applicant: Applicant, offering: Services, mails: MailServer, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await chosen(applicant, number, "email", email=MAILBOX)
        await correcting(offering, number, "2026-11-25")
        await looked(offering)
        clock.move(days=1)
        for _ in range(2):
            await looked(offering)
        clock.move(days=1)
        await looked(offering)
        await sent(app)
        assert sorted(mail["Subject"][14:] for mail in mails.mails) == ["补正明天到期", "要补正材料"]

    async def test_an_appointment_tomorrow_is_reminded_of_once(
        self, app: FastAPI, applicant: Applicant, offering: Services, mails: MailServer, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await chosen(applicant, number, "email", email=MAILBOX)
        day = (clock.now + timedelta(days=2)).date().isoformat()
        booking = {"number": number, "phone_tail": applicant.who.phone_tail, "day": day, "start": "09:00"}
        ok(await applicant.client.post("/appointments", json=booking))
        await looked(offering)
        clock.move(days=1)
        for _ in range(2):
            await looked(offering)
        await sent(app)
        (mail,) = mails.mails
        assert mail["Subject"] == "明天您约了窗口"
        assert "09:00" in mail.get_content()

    async def test_a_busy_server_is_tried_again_and_a_mailbox_that_is_not_there_is_left(
        self, app: FastAPI, applicant: Applicant, offering: Services, mails: MailServer, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await chosen(applicant, number, "email", email=MAILBOX)
        mails.refusals = ["451 later", "550 nobody"]
        await correcting(offering, number, "2026-11-30")
        await sent(app)
        (row,) = await outbox(offering, "reminder")
        assert (row.state, row.last_error) == (WAITING, "smtp_451")
        clock.move(hours=1)
        await sent(app)
        (row,) = await outbox(offering, "reminder")
        assert row.state == DONE
        assert not mails.mails

    async def test_what_was_told_in_wechat_is_not_told_there_twice(
        self, app: FastAPI, offering: Services, applicant: Applicant, clock: MovableClock
    ) -> None:
        taken: list[dict[str, Any]] = []

        async def courier(body: dict[str, Any]) -> str:
            taken.append(body)
            return "template"

        offering.couriers["wechat"] = courier
        follower = Applicant(applicant.client, "wechat-follower-1", person(7))
        await follower.begin("wechat")
        number = (await follower.submitted())["number"]
        shown = await chosen(follower, number, "wechat")
        assert [one["way"] for one in shown["ways"]] == ["sms", "wechat", "email"]
        await correcting(offering, number, "2026-11-25")
        clock.move(days=1)
        await looked(offering)
        await sent(app)
        assert sum("补正明天到期" in body["text"] for body in taken) == 1
        assert sum("补正" in body["text"] for body in taken) == 2
